"""What a reader wants to say, as the checks see it."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone

from hwalja.comments import assistant, plain
from hwalja.comments.assistant.model import Judgement
from hwalja.comments.korean.matcher import Found, Words
from hwalja.comments.models import Comment, CommentRules

if TYPE_CHECKING:
    from hwalja.accounts.models import User
    from hwalja.comments.openness import Openness


@dataclass(frozen=True)
class Form:
    """How the form came.

    `trap`: what stands in the field that people do not see. `seconds`: how long the form was
    open, none where nobody knows. `site`: the browser's Sec-Fetch-Site.
    """

    trap: str = ""
    seconds: float | None = None
    site: str = ""


@dataclass(frozen=True)
class Said:
    """A comment before it is one; `typed` as it came, `text` as it would be kept.

    `article_id` and `openness` are none where a text is judged by itself.
    """

    typed: str
    rules: CommentRules
    words: Words
    name: str = ""
    person: str = ""
    origin: str = ""
    author: "User | None" = None
    article_id: int | None = None
    openness: "Openness | None" = None
    parent: Comment | None = None
    form: Form = field(default_factory=Form)
    now: datetime = field(default_factory=timezone.now)

    @cached_property
    def text(self) -> str:
        return plain.kept(self.typed)

    @cached_property
    def listed(self) -> list[Found]:
        """What of it stands in the word lists."""
        return self.words.find(self.text)

    @cached_property
    def judged(self) -> Judgement:
        """What the assistant thinks of it."""
        return assistant.judge(self.text)

    def read(self) -> None:
        """Have the text read before the database is locked, not while others wait for it."""
        # A reading that fails is for the check that asks for it: it lets the comment wait.
        with suppress(Exception):
            _ = self.listed, self.judged
