"""What of the articles stands on other pages and changes often, as parts of the press."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from hwalja.articles import shared
from hwalja.articles.lines import Line, lines
from hwalja.articles.models import Article
from hwalja.masthead.shared import PAPER
from hwalja.press.parts import Part, Variants
from hwalja.press.shared import touch


def _standing() -> dict[str, Any]:
    return {"paper": PAPER.get(), "navigation": shared.menu()}


def _here() -> Iterator[tuple[str, dict[str, Any]]]:
    """Where a reader may be, as the navigation marks it: in a section, or on its own page."""
    yield "", {}
    yield "latest", {"here": "latest"}
    for item in shared.NAVIGATION.get():
        yield str(item.id), {"here": item.id}
        yield f"{item.id}-page", {"here": item.id, "on_its_page": True}


def _header(key: str) -> Variants:
    standing = _standing()
    return {
        name: render_to_string("look/masthead.html", {**standing, **marked})
        for name, marked in _here()
    }


def _footer(key: str) -> Variants:
    return {"": render_to_string("look/footer.html", _standing())}


def _breaking(key: str) -> Variants:
    rows = shared.running_breaking(timezone.now())
    return {"": render_to_string("look/breaking.html", {"breaking": rows})}


def _latest(key: str) -> Variants:
    """The newest headlines, and once for each of them with that one marked."""
    rows = shared.latest_box(timezone.now())
    return {
        name: render_to_string("articles/latest_box.html", {"latest": rows, "reading": reading})
        for name, reading in [("", None), *((str(row.number), row.number) for row in rows)]
    }


def _others(key: str) -> Variants:
    """A reporter's newest articles; on each of them, the others."""
    rows = _newest_of(int(key))
    made = {"": rows[: shared.OTHERS]}
    for row in rows[: shared.OTHERS]:
        made[str(row.number)] = [one for one in rows if one is not row][: shared.OTHERS]
    return {
        name: render_to_string("articles/others.html", {"others": others})
        for name, others in made.items()
    }


def _newest_of(reporter_id: int) -> list[Line]:
    ids = shared.NEWEST_OF.get(reporter_id)
    found = {row.pk: row for row in lines(Article.objects.published().filter(pk__in=ids))}
    return [found[pk] for pk in ids if pk in found]


HEADER = Part("header", _header)
FOOTER = Part("footer", _footer)
BREAKING = Part("breaking", _breaking)
LATEST = Part("latest", _latest)
OTHERS = Part("others", _others)
EVERYWHERE = (HEADER, FOOTER, BREAKING, LATEST)


def touch_lists() -> None:
    """An article has come, gone or changed."""
    held = (part.held for part in (BREAKING, LATEST, OTHERS))
    touch(shared.LATEST_BOX, shared.NEWEST_OF, shared.BREAKING, *held)


def touch_all() -> None:
    """Something else has changed, which is seldom."""
    held = (part.held for part in (*EVERYWHERE, OTHERS))
    touch(
        shared.WALLS,
        shared.CORRECTED,
        shared.NAVIGATION,
        shared.LATEST_BOX,
        shared.NEWEST_OF,
        shared.BREAKING,
        *held,
    )
