"""The photos of a page: captions by the place of their lines."""

from dataclasses import dataclass, field

from hwalja.articles.intake import captions
from hwalja.articles.intake.lines import Kind, Line
from hwalja.articles.intake.record import Caption


@dataclass(slots=True)
class Photos:
    """Captions by the place of their line; `taken` are unmarked lines a credit made captions."""

    captions: dict[int, Caption] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def each_once(self) -> dict[int, Caption]:
        """Without those that a page prints twice."""
        seen: dict[Caption, int] = {}
        for place, caption in self.captions.items():
            seen.setdefault(caption, place)
        return {place: caption for caption, place in seen.items()}


def find(lines: list[Line], begin: int, end: int, known: dict[int, Caption]) -> Photos:
    """Captions between two lines, each with its credit from its own line or the next."""
    found = Photos()
    for n in range(begin, end):
        marked = lines[n].kind is Kind.CAPTION
        caption = captions.read(lines[n].text) if marked else known.get(n)
        if caption is None:
            continue
        above = found.captions.get(n - 1)
        if caption.text or not caption.credit:
            found.captions[n] = caption
        elif above and not above.credit:
            found.captions[n - 1] = Caption(above.text, caption.credit)
        elif above is None and _is_caption_above(lines, n):
            found.captions[n - 1] = Caption(lines[n - 1].text, caption.credit)
            found.taken.add(n - 1)
        else:
            found.captions[n] = caption
    return found


def _is_caption_above(lines: list[Line], n: int) -> bool:
    """A short line of its own block, directly above a line which is only a credit."""
    if n < 2 or lines[n].gap or lines[n - 1].kind not in {Kind.SENTENCE, Kind.OTHER}:
        return False
    above = lines[n - 1]
    return (above.gap or lines[n - 2].kind is not Kind.SENTENCE) and len(above.text) <= 150
