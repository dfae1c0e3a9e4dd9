"""Add a photo: the one door for intake, the demo paper and the command line."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from hwalja.media import gate
from hwalja.media.models import Photo
from hwalja.media.original import Original, take_in


def _check_permission(user: Any) -> None:
    """Who acts for nobody, as the command line does, may."""
    if user is not None and not policy_registry.get_by_type(Photo).user_has_permission(user, "add"):
        raise PermissionDenied


def _words(original: Original, fields: dict[str, Any]) -> dict[str, Any]:
    """What the caller says, and what the file says where the caller is silent."""
    said = {name: getattr(original.words, name) for name in ("caption", "credit", "taken_on")}
    return {**said, **{name: value for name, value in fields.items() if value}}


@transaction.atomic
def add_photo(content: bytes, *, title: str, user: Any = None, **fields: Any) -> Photo:
    """A photo of the file's bytes; its sizes are made by the task that this enqueues.

    `fields` are those of Photo: caption, credit, description, taken_on, rights,
    collection, focal_point_x … A ValidationError, in Korean, says why a file is refused.
    """
    _check_permission(user)
    if len(content) > gate.MOST_BYTES:
        raise ValidationError(gate.too_large(len(content)))
    original = take_in(content)
    photo = Photo(
        title=title[:255], file=original, uploaded_by_user=user, **_words(original, fields)
    )
    photo._set_image_file_metadata()
    photo.save()
    log(instance=photo, action="wagtail.create", user=user)
    return photo
