"""An article with people, read without the analyser: what each finding is, a test says itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hwalja.articles.models import Article
from hwalja.mentions import known, story
from hwalja.mentions.reading import shapes
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.store import store
from hwalja.testing import Newsroom

VERSION = "test"
STORY = (
    "<p>강가람 누리전자 대표는 “서두르지 않겠다”고 말했다. 강 대표는 내년에 공장을 짓겠다고 밝혔다.</p>",
    "<p>누리전자는 지난해 설립됐다. 문보라 연구원은 “때가 됐다”고 말했다.</p>",
)


def split(text: str) -> list[shapes.Sentence]:
    """Sentences by their full stops."""
    return [shapes.Sentence(*found.span()) for found in re.finditer(r"\S[^.]*\.?", text)]


def publish(newsroom: Newsroom, *paragraphs: str, **fields: Any) -> Article:
    body = [("paragraph", text) for text in paragraphs or STORY]
    return newsroom.publish(body=body, title="누리전자의 새해", **fields)


def rewrite(article: Article, old: str, new: str) -> Article:
    """Replace words in the text and publish that."""
    fresh = Article.objects.get(pk=article.pk)
    for block in fresh.body.raw_data:
        block["value"] = block["value"].replace(old, new)
    fresh.save_revision().publish()
    return Article.objects.get(pk=article.pk)


@dataclass
class Said:
    """Findings by their words: what a reader says wherever these words stand."""

    names: dict[str, dict[str, Any]] = field(default_factory=dict)
    quotes: dict[str, dict[str, Any]] = field(default_factory=dict)
    titles: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    relations: dict[str, tuple[str, str, shapes.RelationKind]] = field(default_factory=dict)

    def reading(self, text: str) -> shapes.Reading:
        return shapes.Reading(
            mentions=tuple(sorted(self._mentions(text), key=lambda one: one.start)),
            quotes=tuple(
                shapes.Quote(start=start, end=end, **{"kind": "direct", **known})
                for words, known in self.quotes.items()
                for start, end in _places(words, text)
            ),
            titles=tuple(
                shapes.Title(*told, start, end)
                for words, told in self.titles.items()
                for start, end in _places(words, text)
            ),
            relations=tuple(
                shapes.Relation(*told, start, end)
                for words, told in self.relations.items()
                for start, end in _places(words, text)
            ),
        )

    def _mentions(self, text: str) -> Iterator[shapes.Mention]:
        for words, more in self.names.items():
            told = {"kind": "person", "name": words, "status": "new", "how": "name", **more}
            for start, end in _places(words, text):
                yield shapes.Mention(start, end, **told)


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(re.escape(words), text):
        yield found.span()


def linked(profile: Any, **more: Any) -> dict[str, Any]:
    return {"status": "linked", "id": profile.pk, "kind": profile.kind, **more}


def read(article: Article, said: Said) -> bool:
    """Store what `said` finds in the article as it stands."""
    told = story.current(Article.objects.get(pk=article.pk))
    document = told.document(split)
    directory = Directory(known.entries())
    return store(article.pk, told, document, said.reading(told.text), directory, VERSION)
