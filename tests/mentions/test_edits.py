"""Editors decide about articles, and the articles are edited: every decision stays with its words."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hwalja.articles.models import Article
from hwalja.mentions import carry, desk
from hwalja.mentions.actions.accept import accept
from hwalja.mentions.actions.change_person import change_person
from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.actions.reject import reject
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.models import Decision, Found, Mention, Quotation, Reading, Relink
from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.tests.reading import splitter
from hwalja.people.actions.load import load
from hwalja.people.models import Profile
from hwalja.people.records import PostRecord, Record
from hwalja.testing import Newsroom
from tests.mentions.broken import ByOffset, ByWords
from tests.mentions.editing import HEADLINE, Editor, Manuscript

HERE = Path(__file__).parent / "practice"
ARTICLES = sorted((HERE / "articles").glob("*.txt"))
EDITS_EACH = 10
Measured = Callable[[str, str, str], None]
Ids = tuple[int, ...]


@dataclass
class Count:
    """What became of decisions, once for each edit and each decision."""

    edits: int = 0
    looked_at: int = 0
    stood: int = 0
    gone: int = 0
    asked: int = 0
    came_back: int = 0
    lost: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)


def directory() -> None:
    rows = json.loads((HERE / "people.json").read_text())
    records = [
        Record(
            row["name"],
            kind=row["kind"],
            id=row["id"],
            aliases=tuple(row["aliases"]),
            posts=(PostRecord(row["org"], row["title"]),) if row["title"] else (),
        )
        for row in rows
    ]
    load(records, None, document="people.json")
    Relink.objects.all().delete()


def manuscript(file: Path) -> Manuscript:
    headline, _, *body = file.read_text().strip().split("\n\n")
    return Manuscript.of(headline, body)


def publish(newsroom: Newsroom, article: Article | None, text: Manuscript) -> Article:
    if article is None:
        return newsroom.publish(title=text.headline, body=text.body)
    fresh = Article.objects.get(pk=article.pk)
    fresh.title, fresh.body = text.headline, text.body
    fresh.save_revision().publish()
    return fresh


def decide(article: Article, dice: Random) -> None:
    """Accept, reject or change whatever stands in the article, in its own order."""
    others = list(Profile.objects.people().values_list("pk", flat=True)[:40])
    found = desk.of_article(article.pk)
    for item in [*found.doubtful, *found.sure, *found.automatic]:
        try:
            if dice.random() < 0.5:
                accept(article.pk, [item.ref], None)
            elif dice.random() < 0.6:
                reject(article.pk, [item.ref], None)
            else:
                change_person(article.pk, item.ref, dice.choice(others), None)
        except NotNow:
            reject(article.pk, [item.ref], None)


class Watch:
    """The decisions of one article with the identities of their words."""

    def __init__(self, text: Manuscript, article_id: int, count: Count) -> None:
        self.text, self.count = text, count
        self._dormant: set[str] = set()
        self._held = {
            row.ref: (row, text.identities(row.place, row.at, len(row.text)))
            for row in rows(article_id)
            if row.verdict
        }

    @property
    def identities(self) -> list[Ids]:
        return [identities for _, identities in self._held.values()]

    def look(self, after: str, *, is_read: bool) -> None:
        """Hold every decision against what became of its words; `after` names the edit."""
        for ref, (before, identities) in self._held.items():
            kind, pk = ref.split(":")
            row = desk.MODELS[kind].objects.select_related("decision").filter(pk=pk).first()
            told = f"{after}: {ref} ‘{before.text}’"
            self.count.looked_at += 1
            if row is None or (row.verdict, row.decision_id) != (
                before.verdict,
                before.decision_id,
            ):
                self.count.lost.append(told)
            elif row.stands:
                self._standing(row, identities, told)
            else:
                self._gone(row, identities, told, is_read)

    def _standing(self, row: Any, identities: Ids, told: str) -> None:
        words = self._words(row)
        now = self.text.identities(row.place, row.at, len(row.text))
        if words != row.decision.words:
            self.count.moved.append(f"{told} → ‘{words}’")
        elif now != identities and not self._is_twin(row):
            self.count.moved.append(f"{told} → {row.sentence}")
        self.count.stood += 1
        self.count.asked += row.asks_again
        if row.ref in self._dormant:
            self._dormant.remove(row.ref)
            self.count.came_back += 1

    def _words(self, row: Any) -> str:
        return self.text.text(row.place)[row.at : row.at + len(row.text)]

    def _is_twin(self, row: Any) -> bool:
        """The very sentence, once more: nobody can tell which of two equal ones was deleted."""
        start = row.at - row.decision.inset
        return self.text.text(row.place)[max(0, start) :].startswith(row.decision.sentence)

    def _gone(self, row: Any, identities: Ids, told: str, is_read: bool) -> None:
        self.count.gone += 1
        was_gone = row.ref in self._dormant
        self._dormant.add(row.ref)
        if row.public:
            self.count.moved.append(f"{told}: shown, and stands nowhere")
        if was_gone and not (is_read and self._is_back(row)):
            return  # Words that were read as part of longer ones wait for a reading, and their sentence.
        found = self.text.find(identities)
        if found and not _is_longer(row, self.text, *found):
            self.count.lost.append(told)

    def _is_back(self, row: Any) -> bool:
        texts = [self.text.text(place) for place in (HEADLINE, *self.text.places())]
        return any(row.sentence in text or row.decision.sentence in text for text in texts)


def rows(article_id: int) -> list[Any]:
    return [
        row
        for model in desk.MODELS.values()
        for row in model.objects.filter(article=article_id).select_related("decision")
    ]


def _is_longer(row: Found, text: Manuscript, place: str, at: int) -> bool:
    """Whether the words are part of longer ones by now: a longer name, a longer quotation."""
    around, end = text.text(place), at + len(row.text)
    if isinstance(row, Mention) and not (begins_well(around, at) and ends_well(around, end)):
        return True
    if not isinstance(row, Mention | Quotation):
        return False
    others = type(row).objects.filter(article=row.article_id, stands=True, place=place)
    return any(one.at < end and at < one.at + len(one.text) for one in others.filter(kind=row.kind))


def tried(newsroom: Newsroom, files: list[Path], seed: int) -> Count:
    """Decide about each article and edit it ten times over; each time it is published and read."""
    directory()
    analyst, counted = Analyst(splitter()), Count()
    for number, file in enumerate(files):
        dice, text = Random(f"{seed} {number}"), manuscript(file)
        article = publish(newsroom, None, text)
        analyst.read(article.pk)
        decide(article, dice)
        watch, editor = Watch(text, article.pk, counted), Editor(text, dice)
        editor.held = watch.identities
        decisions = Decision.objects.filter(article=article.pk).count()
        for _ in range(EDITS_EACH):
            name = f"{file.stem} {editor.edit()}"
            publish(newsroom, article, text)
            watch.look(f"{name}, before reading", is_read=False)
            analyst.read(article.pk)
            assert Reading.objects.get(pk=article.pk).state == Reading.READ
            watch.look(name, is_read=True)
            counted.edits += 1
        assert Decision.objects.filter(article=article.pk).count() == decisions
    return counted


@pytest.mark.slow
@pytest.mark.django_db
def test_decisions_stay_with_their_words(newsroom: Newsroom) -> None:
    found = tried(newsroom, ARTICLES[:3], seed=5)
    assert (found.lost, found.moved) == ([], [])
    assert found.stood > found.gone > 0 and found.came_back > 0


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("broken", [ByOffset, ByWords])
def test_a_broken_build_is_found_out(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, broken: type
) -> None:
    monkeypatch.setattr(carry, "Carrier", broken)
    found = tried(newsroom, ARTICLES[:1], seed=5)
    assert found.moved


@pytest.mark.prove
@pytest.mark.django_db
def test_a_thousand_edits(newsroom: Newsroom, measured: Measured) -> None:
    found = tried(newsroom, ARTICLES, seed=11)
    kinds = Counter(Decision.objects.values_list("kind", flat=True))
    measured(
        "Decisions under edits",
        f"{len(found.lost)} lost, {len(found.moved)} moved to other words in {found.edits:,} edits of "
        f"{len(ARTICLES)} articles with {kinds.total():,} decisions; looked at {found.looked_at:,} "
        f"times: words stood {found.stood:,}, were gone or part of longer ones {found.gone:,}, came back "
        f"{found.came_back}, asked again {found.asked:,}",
        "words, sentences and paragraphs inserted, deleted, moved, copied, renamed, undone at random; "
        "each edit published, looked at, read and looked at again; characters carry identities",
    )
    assert found.edits >= 1000
    assert (found.lost, found.moved) == ([], [])
