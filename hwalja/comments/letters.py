"""Mails to a member about what was decided; a guest has no address to write to."""

from django.conf import settings
from django.utils import timezone

from hwalja.accounts.adapter import deliver
from hwalja.comments import reasons
from hwalja.comments.models import Comment, Standing
from hwalja.masthead.shared import PAPER


def hidden(comment: Comment) -> None:
    told = comment.note or reasons.told(comment.rule)
    _send(
        comment,
        "댓글을 가렸습니다",
        f"{told}\n\n달리 생각하시면 아래 주소에서 한 번 이의를 낼 수 있습니다.",
    )


def answered(comment: Comment, *, granted: bool, answer: str) -> None:
    told = (
        "이의를 받아들여 댓글을 다시 실었습니다." if granted else "다시 살펴보았으나 그대로 둡니다."
    )
    _send(comment, "이의에 답합니다", f"{told}\n\n{answer}".strip())


def stands(comment: Comment, standing: Standing) -> None:
    """Of a warning, a suspension or a ban."""
    until = standing.until and f"{timezone.localtime(standing.until):%Y년 %-m월 %-d일 %H:%M}"
    subject, told = {
        Standing.WARNED: ("댓글 경고", "댓글이 운영 규칙에 어긋나 알려 드립니다."),
        Standing.SUSPENDED: ("댓글 쓰기 정지", f"{until}까지 댓글을 쓸 수 없습니다."),
        Standing.BANNED: ("댓글 쓰기 차단", "앞으로 댓글을 쓸 수 없습니다."),
    }[standing.kind]
    _send(comment, subject, f"{told}\n까닭: {standing.reason}")


def _send(comment: Comment, subject: str, told: str) -> None:
    """By the tasks' process, once the decision is committed; nothing where there is no address."""
    if comment.author is None or not comment.author.email:
        return
    paper = PAPER.get().masthead.name
    address = f"{settings.BASE_URL}{comment.get_absolute_url()}"
    body = f"‘{comment.article.title}’에 쓰신 댓글 이야기입니다.\n\n{comment.body}\n\n{told}\n\n{address}\n"
    sender = settings.DEFAULT_FROM_EMAIL
    deliver.enqueue(f"[{paper}] {subject}", body, sender, [comment.author.email])
