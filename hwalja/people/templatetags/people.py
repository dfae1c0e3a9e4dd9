"""What screens of the directory ask for."""

from typing import Any

from django import template

from hwalja.people import slots
from hwalja.people.models import Profile

register = template.Library()


@register.filter
def lines(told: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What a log row tells, each heading with its lines; what is empty is left out."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in told.items()}
    return [
        (name, [line for line in found if line]) for name, found in listed.items() if any(found)
    ]


@register.filter
def monogram(profile: Profile) -> str:
    """What stands where there is no photo: the given part of a Korean name, else its first letter."""
    name = profile.name
    is_korean = profile.is_person and len(name) == 3 and all("가" <= char <= "힣" for char in name)
    return name[1:] if is_korean else name[:1].upper()


@register.simple_tag
def styles() -> list[str]:
    """`{% styles as sheets %}`: what the rooms above need on pages of this one."""
    return [sheet for some in slots.content("styles") for sheet in some]
