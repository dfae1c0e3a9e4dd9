"""What of somebody's words and relations machines are told: JSON, JSON-LD, the feed, cache tags."""

from typing import Any

from hwalja.look.metadata import absolute
from hwalja.mentions import shown
from hwalja.mentions.models import Quotation, Relation
from hwalja.mentions.who import below
from hwalja.mentions.who.below import Below
from hwalja.people.affected import tag_of
from hwalja.people.feeds import SIZE, Entry
from hwalja.people.models import Profile

IN_JSON = 50


def as_json(profile: Profile) -> dict[str, Any]:
    """The newest quotations and relations, each with its sentence and article."""
    page = below.of(profile)
    if not page.articles:
        return {}
    quotations = shown.with_lines(shown.quotations_of(profile)[:IN_JSON])
    return {
        "quotations": [_quotation(row) for row in quotations],
        "relations": [_relation(row) for row in page.relations],
    }


def _quotation(row: Quotation) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "text": row.text,
        "outlets": row.outlet_names,
        **_source(row),
    }


def _relation(row: Relation) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "a": row.a_name,
        "a_id": row.a_id,
        "b": row.b_name,
        "b_id": row.b_id,
        "object": row.object,
        "when": row.when,
        **_source(row),
    }


def _source(row: Any) -> dict[str, Any]:
    return {
        "sentence": row.sentence,
        "article": row.line.number,
        "url": absolute(row.line.get_absolute_url()),
        "published": row.line.listed_at.isoformat(timespec="seconds"),
        "automatic": row.is_automatic,
    }


def json_ld(profile: Profile) -> dict[str, Any]:
    """The quotations on the page, in schema.org's words."""
    return {
        "subjectOf": [
            {
                "@type": "Quotation",
                "text": row.text,
                "spokenByCharacter": {"@id": absolute(profile.get_absolute_url())},
                "isPartOf": {
                    "@type": "NewsArticle",
                    "headline": row.line.title,
                    "url": absolute(row.line.get_absolute_url()),
                },
            }
            for row in below.of(profile).quotations
            if row.line and row.kind == Quotation.DIRECT
        ]
    }


def feed(profile: Profile) -> list[Entry]:
    """The newest quotations."""
    return [
        Entry(
            f"quotation-{row.pk}",
            f"{profile.name}: {_marked(row)}",
            row.sentence,
            row.line.get_absolute_url(),
            row.line.listed_at,
        )
        for row in shown.with_lines(shown.quotations_of(profile)[:SIZE])
        if row.line
    ]


def _marked(row: Quotation) -> str:
    return f"“{row.text}”" if row.kind == Quotation.DIRECT else row.text


def tags(page: Below) -> list[str]:
    """Whom the page names, and the sections it leads to."""
    sections = [f"section-{item.id}" for item in page.topics]
    reporters = [f"reporter-{row.pk}" for row, _ in page.reporters]
    return [*map(tag_of, sorted(page.named)), *sections, *reporters]
