"""Links in the running text: the first mention of each, and an address for each quotation."""

from collections import defaultdict
from collections.abc import Callable

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from hwalja.articles.models import Article
from hwalja.mentions import on_page
from hwalja.mentions.marking import Mark, Paragraph
from hwalja.mentions.models import Mention, Quotation
from hwalja.mentions.models.found import Found
from hwalja.mentions.on_page import Entry, OnPage

Marker = Callable[[str | None, str], str]


def marker(request: HttpRequest | None, article: Article) -> Marker | None:
    """What marks one rendered paragraph after another; None where nobody is in the article."""
    found = on_page.of(article)
    return _Links(found).paragraph if found.entries else None


def anchor(quotation: Quotation) -> str:
    """The id of a quotation's words on the article's page."""
    return f"said-{quotation.pk}"


class _Links:
    def __init__(self, page: OnPage) -> None:
        self._page = page
        # Who has a link already.
        self._linked: set[str] = set()
        self._mentions: defaultdict[str, list[tuple[Mention, Entry]]] = defaultdict(list)
        self._quotations: defaultdict[str, list[Quotation]] = defaultdict(list)
        for entry in page.entries:
            for mention in entry.seen.mentions:
                self._mentions[mention.place].append((mention, entry))
            for quotation in entry.seen.quotations:
                self._quotations[quotation.place].append(quotation)

    def paragraph(self, place: str | None, html: str) -> str:
        mentions = self._mentions.get(place or "", [])
        quotations = self._quotations.get(place or "", [])
        if not mentions and not quotations:
            return html
        found = Paragraph(html)
        for quotation in quotations:
            if found.mark(_address(quotation)):
                self._page.addressed.add(quotation.pk)
        for mention, entry in sorted(mentions, key=lambda pair: pair[0].at):
            self._link(found, mention, entry)
        return found.html()

    def _link(self, found: Paragraph, mention: Mention, entry: Entry) -> None:
        pk = entry.profile.pk
        if pk not in self._linked and found.mark(_link_to(mention, entry)):
            self._linked.add(pk)


def _mark(row: Found, before: str, after: str, *, is_link: bool) -> Mark:
    return Mark(row.at, row.text, row.sentence, row.inset, before, after, is_link)


def _address(quotation: Quotation) -> Mark:
    before = format_html('<span id="{}">', anchor(quotation))
    return _mark(quotation, before, "</span>", is_link=False)


def _link_to(mention: Mention, entry: Entry) -> Mark:
    # The card first: it then stands over where the name begins.
    card = render_to_string("mentions/card.html", {"entry": entry}).strip()
    address = entry.profile.get_absolute_url()
    before = format_html('<span class="named">{}<a href="{}">', mark_safe(card), address)
    return _mark(mention, before, "</a></span>", is_link=True)
