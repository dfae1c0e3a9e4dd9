"""What stands above a story: section, headline, deck, bylines and times."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from hwalja.articles.intake import bylines, crumbs, sections, when
from hwalja.articles.intake.furniture import is_row
from hwalja.articles.intake.lines import SUBHEAD, Kind, Line, could_be_spoken
from hwalja.articles.intake.record import Byline
from hwalja.hangul.normalise import collapse

# A deck of sentences above the byline is short; more than this is the story itself.
_DECK_MASS, _DECK_LINES = 200, 3
_HEADLINE = range(8, 121)
_BUTTON = re.compile(r"(?:하기|보기|받기|찾기|듣기|끄기|켜기)$")
_SUFFIX = re.compile(r"\s+(?:[-|–—<:]|::|ㅣ)\s+")


@dataclass(slots=True)
class Header:
    """Where the head of a page ends and what it says; indices count lines."""

    headline: str
    at: int
    anchor: int | None
    start: int
    section: list[str] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)


def key(text: str) -> str:
    """A headline reduced to its letters, so that quotation marks and spacing do not matter."""
    return re.sub(r"[\W_]+", "", text).lower()


def read(lines: list[Line]) -> Header | None:
    """The head of a page, or None where no line can be a headline."""
    anchor = find_anchor(lines)
    start = _first_sentence(lines, 0 if anchor is None else anchor + 1)
    at = _headline_at(lines, anchor, start)
    if at is None:
        return None
    headline, tail = _trimmed(lines, at)
    head = Header(headline, at, anchor, start)
    head.section = (
        crumbs.near(lines, at, start)
        or tail
        or _window_crumbs(lines, head)
        or _section_of_byline(lines, head)
    )
    head.start = _back_to_start(lines, head)
    head.deck = _deck(lines, head)
    return head


def find_anchor(lines: list[Line]) -> int | None:
    """The last line of bylines and times that stands above the story."""
    anchor: int | None = None
    mass = count = 0
    for index, line in enumerate(lines):
        if line.kind is Kind.SENTENCE:
            mass, count = mass + line.mass, count + 1
        if line.kind is not Kind.META:
            continue
        short = mass <= _DECK_MASS and count < _DECK_LINES
        if mass and not (short and _mass_after(lines, index) >= 2 * mass):
            break
        anchor, mass, count = index, 0, 0
    return anchor


def _mass_after(lines: list[Line], index: int) -> int:
    """Running text between this line and the next that could close a story."""
    mass = 0
    for line in lines[index + 1 :]:
        if line.kind in {Kind.META, Kind.COPYRIGHT, Kind.LIST_HEAD, Kind.FOOTER} and mass:
            break
        mass += line.mass
    return mass


_SUMMARY = re.compile(r"^\W*(?:AI\s?)?(?:기사\s?|뉴스\s?)?(?:핵심\s?|[3세]\s?줄\s?)?요약\W*$", re.I)


def _first_sentence(lines: list[Line], start: int) -> int:
    """The first running text, a box of summary passed over."""
    index = start
    while index < len(lines) and lines[index].kind is not Kind.SENTENCE:
        boxed = _SUMMARY.match(lines[index].text)
        index += 1
        while boxed and index < len(lines) and not lines[index].gap:
            index += 1
    return index


def _headline_at(lines: list[Line], anchor: int | None, start: int) -> int | None:
    """The likeliest headline above the story: repeated on the page, else the first of its block."""
    seen = _repetitions(lines)
    places = [n for n in range(start) if _can_head(lines[n], n < (anchor or 0))]
    if not places:
        return None
    places = _without_tickers(lines, places)
    crumb = max((n for n in range(places[-1]) if _is_crumb(lines[n])), default=-1)

    def score(place: int) -> tuple[float, int]:
        text = lines[place].text
        points = 6.0 if seen[key(text)] > 1 else 0.0
        points += 3 if len(text) >= 12 and " " in text else 0
        points += 2 if place > crumb else 0
        points -= 3 if re.match(r"[-·•ㆍ※]|\d{1,2}[.)]\s", text) else 0
        points -= 2 if _SUFFIX.search(text) else 0
        return points, -place

    return max(places, key=score)


def _is_crumb(line: Line) -> bool:
    """Whether a line names sections; "▲ 책방. < 한강통신 >" closes no crumb with its mark."""
    return line.kind is not Kind.CAPTION and bool(sections.read(line.raw))


def _repetitions(lines: list[Line]) -> Counter[str]:
    """How often each line stands on the page, window titles ("headline - paper") included."""
    seen: Counter[str] = Counter()
    for line in lines:
        if line.kind not in {Kind.SENTENCE, Kind.META}:
            seen[key(line.text)] += 1
            parts = _SUFFIX.split(line.text)
            seen.update({key(" ".join(parts[:n])) for n in range(1, len(parts))})
    return seen


def _can_head(line: Line, above_byline: bool) -> bool:
    fits = len(line.text) in _HEADLINE and re.search("[가-힣]", line.text)
    kinds = {Kind.OTHER, Kind.SENTENCE} if above_byline else {Kind.OTHER}
    if not fits or line.kind not in kinds or SUBHEAD.match(line.text):
        return False
    if sections.is_menu(line.text) or is_row(line.text):
        return False
    return not sections.read(line.raw) and not _is_outlet(line.text)


def _is_outlet(text: str) -> bool:
    return bool(re.fullmatch(r"\[[^\]]{2,16}\]", text))


def _without_tickers(lines: list[Line], places: list[int]) -> list[int]:
    """Drop blocks of three candidates or more that stand before another block."""
    groups: list[list[int]] = []
    for place in places:
        if lines[place].gap or not groups or place != groups[-1][-1] + 1:
            groups.append([])
        groups[-1].append(place)
    while len(groups) > 1 and len(groups[0]) >= 3:
        groups.pop(0)
    return [place for group in groups for place in group]


def _trimmed(lines: list[Line], at: int) -> tuple[str, list[str]]:
    """The headline without a window title's tail, and the crumbs such a tail may hold."""
    text = re.sub(r"^제목\s?[:：]\s?", "", lines[at].text)
    parts = _SUFFIX.split(text)
    tail = text[len(parts[0]) :]
    if len(parts) > 1 and "기사본문" in tail.replace(" ", ""):
        crumbs = [part for part in parts[1:] if sections.is_word(part)]
        return parts[0], crumbs[::-1][:2]
    mastheads = {key(line.text) for line in lines[:at] if len(line.text) <= 20}
    if len(parts) > 1 and len(parts[0]) >= 8 and key(parts[-1]) in mastheads:
        return text[: text.rindex(parts[-1])].rstrip(" -|–—<:ㅣ"), []
    return text, []


