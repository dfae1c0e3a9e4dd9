"""Which model is asked: the newsroom's own where it has trained one, else the one shipped."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings

from hwalja.comments.assistant import file
from hwalja.comments.assistant.model import Judgement, Model

SHIPPED = Path(__file__).with_name("korean-comments.model")
logger = logging.getLogger(__name__)


def own() -> Path:
    """Where the newsroom's own model lies, if there is one."""
    return Path(settings.HOME) / "moderation.model"


@cache
def model() -> Model:
    """Read once in each process; a newly trained one is taken at the next start."""
    if own().exists():
        try:
            return file.read(own())
        except (file.Unreadable, OSError) as error:
            # The shipped one still orders the queue; silence would hide that it is not theirs.
            logger.error("%s 함께 온 모형을 씁니다.", error)
    return file.read(SHIPPED)


def judge(text: str) -> Judgement:
    """What the assistant thinks of a comment, and why."""
    return model().judge(text)
