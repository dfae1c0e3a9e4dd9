"""An HTML page: its own facts for machines first, then its markup, then its text."""

import logging
import re
from contextlib import suppress

from lxml import etree, html
from lxml.html import HtmlElement

from hwalja.articles.intake import (
    bylines,
    closing,
    header,
    html_facts,
    html_text,
    page,
    photos,
    story,
    tail,
    when,
)
from hwalja.articles.intake.html_facts import Facts
from hwalja.articles.intake.lines import Kind, Line, split
from hwalja.articles.intake.record import Caption, NotAnArticle, Record
from hwalja.hangul.normalise import clean, collapse

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|meta|div|p|article|section|script|span|table|h[1-6]|figure)\b[^<>]*)>",
    re.I,
)


# What a document opens with, perhaps below a line or two of the programme that saved it.
_DOCUMENT = re.compile(r"^[ \t]*<(?:!doctype\s+html|html|head|body|article)\b[^<>]*>", re.I | re.M)
_OPENING = re.compile(r"\s*<[!?/a-z]", re.I)
# Copy about the web names some tags; markup has one every few words.
_FEWEST_TAGS, _WIDEST_APART = 6, 150


def is_html(text: str) -> bool:
    """Whether a text is markup; copy that merely names `<p>` and `<span>` is none."""
    tags = len(_TAG.findall(text[:20_000]))
    return tags >= 2 and (bool(_OPENING.match(text)) or is_surely_html(text))


def is_surely_html(text: str) -> bool:
    """Whether a text can be nothing but markup: a document, or tags close together."""
    head = text[:20_000]
    tags = len(_TAG.findall(head))
    dense = tags >= _FEWEST_TAGS and len(head) <= tags * _WIDEST_APART
    return dense or bool(_DOCUMENT.search(head[:1_000]))


def read(text: str) -> Record:
    """The article on an HTML page; raises NotAnArticle."""
    tree = _parse(text)
    facts = html_facts.read(tree)
    shown = _shown(tree)
    record = shown if shown is not None else Record()
    _overrule(record, facts, tree)
    found = _story(tree, facts, record)
    if found is not None:
        _take_story(record, *found)
    if not record.headline or len(" ".join(record.body)) < 20:
        raise NotAnArticle(page.NO_STORY)
    if shown is None and not facts.is_news:
        raise NotAnArticle("신문 기사로 볼 수 있는 근거(기자 이름, 시각, 매체 표시)가 부족합니다.")
    record.warnings = page.warnings(record)
    return record


def _parse(text: str) -> HtmlElement:
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return html.document_fromstring(bare)
    except (etree.LxmlError, ValueError) as error:
        raise NotAnArticle("읽을 수 없는 HTML입니다.") from error


def _shown(tree: HtmlElement) -> Record | None:
    """What the visible text alone tells, by the rules of captured pages."""
    with suppress(NotAnArticle):
        return page.read(html_text.to_text(tree))
    return None


def _overrule(record: Record, facts: Facts, tree: HtmlElement) -> None:
    """Believe what the page tells machines over what its text looks like."""
    record.headline = _headline(facts, tree) or record.headline
    record.deck = facts.deck or record.deck
    if facts.sections:
        shown = [name for name in (record.section, record.subsection) if name]
        told = html_facts.deeper(facts.sections, shown)
        record.section, record.subsection = [*told, None][:2]
    if facts.reporters:
        known = {one.name for one in facts.reporters}
        record.reporters = bylines.merge(
            [facts.reporters, [one for one in record.reporters if one.name in known]]
        )
    times = html_facts.moments(tree)
    # "3시간 전" tells no time; the only exact one of a page is its own.
    lone = times[0] if len(times) == 1 else None
    record.published_at = (
        when.parse(facts.published) or when.sharpen(record.published_at, times) or lone
    )
    record.modified_at = when.parse(facts.modified) or when.sharpen(record.modified_at, times)
    if record.modified_at == record.published_at:
        record.modified_at = None
    record.url = facts.url or record.url
    record.id = page.number_in(facts.url) or record.id


