"""Those whom a moderator has suspended or banned."""

from dataclasses import replace

from django.utils import timezone

from hwalja.comments.models import Standing
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused


def blocked_author(said: Said) -> Verdict | None:
    if not said.person:
        return None
    found = Standing.objects.in_force().filter(person__in=_names(said)).first()
    if found is None:
        return None
    until = f"{timezone.localtime(found.until):%Y년 %-m월 %-d일 %H:%M}까지 " if found.until else ""
    told = refused("blocked_author", f"{until}댓글을 쓸 수 없습니다. 까닭: {found.reason}")
    return replace(told, forbidden=True)


def _names(said: Said) -> list[str]:
    """A guest is known by name and address, and by the address alone where that is banned."""
    return [said.person] if said.author else [said.person, f"a{said.origin}"]
