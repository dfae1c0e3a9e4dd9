"""Parts of addresses, as the URLconf reads them: what cannot be one is not looked up at all."""

from datetime import date
from typing import Any

from django.urls import register_converter

from hwalja.articles.archive import Period


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


class DayConverter:
    """A day as its archive's address has it; what no calendar has is no address."""

    regex = "(?:19|20)[0-9]{2}/[01][0-9]/[0-3][0-9]"

    def to_python(self, value: str) -> Period:
        return Period(date.fromisoformat(value.replace("/", "-")), by_day=True)

    def to_url(self, value: Period) -> str:
        return value.path.removesuffix("/")


class MonthConverter(DayConverter):
    """A month likewise."""

    regex = "(?:19|20)[0-9]{2}/[01][0-9]"

    def to_python(self, value: str) -> Period:
        return super().to_python(f"{value}/01").month


def register() -> None:
    """Let URLconfs say `<number:…>`, `<part:…>`, `<word:…>`, `<day:…>` and `<month:…>`."""
    register_converter(NumberConverter, "number")
    register_converter(PartConverter, "part")
    register_converter(WordConverter, "word")
    register_converter(DayConverter, "day")
    register_converter(MonthConverter, "month")