def _headline(facts: Facts, tree: HtmlElement) -> str:
    """The headline for machines, freed of the paper's name where an h1 shows it without."""
    for element in tree.iter("h1", "h2"):
        shown = collapse(clean("".join(element.itertext())))
        if len(shown) >= 6 and header.key(facts.headline).startswith(header.key(shown)):
            return shown
    return re.split(r"\s+(?:[-|–—<]|::|ㅣ)\s+[^-|–—<]{2,20}$", facts.headline)[0]


def _story(tree: HtmlElement, facts: Facts, record: Record) -> tuple[Record, list[str]] | None:
    """The story out of the element that holds it, else what the extraction library finds."""
    element = html_text.story_element(tree)
    if element is None:
        element = html_text.around(tree, record.body)
    texts = [html_text.to_shaped_text(element)] if element is not None else []
    if not texts and not facts.body:
        texts.append(_extracted(tree))
    texts.append(facts.body)
    known = [one.name for one in record.reporters] + [record.outlet_tag or ""]
    for text in texts:
        found, mails = _read_story(closing.as_text(split(text), known), record.headline)
        if found.body:
            return found, mails
    return None


def _extracted(tree: HtmlElement) -> str:
    """The main text by the extraction library, for pages whose markup says nothing."""
    # Imported here as it takes half a second, and few pages come this far.
    import trafilatura

    # What it logs of a page without text, in English, is told in Korean here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return clean(trafilatura.extract(html.tostring(tree), include_comments=False) or "")


def _read_story(lines: list[Line], headline: str) -> tuple[Record, list[str]]:
    """Body, captions and reporters of an element's lines, and the mails beside no name."""
    first = next((n for n, line in enumerate(lines) if line.kind is Kind.SENTENCE), len(lines))
    while first and lines[first - 1].kind is Kind.OTHER:
        first -= 1
    found = story.Walk(lines, first, headline).read()
    tail.trim(found, lines)
    shown = photos.find(lines, 0, found.end, found.photos)
    told = story.tell(found, lines, shown, headline)
    record = Record(captions=told.captions, related=found.related, shapes=told.shapes)
    record.body, record.places = told.body, told.places
    page.take_dateline(record)
    record.reporters = bylines.merge([record.reporters, found.reporters])
    return record, found.mails


def _of_a_table(caption: Caption, found: Record) -> bool:
    """Whether a table's source was taken for a picture's: "자료: 통계청"."""
    said = [found.body[n] for n, shape in found.shapes.items() if shape.kind == "caption"]
    return any(text.endswith(caption.text or caption.credit or "") for text in said)


def _outside(shown: list[Caption], found: list[Caption]) -> list[Caption]:
    """Captions with a credit that the page shows, but not within the element of the story."""
    inside = "\n".join(header.key(one.text) for one in found)
    return [one for one in shown if one.credit and header.key(one.text) not in inside]


def _take_story(record: Record, found: Record, mails: list[str]) -> None:
    """Put the marked-up story in the place of the one guessed from the visible text."""
    decks = {header.key(line) for line in (record.deck or "").split("\n")}
    for n in reversed(range(len(found.body))):
        if header.key(found.body[n]) in decks:
            found.drop(n)
    record.body, record.shapes = found.body, found.shapes
    if found.captions:
        above = _outside(record.captions, found.captions)
        record.captions = [*above, *found.captions]
        record.places = [*(0 for _ in above), *found.places]
    else:
        record.captions = [one for one in record.captions if not _of_a_table(one, found)]
    record.outlet_tag = found.outlet_tag or record.outlet_tag
    known = {one.name for one in record.reporters}
    signed = [one for one in found.reporters if not known or one.name in known]
    record.reporters = bylines.merge([record.reporters, signed])
    record.reporters = bylines.lend_mail(record.reporters, mails)
    body = {header.key(text) for text in record.body}
    record.related = [item for item in record.related if header.key(item) not in body]
