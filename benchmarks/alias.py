"""Another name of somebody, over 100,000 articles that were read: until all that hangs on it is true.

The texts are kept as reading leaves them; the new name stands in one of 500. Beside the pass over
the archive its floor: asking the database for the same texts and doing nothing with them. The
pages that changed are then pressed as after any edit.
"""

import time
from collections.abc import Callable

from benchmarks.paper import throw_away

ARTICLES, EVERY, SENTENCES = 100_000, 500, 24
NEW = "한별"
SENTENCE = "가온시는 새 다리를 내년 봄에 연다고 밝혔다. 관계자는 공사가 순조롭게 진행되고 있으며 예산도 충분하다고 설명했다."
NAMED = f"누리전자 {NEW} 대표는 이날 회의에서 공장을 더 짓겠다고 말했다."


def main() -> None:
    with throw_away():
        _content()
        floor, passed, linked = _timed(_ask), _timed(_change), _linked()
    print(f"{ARTICLES:,} articles of {len(_text('', 0)):,} characters, {linked:,} named anew")
    print(f"{'what':44}{'s':>8}{'ratio':>8}")
    for name, seconds in (("the texts, out of the database", floor), ("a new name, live", passed)):
        print(f"{name:44}{seconds:8.1f}{seconds / floor:8.2f}")


def _timed(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def _content() -> None:
    from django.utils import timezone

    from hwalja.articles.models import Article
    from hwalja.mentions.models import Reading
    from hwalja.people.actions.add import add
    from hwalja.people.records import PostRecord, Record
    from hwalja.testing import make_newsroom
    from tests.archive import archive

    archive(make_newsroom(), ARTICLES)
    add(Record("누리전자", kind="organisation"), None)
    add(Record("한가람", posts=(PostRecord("누리전자", "대표"),)), None)
    articles = Article.objects.order_by("pk").values_list("pk", "title")
    rows = []
    for place, (pk, title) in enumerate(articles.iterator()):
        text = _text(title, place)
        parts = [["title", "title", 0, len(title), 0]]
        parts += [["body", "a", len(title) + 2, len(text), 0]]
        rows.append(
            Reading(
                article_id=pk,
                state=Reading.READ,
                read_at=timezone.now(),
                text=text,
                parts=parts,
                sentences=_sentences(text, len(title) + 2),
            )
        )
    Reading.objects.bulk_create(rows, batch_size=500)


def _text(title: str, place: int) -> str:
    said = NAMED if place % EVERY == 0 else SENTENCE
    return f"{title}\n\n{' '.join([SENTENCE] * (SENTENCES - 1) + [said])}"


def _sentences(text: str, start: int) -> list[list[int]]:
    found = []
    while start < len(text):
        end = text.index(".", start) + 1
        found.append([start, end])
        start = end + 1
    return found


def _ask() -> None:
    from hwalja.mentions import relinking

    for _ in relinking._texts():
        pass


def _change() -> None:
    """The name is written, and the analyst does what is then to be done."""
    from hwalja.mentions import known
    from hwalja.mentions.reading.directory import Directory
    from hwalja.mentions.reading.linking import Linker
    from hwalja.mentions.relinking import Relinking
    from hwalja.people.actions.edit import edit
    from hwalja.people.models import Name, Profile

    one = Profile.objects.get(name="한가람")
    edit(one.pk, None, lambda: Name.objects.create(profile=one, text=NEW))
    directory = Directory(known.entries())
    for _ in Relinking(directory, Linker(directory)).steps():
        pass


def _linked() -> int:
    from hwalja.mentions.models import Appearance

    found = Appearance.objects.filter(profile__name="한가람").count()
    assert found == ARTICLES // EVERY, found
    return found


if __name__ == "__main__":
    main()
