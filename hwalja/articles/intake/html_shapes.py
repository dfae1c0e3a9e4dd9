"""Tables, lists and headings of an HTML page as lines that say what they are."""

from collections.abc import Callable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from hwalja.articles.intake import shapes
from hwalja.articles.intake.items import is_headline
from hwalja.articles.intake.shapes import Kind
from hwalja.hangul.normalise import clean, collapse

# A table with longer cells, or one that holds any of these, lays out a page.
_LONGEST_CELL = 200
_NO_CELL = ("table", "figure", "img", "h1", "h2", "h3", "iframe", "form")
_NO_ITEM = ("ul", "ol", "table", "figure", "img", "h1", "h2", "h3", "h4", "p", "div", "dl", "li")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# Items of one list that are looked at to tell what the list is.
_MOST_ITEMS = 50
Words = Callable[[HtmlElement], str]


class Shaper:
    """Lines of the elements that have a shape; counts lists and tables as it meets them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.groups: dict[HtmlElement, int] = {}
        self.leads_away: dict[HtmlElement, bool] = {}

    def lines(self, element: HtmlElement) -> str | None:
        """The lines an element becomes, or None where it is to be read like any other."""
        if element.tag == "table" and is_table(element):
            return "\n\n" + "\n".join(self._table(element)) + "\n\n"
        if element.tag == "figcaption" and _table_of(element) is not None:
            return self._line("caption", element, _table_of(element))
        if element.tag == "li" and _is_item(element):
            return self._line(self._kind(element), element, _parent(element))
        if element.tag in _HEADINGS and next(element.iterdescendants(*_NO_CELL), None) is None:
            return self._line("heading", element, element)
        return None

    def _kind(self, item: HtmlElement) -> Kind:
        """A list of nothing but links to headlines leads to other stories."""
        owner = _parent(item)
        if owner not in self.leads_away:
            items = list(islice(owner.iterchildren("li"), _MOST_ITEMS))
            linked = all(_is_link(one) and is_headline(self._words(one)) for one in items)
            self.leads_away[owner] = linked and len(items) > 1
        if self.leads_away[owner]:
            return "link"
        return "number" if owner.tag == "ol" else "item"

    def _line(self, kind: Kind, element: HtmlElement, owner: HtmlElement | None) -> str:
        text = self._words(element)
        return f"\n\n{self._mark(kind, owner)}{text}\n\n" if text else ""

    def _mark(self, kind: Kind, owner: HtmlElement | None) -> str:
        return shapes.mark(kind, self.groups.setdefault(owner, len(self.groups)))

    def _words(self, element: HtmlElement) -> str:
        return collapse(clean(self.words(element)))

    def _table(self, table: HtmlElement) -> Iterator[str]:
        for caption in table.iter("caption"):
            yield self._mark("caption", table) + self._words(caption)
        for n, row in enumerate(table.iter("tr")):
            columns = list(row.iterchildren("td", "th"))
            head = n == 0 and all(column.tag == "th" for column in columns)
            above = n == 0 and _parent(row).tag == "thead"
            text = " | ".join(self._words(column).replace("|", "/") for column in columns)
            if text.strip(" |"):
                yield self._mark("head" if head or above else "row", table) + text


def is_table(table: HtmlElement) -> bool:
    """Whether a table holds figures and words in rows and columns, and no part of a page."""
    if next(table.iterdescendants(*_NO_CELL), None) is not None:
        return False
    rows = [len(list(row.iterchildren("td", "th"))) for row in table.iter("tr")]
    if len(rows) < 2 or sum(count > 1 for count in rows) < 2:
        return False
    texts = ("".join(islice(cell.itertext(), 200)) for cell in table.iter("td", "th"))
    return all(len(text.strip()) <= _LONGEST_CELL for text in texts)


def _table_of(caption: HtmlElement) -> HtmlElement | None:
    """The table that a figure's caption belongs to."""
    figure = _parent(caption)
    table = next(figure.iterdescendants("table"), None) if figure.tag == "figure" else None
    return table if table is not None and is_table(table) else None


def _parent(element: HtmlElement) -> HtmlElement:
    found = element.getparent()
    return element if found is None else found


def _is_item(element: HtmlElement) -> bool:
    """An item of a list in the story: words, and nothing nested."""
    if _parent(element).tag not in {"ul", "ol"}:
        return False
    inner = next(element.iterdescendants(*_NO_ITEM), None)
    return inner is None or (inner.tag == "p" and len(element) == 1)


def _is_link(item: HtmlElement) -> bool:
    linked = sum(len(link.text_content()) for link in islice(item.iter("a"), 20))
    return linked >= 0.9 * len(item.text_content().strip())
