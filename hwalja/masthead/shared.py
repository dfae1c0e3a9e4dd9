"""The masthead and footer: on every page, made anew when an editor changes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils.safestring import SafeString

from hwalja.masthead.models import Masthead, Policy
from hwalja.media import renditions
from hwalja.media.signals import photo_changed
from hwalja.press import door
from hwalja.press.marks import Order
from hwalja.press.shared import Shared


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


PAPER = Shared("paper", _make)


def _on_changed(sender: type, instance: Masthead | Policy, **kwargs: Any) -> None:
    PAPER.touch()
    if isinstance(instance, Policy):
        door.happened("policy", instance, name=f"policy:{instance.pk}")
    door.happened("paper", instance)


def _on_photo(sender: type, photo_id: int, **kwargs: Any) -> None:
    """A logo's sizes are made after the settings that name it are saved."""
    if Masthead.objects.filter(logo=photo_id).exists():
        PAPER.touch()
        door.happened("paper", photo_id)


def _own_pages(_: object) -> Iterator[tuple[str, Order]]:
    yield "/about/", Order.FRONT


def _of_policy(policy: Policy) -> Iterator[tuple[str, Order]]:
    yield policy.get_absolute_url(), Order.FRONT
    yield "/sitemaps/pages.xml", Order.REST


def addresses() -> Iterator[str]:
    """The paper's own pages."""
    yield from ("/about/", "/favicon.ico")
    yield from (policy.get_absolute_url() for policy in PAPER.get().policies)


def connect() -> None:
    door.on("paper", _own_pages)
    door.on("policy", _of_policy)
    door.every_address(addresses)
    photo_changed.connect(_on_photo, dispatch_uid="masthead.logo")
    for model in (Masthead, Policy):
        for signal in (post_save, post_delete):
            signal.connect(_on_changed, sender=model, dispatch_uid=f"masthead.{model.__name__}")