def _window_crumbs(lines: list[Line], head: Header) -> list[str]:
    """The sections in a window's title: "headline < 금융 < 경제 < 기사본문 - paper"."""
    for line in lines[: head.start]:
        if key(line.text).startswith(key(head.headline)) and "기사본문" in line.text:
            parts = _SUFFIX.split(line.text)[1:]
            return [part for part in parts if sections.is_word(part)][::-1][:2]
    return []


def _section_of_byline(lines: list[Line], head: Header) -> list[str]:
    """Section names that open the byline: "사회 | 홍길동 기자 | 2025.01.12 06:00"."""
    for n in _meta_places(lines, head):
        parts = re.split(r"\s*[|ㅣ>/]\s*", lines[n].text)
        named = list(itertools.takewhile(sections.is_word, parts[:2]))
        if named:
            return named
    return []


# The parts of a broadcast's story.
_SPEAKER = re.compile(r"^[\[<]?(?:앵커|앵커\s?멘트|리포트|기자)[\]>]?$")


def _back_to_start(lines: list[Line], head: Header) -> int:
    """The story may open with a subheading, a question or a quotation just above a sentence."""
    floor = max(head.at, -1 if head.anchor is None else head.anchor) + 1
    start = head.start
    while start > floor and lines[start - 1].kind is Kind.OTHER:
        text = lines[start - 1].text
        opens = (
            SUBHEAD.match(text)
            or _SPEAKER.match(text)
            or (head.anchor is not None and could_be_spoken(text))
        )
        if key(text) == key(head.headline) or not opens:
            break
        start -= 1
    return start


def _deck(lines: list[Line], head: Header) -> list[str]:
    """Lines between the headline and the story which are nothing else."""
    deck: list[str] = []
    for n in range(head.at + 1, head.start):
        text = lines[n].text
        above = head.anchor is not None and n < head.anchor
        kinds = {Kind.OTHER, Kind.SENTENCE} if above else {Kind.OTHER}
        fits = lines[n].kind in kinds and re.search("[가-힣].*[가-힣]", text)
        other = _is_known(lines[n], head) or _BUTTON.search(text) or is_row(text)
        if fits and len(text) >= 6 and not other:
            deck.append(re.sub(r"^(?:부제\s?[:：]|[-–ㆍ·•=*]+)\s*|\s*[-=*]+$", "", text))
    return list(dict.fromkeys(deck))[:5]


def _is_known(line: Line, head: Header) -> bool:
    known = {key(head.headline), *map(key, head.section)}
    return key(line.text) in known or _is_outlet(line.text) or _is_crumb(line)


def people(lines: list[Line], head: Header) -> list[Byline]:
    """Reporters named between the headline and the story, mails on lines of their own lent."""
    metas = [lines[n].text for n in _meta_places(lines, head)]
    found = bylines.merge(bylines.find(text) for text in metas) or _author(metas)
    return bylines.lend_mail(
        found, [mail for text in metas for mail in bylines.EMAIL.findall(text)]
    )


_AUTHOR = re.compile(
    r"^(?P<name>[가-힣]{2,4})\s[가-힣A-Za-z·\s]{2,30}(?:대표|위원|위원장|소장|원장|이사|이사장|회장|연구원|작가|박사|의원|장관|총재|"
    r"사장|실장|본부장|센터장|국장|팀장|과장|대사|감독|강사|회계사|노무사|애널리스트)$"
)


def _author(metas: list[str]) -> list[Byline]:
    """Who wrote for the paper without being of it: a name and a post before the time."""
    bare = (collapse(when.MOMENT.sub(" ", bylines.EMAIL.sub(" ", text))) for text in metas)
    found = next((one for one in map(_AUTHOR.match, bare) if one), None)
    return [Byline(found["name"])] if found else []


def times(lines: list[Line], head: Header) -> list[when.Stamp]:
    """Every time between headline and story; those above the headline if there is none below."""
    below: list[when.Stamp] = []
    above: list[when.Stamp] = []
    for n in _meta_places(lines, head):
        label = lines[n - 1].text if n and len(lines[n - 1].text) <= 12 else ""
        (below if n > head.at else above).extend(when.stamps(lines[n].text, label))
    return below or above


def _meta_places(lines: list[Line], head: Header) -> list[int]:
    """Lines of bylines and times, those below the headline before those above it."""
    below = [n for n in range(head.at, head.start) if lines[n].kind is Kind.META]
    above = [n for n in range(max(head.at - 6, 0), head.at) if lines[n].kind is Kind.META]
    return below + above
