"""Add a word to the newsroom's list, or take one from it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from hwalja.accounts.models import User
from hwalja.comments import log
from hwalja.comments.models import Word


@transaction.atomic
def add_word(text: str, kind: str, user: User, note: str = "") -> Word:
    """The word as an editor lists it; see `korean/listed.py`. Raises `PermissionDenied`."""
    if not user.has_perm("comments.add_word"):
        raise PermissionDenied
    row = Word.objects.create(text=text, kind=kind, note=note, added_by=user)
    log.write("word_add", str(user.pk), rule=kind, reason=text)
    return row


@transaction.atomic
def remove_word(pk: int, user: User) -> Word | None:
    """None where it is gone already. Raises `PermissionDenied`."""
    if not user.has_perm("comments.delete_word"):
        raise PermissionDenied
    row = Word.objects.filter(pk=pk).first()
    if row is not None:
        row.delete()
        log.write("word_remove", str(user.pk), rule=row.kind, reason=row.text)
    return row
