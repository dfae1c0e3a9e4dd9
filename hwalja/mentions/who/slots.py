"""What this room puts on the pages of people and organisations, and into their feeds and data."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from hwalja.mentions import shown
from hwalja.mentions.who import below, machines
from hwalja.people import slots
from hwalja.people.models import Profile
from hwalja.people.reading import described

DAYS = 30
MOST, APPOINTMENTS = 12, 10


def _html(template: str, **context: Any) -> SafeString:
    return mark_safe(render_to_string(f"mentions/who/{template}.html", context).strip())


def _below(request: HttpRequest, profile: Profile) -> SafeString:
    return _html("below", page=below.of(profile), profile=profile)


def _rail(request: HttpRequest, profile: Profile) -> SafeString:
    return _html("rail", page=below.of(profile), profile=profile)


def _parts(profile: Profile) -> list[tuple[str, str]]:
    return below.of(profile).parts


def _at(profile: Profile, year: int) -> SafeString:
    """What articles of that year called them."""
    of = shown.titles_of if profile.is_person else shown.titles_at
    titles = below.titled(list(of(profile, year)[: below.TITLE_ROWS]))
    shown.with_lines(one.row for one in titles)
    return _html("titles", titles=[one for one in titles if one.row.line], profile=profile)


def _directory(request: HttpRequest) -> SafeString:
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    counted = shown.most_written_about(today - timedelta(days=DAYS), MOST)
    told = described(Profile.objects.filter(pk__in=[row.pk for row, _ in counted]))
    by_id = {row.pk: row for row in told}
    most = [(by_id[row.pk], n) for row, n in counted if row.pk in by_id]
    moves = below.different(shown.appointments(APPOINTMENTS * 2))[:APPOINTMENTS]
    return _html("directory", most=most, days=DAYS, appointments=moves)


def _tags(profile: Profile) -> list[str]:
    return machines.tags(below.of(profile))


def _styles() -> list[str]:
    return ["mentions/who.css"]


def register() -> None:
    for slot, filler in (
        ("below", _below),
        ("rail", _rail),
        ("parts", _parts),
        ("at", _at),
        ("directory", _directory),
        ("styles", _styles),
        ("tags", _tags),
        ("json", machines.as_json),
        ("json_ld", machines.json_ld),
        ("feed", machines.feed),
    ):
        slots.fill(slot, filler)
