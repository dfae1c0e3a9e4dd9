"""The masthead and footer: on every page, made anew when an editor changes them."""

from dataclasses import dataclass
from typing import Any

from django.db.models.signals import post_delete, post_save

from hwalja.masthead.models import Masthead, Policy
from hwalja.press.parts import Part


@dataclass(frozen=True)
class Paper:
    """What pages need to know of the newspaper."""

    masthead: Masthead
    policies: list[Policy]


def _make() -> Paper:
    masthead = Masthead.base_queryset().select_related("logo").first() or Masthead()
    return Paper(masthead, list(Policy.objects.defer("body")))


PAPER = Part("paper", _make)


def _on_changed(sender: type, **kwargs: Any) -> None:
    PAPER.touch()


def connect() -> None:
    for model in (Masthead, Policy):
        for signal in (post_save, post_delete):
            signal.connect(_on_changed, sender=model, dispatch_uid=f"masthead.{model.__name__}")
