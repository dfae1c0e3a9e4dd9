"""Mails of the comments. What strangers typed stands in none that goes to a stranger.

All leave by the tasks' process, once the change they tell of is committed.
"""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import User
from hwalja.comments import reasons
from hwalja.comments.models import Comment, Standing, Takedown
from hwalja.comments.roles import MODERATE
from hwalja.look.metadata import absolute
from hwalja.masthead.shared import PAPER

BACKEND = "django.contrib.auth.backends.ModelBackend"


def to_author(template: str, subject: str, comment: Comment, **told: object) -> None:
    """A member's mail; a guest has no address and is told on the comment's own page."""
    to = comment.author.email if comment.author else ""
    address = absolute(comment.get_absolute_url())
    _send(template, subject, [to], comment=comment, address=address, **told)


def to_requester(template: str, subject: str, row: Takedown, **told: object) -> None:
    address = absolute(f"/news/{row.article_number}/comments/{row.comment_number}/")
    _send(template, subject, [row.mail], takedown=row, address=address, **told)


def to_moderators(template: str, subject: str, **told: object) -> None:
    """A mail to each of them; nobody sees the others' addresses."""
    _send(template, subject, moderators(), **told)


def moderators() -> list[str]:
    """Where moderators get mail; none while nobody may moderate."""
    rows = User.objects.with_perm(MODERATE, backend=BACKEND).exclude(email="")
    return list(rows.order_by("pk").values_list("email", flat=True))


def _send(template: str, subject: str, to: list[str], **context: object) -> None:
    """Nothing to whom has no address."""
    addresses = [address for address in to if address]
    if not addresses:
        return
    paper = PAPER.get()
    body = render_to_string(f"comments/mail/{template}.txt", {"paper": paper, **context})
    for address in addresses:
        subject_line = f"[{paper.masthead.name}] {subject}"
        deliver.enqueue(subject_line, body, str(settings.DEFAULT_FROM_EMAIL), [address])


# --- To a member, about what was decided ----------------------------------------------------


def hidden(comment: Comment) -> None:
    told = comment.note or reasons.told(comment.rule)
    to_author("hidden", "댓글을 가렸습니다", comment, told=told)


def answered(comment: Comment, *, granted: bool, answer: str) -> None:
    to_author("appeal", "이의에 답합니다", comment, granted=granted, answer=answer)


def stands(comment: Comment, standing: Standing) -> None:
    """Of a warning, a suspension or a ban."""
    until = standing.until and f"{timezone.localtime(standing.until):%Y년 %-m월 %-d일 %H:%M}"
    subject, told = {
        Standing.WARNED: ("댓글 경고", "댓글이 운영 규칙에 어긋나 알려 드립니다."),
        Standing.SUSPENDED: ("댓글 쓰기 정지", f"{until}까지 댓글을 쓸 수 없습니다."),
        Standing.BANNED: ("댓글 쓰기 차단", "앞으로 댓글을 쓸 수 없습니다."),
    }[standing.kind]
    to_author("standing", subject, comment, told=told, reason=standing.reason)
