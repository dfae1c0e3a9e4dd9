"""The rules, held ready in every process."""

from hwalja.comments.models import CommentRules, SectionComments
from hwalja.press.shared import Shared


def _rules() -> CommentRules:
    return CommentRules.base_queryset().first() or CommentRules()


def _modes() -> dict[int, str]:
    return dict(SectionComments.objects.values_list("section_id", "mode"))


RULES = Shared("comments.rules", _rules)
SECTION_MODES = Shared("comments.sections", _modes)
