"""The stories of a bench paper, the same however often they are asked for.

What the newest tell, and where they stand, is alike in every paper: only the size differs.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

from hwalja.articles.bench_paper import words
from hwalja.articles.bench_paper.plan import Calendar
from hwalja.articles.bulk import Story

PARAGRAPHS = 400  # Written once; each story takes some of them.
SENTENCES_EACH = 3
LONGEST, SHORTEST = 9, 5  # Paragraphs of a story: about 1,500 letters.
PICTURED = 0.2
SERIAL = 0.04
SUMMARY = 160


@dataclass(frozen=True)
class Cast:
    """Ids of what articles point to."""

    sections: Sequence[int]
    reporters: Sequence[int]
    tags: Sequence[int]
    series: Sequence[int]
    photos: Sequence[int]


def filled(lines: str) -> list[str]:
    return [line.strip() for line in lines.replace("|", "\n").splitlines() if line.strip()]


def company(dice: Random) -> str:
    return dice.choice(words.COMPANY_HEADS) + dice.choice(words.COMPANY_TAILS)


def person(dice: Random) -> str:
    parts = (words.FAMILY_NAMES, words.GIVEN_FIRST, words.GIVEN_LAST)
    return "".join(dice.choice(part) for part in parts)


def falling(count: int) -> list[float]:
    """Cumulative weights 1, 1/2, 1/3 …: a few of every kind are everywhere, most are rare."""
    return list(accumulate(1 / place for place in range(1, count + 1)))


class Writer:
    """Writes the stories of one paper."""

    def __init__(self, cast: Cast, calendar: Calendar, seed: int) -> None:
        self.cast, self.calendar, self.seed = cast, calendar, seed
        self._deeds = filled(words.DEEDS)
        dice = Random(seed)
        self._paragraphs = [_paragraph(dice, place) for place in range(PARAGRAPHS)]
        self._weights = {
            name: falling(len(getattr(cast, name))) for name in ("sections", "reporters", "tags")
        }

    def batch(self, first: int, last: int) -> dict[int, list[Story]]:
        """Stories first … last, by section."""
        found: dict[int, list[Story]] = {}
        for number in range(first, last + 1):
            dice = Random(f"{self.seed}:{self.calendar.total - number}")
            found.setdefault(self._some(dice, "sections"), []).append(self._story(dice, number))
        return found

    def _some(self, dice: Random, name: str) -> int:
        (one,) = dice.choices(getattr(self.cast, name), cum_weights=self._weights[name])
        return int(one)

    def _story(self, dice: Random, number: int) -> Story:
        paragraphs = dice.sample(self._paragraphs, dice.randint(SHORTEST, LONGEST))
        photo = dice.choice(self.cast.photos) if dice.random() < PICTURED else None
        reporters = [self._some(dice, "reporters") for _ in range(1 + (dice.random() < 0.1))]
        return Story(
            number=number,
            title=f"{company(dice)} {dice.choice(self._deeds).format(n=dice.randint(2, 9))}",
            summary=paragraphs[0][0],
            body="[" + ",".join([*_photo(photo), *(block for _, block in paragraphs)]) + "]",
            published_at=self.calendar.moment(number),
            reporter_ids=list(dict.fromkeys(reporters)),
            tag_ids=list(dict.fromkeys(self._some(dice, "tags") for _ in range(3))),
            series_id=dice.choice(self.cast.series) if dice.random() < SERIAL else None,
            photo_id=photo,
        )


def _paragraph(dice: Random, place: int) -> tuple[str, str]:
    """Its beginning, as a summary has it, and the block as JSON."""
    sentences = dice.sample(filled(words.SENTENCES), SENTENCES_EACH)
    text = " ".join(sentences).format(
        company=company(dice),
        name=person(dice),
        topic=dice.choice(words.TOPICS),
        n=dice.randint(2, 9),
        day=dice.randint(10, 28),
    )
    return text[:SUMMARY], _block("paragraph", f"<p>{text}</p>", f"p{place}")


def _photo(photo: int | None) -> list[str]:
    value = {"photo": photo, "caption": "", "credit": ""}
    return [_block("photo", value, "photo")] if photo else []


def _block(kind: str, value: Any, name: str) -> str:
    return json.dumps({"type": kind, "value": value, "id": name}, ensure_ascii=False)
