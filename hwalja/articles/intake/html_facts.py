"""What an HTML page says of its article to machines: JSON-LD, Open Graph and other meta tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from hwalja.articles.intake import bylines, sections, when
from hwalja.articles.intake.record import Byline
from hwalja.hangul.normalise import clean, collapse

_KINDS = re.compile(r"(?:News|Reportage|Opinion|Analysis|Review|Background|^)Article$|^Report$")
# Deeper nesting than this is an attack, not a page.
_DEEPEST = 8
_MOST_TIMES = 200


@dataclass(slots=True)
class Facts:
    """Values as printed for machines; empty where the page says nothing."""

    headline: str = ""
    deck: str = ""
    sections: list[str] = field(default_factory=list)
    reporters: list[Byline] = field(default_factory=list)
    published: str = ""
    modified: str = ""
    url: str = ""
    body: str = ""
    is_news: bool = False


def read(tree: HtmlElement) -> Facts:
    """JSON-LD first, gaps filled from meta tags."""
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    facts = Facts()
    for node in nodes:
        if _is_article(node):
            _from_article(facts, node)
            break
    meta = _meta(tree)
    crumbs = [name for name in _crumbs(nodes) if name != facts.headline]
    facts.sections = deeper(facts.sections or _meta_sections(meta), crumbs)
    facts.headline = facts.headline or _first(meta, "og:title", "twitter:title", "title")
    facts.published = facts.published or _first(
        meta,
        "article:published_time",
        "og:regdate",
        "datepublished",
        "article:published",
        "pubdate",
        "date",
    )
    facts.modified = facts.modified or _first(
        meta, "article:modified_time", "datemodified", "og:updated_time"
    )
    facts.url = _address(tree, meta) or facts.url
    facts.reporters = facts.reporters or _people(
        _first(meta, "article:author", "dable:author", "author", "byl", "parsely-author")
    )
    facts.is_news = facts.is_news or meta.get("og:type", "").lower() == "article"
    return facts


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    """Every JSON-LD block that parses; broken ones are common and no reason to give up."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        raw = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            yield json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(name), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and _KINDS.search(kind) for kind in _as_list(kinds))


def _from_article(facts: Facts, node: dict[str, Any]) -> None:
    facts.is_news = True
    facts.headline = _text(node.get("headline")) or _text(node.get("name"))
    facts.deck = _text(node.get("alternativeHeadline"))
    facts.published = _text(node.get("datePublished"))
    facts.modified = _text(node.get("dateModified"))
    facts.url = _text(node.get("url")) or _text(node.get("mainEntityOfPage"))
    body = node.get("articleBody")
    facts.body = clean(body) if isinstance(body, str) else ""
    facts.sections = _sections([_text(one) for one in _as_list(node.get("articleSection"))])
    facts.reporters = [one for author in _as_list(node.get("author")) for one in _author(author)]


def _author(author: Any) -> list[Byline]:
    if isinstance(author, dict):
        if "Organization" in _as_list(author.get("@type")):
            return []
        mail = bylines.EMAIL.search(_text(author.get("email")))
        people = _people(_text(author.get("name")))
        return [
            Byline(one.name, one.email or (mail[0] if mail else None)) for one in people[:1]
        ] + people[1:]
    return _people(_text(author))


def _people(text: str) -> list[Byline]:
    """Reporters in an author's field, where a bare name needs no title."""
    found = bylines.find(text)
    if found or not text:
        return found
    return [
        one
        for part in re.split(r"[,·/&]", text)[:8]
        for one in bylines.find(f"{part.strip()} 기자")[:1]
    ]


def _crumbs(nodes: list[dict[str, Any]]) -> list[str]:
    """The sections of a BreadcrumbList, its last item left out if that is the article."""
    for node in nodes:
        if node.get("@type") != "BreadcrumbList":
            continue
        items = [item for item in _as_list(node.get("itemListElement")) if isinstance(item, dict)]
        items.sort(key=_position)
        names = [_text(item.get("name")) or _text(item.get("item")) for item in items]
        return _sections([name for name in names if len(name) <= 20])
    return []


def _position(item: dict[str, Any]) -> int:
    """Where an item of a BreadcrumbList says it stands; without that, where it is."""
    place = str(item.get("position"))
    return int(place) if place.isdecimal() and len(place) < 6 else 0


def deeper(told: list[str], path: list[str]) -> list[str]:
    """The sections told, or the path to them if a page shows it whole."""
    if not told or (len(told) == 1 and len(path) > 1 and told[0] in path):
        return path
    return told


def moments(tree: HtmlElement) -> list[datetime]:
    """The times that `<time datetime>` tells, to the second where the page shows the minute."""
    found = (when.parse(time.get("datetime") or "") for time in tree.iter("time"))
    return [moment for moment in islice(found, _MOST_TIMES) if moment]


def _meta_sections(meta: dict[str, str]) -> list[str]:
    names = ("article:section", "article:section2", "dable:section", "section", "articlesection")
    return _sections([meta[name] for name in names if meta.get(name)])


def _sections(names: list[str]) -> list[str]:
    """At most two section names, generic crumbs such as 홈 dropped."""
    found = [part for name in names for part in (sections.read(f"섹션: {name}") or [])]
    return list(dict.fromkeys(found))[:2]


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Meta tags by lower-case name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = collapse(clean(tag.get("content") or ""))
        if content:
            found.setdefault(name.lower(), content)
    for tag in tree.xpath("//time[@itemprop and @datetime]"):
        found.setdefault(tag.get("itemprop").lower(), tag.get("datetime"))
    return found


def _address(tree: HtmlElement, meta: dict[str, str]) -> str:
    canonical = [link.get("href") or "" for link in tree.xpath("//link[@rel='canonical']")]
    candidates = [meta.get("og:url", ""), *canonical]
    return next((url for url in candidates if re.match(r"https?://\S{4,500}$", url)), "")


def _first(meta: dict[str, str], *names: str) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _text(value: Any) -> str:
    """A string out of a value, its name or its address."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("url")
    return collapse(clean(value)) if isinstance(value, str) else ""


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
