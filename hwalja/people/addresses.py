"""An id and a year as parts of an address."""

from typing import Any

from django.urls import register_converter

from hwalja.people import ids


class IdConverter:
    regex = ids.PATTERN.replace(r"\x00-\x20", "")

    def to_python(self, value: str) -> str:
        if not ids.is_id(value):
            raise ValueError(value)  # As Django wants it: no such address.
        return value

    def to_url(self, value: Any) -> str:
        return str(value)


class YearConverter:
    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: Any) -> str:
        return str(value)


def register() -> None:
    """Let URLconfs say `<who:…>` and `<year:…>`."""
    register_converter(IdConverter, "who")
    register_converter(YearConverter, "year")
