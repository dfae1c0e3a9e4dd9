"""What an article's page tells machines of those in it, in schema.org's words."""

from typing import Any

from hwalja.articles.models import Article
from hwalja.look.metadata import absolute
from hwalja.mentions import on_page
from hwalja.mentions.links import anchor
from hwalja.mentions.models import Quotation
from hwalja.people.models import Profile


def of_article(article: Article) -> dict[str, Any]:
    """Of the NewsArticle: whom it mentions, and the words that it quotes, each a part of it.

    Indirect quotations are the article's own words, and no Quotation.
    """
    page = on_page.of(article)
    address = absolute(article.get_absolute_url())
    said = [(row, one.profile) for one in page.entries for row in one.seen.quotations]
    direct = [(row, who) for row, who in said if row.kind == Quotation.DIRECT]
    direct.sort(key=lambda pair: pair[0].start)
    told = {
        "mentions": [_named(one.profile) for one in page.entries],
        "hasPart": [_quoted(row, who, address) for row, who in direct],
    }
    return {name: value for name, value in told.items() if value}


def _named(profile: Profile) -> dict[str, str]:
    address = absolute(profile.get_absolute_url())
    kind = "Person" if profile.is_person else "Organization"
    return {"@type": kind, "@id": address, "url": address, "name": profile.name}


def _quoted(row: Quotation, speaker: Profile, address: str) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "@id": f"{address}#{anchor(row)}",
        "text": row.text,
        "spokenByCharacter": {"@id": absolute(speaker.get_absolute_url())},
    }
