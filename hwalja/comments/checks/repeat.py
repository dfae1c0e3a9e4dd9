"""The same text again."""

from datetime import timedelta

from hwalja.comments.models import Comment
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused

LOOKS_BACK = timedelta(days=1)
RECENT = 50


def repeat(said: Said) -> Verdict | None:
    if not said.person:
        return None
    rows = Comment.objects.by(said.person).filter(created_at__gt=said.now - LOOKS_BACK)
    texts = (
        rows.exclude(state=Comment.DELETED).order_by("-created_at").values_list("body", flat=True)
    )
    if _bare(said.text) in map(_bare, texts[:RECENT]):
        return refused("repeat", "방금 쓰신 댓글과 같습니다. 같은 댓글은 하루에 한 번만 받습니다.")
    return None


def _bare(text: str) -> str:
    """Without what is put in to make the same text another."""
    return "".join(char for char in text if char.isalnum()) or text
