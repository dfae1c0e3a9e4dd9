"""Somebody of whom much was written and read: rows as reading leaves them, laid in bulk."""

from collections.abc import Iterator
from typing import Any

from hwalja.articles.models import Article
from hwalja.mentions.models import Appearance, Quotation, Relation, Title
from hwalja.people.models import Profile

OTHERS = 20
SAID = "한가람 대표는 “{}번째로 하는 말이지만 서두르지 않겠다”고 말했다."


def people() -> tuple[Profile, list[Profile]]:
    """The one, and those who stand beside them."""
    rows = [Profile(pk=f"w{n}", name=f"도윤{chr(0xAC00 + n * 28)}") for n in range(OTHERS)]
    for row in rows[:4]:
        row.kind = Profile.ORGANISATION
    one = Profile(pk="much", name="한가람")
    for row in (one, *rows):
        row.settle()
    Profile.objects.bulk_create([one, *rows])
    return one, rows


def lay(one: Profile, others: list[Profile], numbers: list[int], quotations: int) -> None:
    """In each article the one with three of the others; `quotations` shared out over all."""
    found = Article.objects.filter(number__in=numbers).order_by("number")
    articles = list(found.values_list("pk", "listed_at", "section"))
    each = quotations / len(articles)
    appearances, said, rest = [], [], []
    for n, (pk, at, section) in enumerate(articles):
        beside = [others[(n * step) % len(others)] for step in (1, 3, 7)]
        for profile in {row.pk: row for row in (one, *beside)}.values():
            appearances.append(
                Appearance(article_id=pk, profile=profile, start=0, mentions=1, listed_at=at)
            )
        said += list(_quotations(one, pk, at, section, range(int(n * each), int((n + 1) * each))))
        rest += list(_rest(one, others, n, pk, at))
    Appearance.objects.bulk_create(appearances, batch_size=500)
    Quotation.objects.bulk_create(said, batch_size=500)
    for model in (Title, Relation):
        model.objects.bulk_create([row for row in rest if isinstance(row, model)], batch_size=500)


def _found(article: int, at: Any, words: str, sentence: str) -> dict[str, Any]:
    return {
        "article_id": article,
        "place": "a",
        "at": 0,
        "start": 0,
        "end": len(words),
        "text": words,
        "sentence": sentence,
        "inset": sentence.index(words),
        "tier": 0,
        "public": True,
        "listed_at": at,
    }


def _quotations(
    one: Profile, article: int, at: Any, section: int, numbers: range
) -> Iterator[Quotation]:
    for number in numbers:
        words = f"{number}번째로 하는 말이지만 서두르지 않겠다"
        known = _found(article, at, words, SAID.format(number))
        known |= {"start": number, "end": number + len(words)}
        yield Quotation(**known, kind="direct", speaker=one.name, profile=one, section_id=section)


def _rest(
    one: Profile, others: list[Profile], n: int, article: int, at: Any
) -> Iterator[Title | Relation]:
    if n % 10 == 0:
        words = f"{n % 50}번 이사"
        known = _found(article, at, words, f"한가람 {words}는 말했다.")
        yield Title(**known, name=one.name, title=words, profile=one)
    if n % 50 == 0:
        other = others[n // 50 % len(others)]
        known = _found(article, at, "투자했다", f"한가람이 {other.name}에 투자했다.")
        yield Relation(**known, kind="투자", a_name=one.name, b_name=other.name, a=one, b=other)
