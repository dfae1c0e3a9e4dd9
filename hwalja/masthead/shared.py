"""The masthead and footer: on every page, made anew when an editor changes them."""

from dataclasses import dataclass
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils.safestring import SafeString

from hwalja.masthead.models import Masthead, Policy
from hwalja.media import renditions
from hwalja.media.signals import photo_changed
from hwalja.press.parts import Part


@dataclass(frozen=True)
class Paper:
    """What pages need to know of the newspaper."""

    masthead: Masthead
    policies: list[Policy]
    # Ready HTML; empty until the logo's sizes are made.
    logo: str | SafeString = ""


def _make() -> Paper:
    masthead = Masthead.base_queryset().select_related("logo").first() or Masthead()
    return Paper(masthead, list(Policy.objects.defer("body")), _logo(masthead))


def _logo(masthead: Masthead) -> str | SafeString:
    if masthead.logo is None or renditions.picture(masthead.logo).largest is None:
        return ""
    return renditions.html(masthead.logo, sizes="320px", alt=masthead.name, eager=True)


PAPER = Part("paper", _make)


def _on_changed(sender: type, **kwargs: Any) -> None:
    PAPER.touch()


def _on_photo(sender: type, photo_id: int, **kwargs: Any) -> None:
    """A logo's sizes are made after the settings that name it are saved."""
    if Masthead.objects.filter(logo=photo_id).exists():
        PAPER.touch()


def connect() -> None:
    photo_changed.connect(_on_photo, dispatch_uid="masthead.logo")
    for model in (Masthead, Policy):
        for signal in (post_save, post_delete):
            signal.connect(_on_changed, sender=model, dispatch_uid=f"masthead.{model.__name__}")
