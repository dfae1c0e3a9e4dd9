"""What the history's screen asks for."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def lines(told: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What a log row tells, each heading with its lines; what is empty is left out."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in told.items()}
    return [
        (name, [line for line in found if line]) for name, found in listed.items() if any(found)
    ]
