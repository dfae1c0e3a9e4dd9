"""Mails of the comments. What strangers typed stands in none that goes to a stranger."""

from django.conf import settings
from django.template.loader import render_to_string

from hwalja.accounts.adapter import deliver
from hwalja.comments.models import Comment, Takedown
from hwalja.look.metadata import absolute
from hwalja.masthead.shared import PAPER


def headed(subject: str) -> str:
    return f"[{PAPER.get().masthead.name}] {subject}"


def sender() -> str:
    return str(settings.DEFAULT_FROM_EMAIL)


def context(**more: object) -> dict[str, object]:
    return {"paper": PAPER.get(), **more}


def send(template: str, subject: str, to: str, **more: object) -> None:
    """By the tasks' process, once the change it tells of is committed; nothing without an address."""
    if to:
        body = render_to_string(f"comments/mail/{template}.txt", context(**more))
        deliver.enqueue(headed(subject), body, sender(), [to])


def to_requester(template: str, subject: str, row: Takedown, **more: object) -> None:
    address = absolute(f"/news/{row.article_number}/comments/{row.comment_number}/")
    send(template, subject, row.mail, takedown=row, address=address, **more)


def to_author(template: str, subject: str, comment: Comment, row: Takedown, **more: object) -> None:
    """A member's mail; a guest is told on the comment's own page."""
    address = absolute(comment.get_absolute_url())
    to = comment.author.email if comment.author else ""
    send(template, subject, to, takedown=row, comment=comment, address=address, **more)
