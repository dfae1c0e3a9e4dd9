"""Parts of addresses, as the URLconf reads them: what cannot be one is not looked up at all."""

from typing import Any

from django.urls import register_converter


class NumberConverter:
    """An article's number: eighteen digits fit in every database's integers."""

    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: Any) -> str:
        return str(value)


class PartConverter(NumberConverter):
    """The number of a sitemap's part, counted from nought."""

    regex = "0|[1-9][0-9]{0,13}"


class WordConverter:
    """A slug, Korean ones too; nothing a database could choke on."""

    regex = r"[-\w]{1,255}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: Any) -> str:
        return str(value)


def register() -> None:
    """Let URLconfs say `<number:…>`, `<part:…>` and `<word:…>`."""
    register_converter(NumberConverter, "number")
    register_converter(PartConverter, "part")
    register_converter(WordConverter, "word")
