"""From HTML elements to the lines a reader sees, and the element which holds the story."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from hwalja.articles.intake import shapes
from hwalja.articles.intake.html_shapes import Shaper
from hwalja.articles.intake.lines import is_sentence
from hwalja.hangul.normalise import clean, collapse

_UNSEEN = frozenset(
    """
    script style noscript template iframe svg canvas object embed head select option
    button form textarea
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)
_BLOCK = frozenset(
    """
    p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt
    dd table tr thead tbody figure figcaption blockquote pre hr address center fieldset
    details summary
    """.split()  # noqa: SIM905  (a paragraph of words reads better than forty quotes)
)
# Parts of an article's element which are none of its text, by the names papers give them.
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:share|sns|related?|relation|recommend|copyright|reporter|journalist|byline|writer|banner|ads?|adsbygoogle|"
    r"comments?|reply|tags?|keyword|subscribe|subscription|print|fontsize|font-size|btn|button|popup|promotion|hot-?news|ranking)"
    r"(?:$|[\s_-]|box|list|area|wrap)",
    re.I,
)
_CAPTION = re.compile(
    r"caption|img_?desc|photo_?desc|desc_?thumb|pic_?desc|(?:^|[\s_-])cap(?:$|[\s_-])|photo_?txt",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_STORY = re.compile(
    r"article[-_]?(?:body|view|content|cont|txt|text|main|detail)|news[-_]?(?:body|content|cont|view|text|txt|end|ct|detail)|story[-_]?(?:body|news|content)|"
    r"view[-_]?(?:con|cont|content|text|txt|article|body|area)|art[-_]?(?:body|text|txt|cont|view)|cont[-_]?(?:view|body|article|art)|dic_area|"
    r"entry-content|post-content|detail[-_]?(?:body|content|txt)|(?:^|\s)(?:article|articleview|newsview|par|text|content)(?:$|\s)|user-content|arti_?cont",
    re.I,
)
# An element which holds nearly all running text is as good as the one which holds all of it.
_NEARLY = 0.9
# Elements that are weighed; each costs a reading of all it holds.
_MOST = 40
# So much of a paragraph tells it from others.
_OPENING = 24


def to_text(element: HtmlElement, story_only: bool = False) -> str:
    """The visible text, one block a line; captions get the mark a captured page would have."""
    return clean("".join(_pieces(element, story_only)))


def to_shaped_text(element: HtmlElement) -> str:
    """The text of a story whose tables, lists and headings are marked (shapes.take)."""
    shaper = Shaper(lambda part: "".join(_pieces(part, True)))
    return clean("".join(_pieces(element, True, shaper)))


def _pieces(element: HtmlElement, story_only: bool, shaper: Shaper | None = None) -> Iterator[str]:
    """Depth first without recursion, as hostile pages nest deeper than Python may."""
    stack: list[tuple[HtmlElement | str, bool]] = [(element, True)]
    while stack:
        item, root = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        if (
            not isinstance(item.tag, str)
            or _is_unseen(item)
            or (story_only and not root and _is_aside(item))
        ):
            continue
        shaped = shaper.lines(item) if shaper and not root else None
        if shaped is not None:
            yield shaped
            continue
        before, after = ("", "") if root else _edges(item)
        yield before
        stack.append((after, False))
        for child in reversed(item):
            apart = not story_only and _is_step(child)
            stack.append(("  " if apart else _flat(child.tail), False))
            stack.append((child, False))
        stack.append((_flat(item.text), False))


def _is_step(element: HtmlElement) -> bool:
    """Whether a link stands beside another with nothing between, as the steps of a path do."""
    following = element.getnext()
    beside = element.tag == "a" and following is not None and following.tag == "a"
    return beside and not (element.tail or "").strip()


def _edges(element: HtmlElement) -> tuple[str, str]:
    """What stands before and after an element's text."""
    if element.tag == "br":
        return "\n", ""
    if element.tag in {"td", "th"}:
        return "", " | " if element.getnext() is not None else ""
    if _is_caption(element):
        marked = re.match(r"\s*[▲△▼◀]", "".join(islice(element.itertext(), 50)))
        return ("\n\n" if marked else "\n\n▲ "), "\n\n"
    if element.tag == "tr":
        return "\n", "\n"
    return ("\n\n", "\n\n") if element.tag in _BLOCK else ("", "")


def _flat(text: str | None) -> str:
    """Text as HTML shows it: any white space is one space."""
    return re.sub(r"[ \t\r\n\f]+", " ", shapes.forget(text)) if text else ""


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _is_unseen(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    return (
        element.tag in _UNSEEN or element.get("hidden") is not None or bool(_HIDDEN.search(style))
    )


def _is_aside(element: HtmlElement) -> bool:
    return element.tag in {"aside", "nav", "footer"} or bool(_ASIDE.search(_names(element)))


def _is_caption(element: HtmlElement) -> bool:
    """A caption with words in it, and not part of another."""
    if not _says_caption(element) or not collapse("".join(islice(element.itertext(), 50))):
        return False
    return not any(map(_says_caption, islice(element.iterancestors(), 4)))


def _says_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION.search(_names(element)))


def story_element(tree: HtmlElement) -> HtmlElement | None:
    """The element which holds the story: marked up as such, else named like one, else <article>."""
    marked = tree.xpath("//*[@itemprop='articleBody']")
    named = [
        element
        for element in tree.iter("div", "section", "article", "td")
        if _STORY.search(_names(element))
    ]
    for candidates in (marked, named[:_MOST], list(tree.iter("article", "main"))[:_MOST]):
        best = _densest(candidates)
        if best is not None:
            return best
    return None


def around(tree: HtmlElement, paragraphs: list[str]) -> HtmlElement | None:
    """The smallest element around a story's first and last paragraph, where both are found."""
    ends = [_holder(tree, text) for text in (paragraphs[:1] + paragraphs[-1:])]
    if len(ends) < 2 or ends[0] is None or ends[1] is None:
        return None
    holding = {ends[0], *ends[0].iterancestors()}
    return next((one for one in (ends[1], *ends[1].iterancestors()) if one in holding), None)


def _holder(tree: HtmlElement, paragraph: str) -> HtmlElement | None:
    """The element whose own text a paragraph opens in."""
    opening = paragraph[:_OPENING]
    for element in tree.iter():
        if not isinstance(element.tag, str) or _is_unseen(element):
            continue
        if opening in _plain(element.text):
            return element
        above = element.getparent()
        if above is not None and opening in _plain(element.tail):
            return above
    return None


def _plain(text: str | None) -> str:
    return collapse(clean(text)) if text else ""


def _densest(candidates: list[HtmlElement]) -> HtmlElement | None:
    """Of the elements with nearly the most running text, the one with the least else."""
    weighed = [(element, *_weigh(element)) for element in candidates]
    most = max((mass for _, mass, _ in weighed), default=0)
    good = [
        (rest, n, element)
        for n, (element, mass, rest) in enumerate(weighed)
        if mass >= _NEARLY * most
    ]
    return min(good)[2] if most > 20 else None


def _weigh(element: HtmlElement) -> tuple[int, int]:
    """Characters of running text in an element, and of everything else."""
    lines = [collapse(line) for line in to_text(element, story_only=True).split("\n")]
    mass = sum(len(line) for line in lines if is_sentence(line))
    return mass, sum(map(len, lines)) - mass
