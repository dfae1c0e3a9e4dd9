"""The gold can be trusted as data: every quotation stands in its article, every speaker is known."""

import json
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from hwalja.mentions.reading.shapes import Kind, RelationKind

HERE = Path(__file__).parent
# What rules may be learnt from, and what they are measured by.
SETS = ("practice", "blind")
OPENING = "“\"‘'”"
CLOSING = "”\"’'“"
# Words that stand for somebody nobody can name.
NAMELESS = {"경찰", "검찰", "관계자", "재판부", "연구팀", "주민", "업계", "정부", "법원", "대변인"}


def load(of: str, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / of / name).read_text(encoding="utf8"))
    return rows


GOLD = {of: load(of, "gold.json") for of in SETS}
PEOPLE = {of: load(of, "people.json") for of in SETS}
OUTSIDERS = {of: load(of, "outsiders.json") for of in SETS}
RELATIONS = {of: load(of, "relations.json") for of in SETS}
KNOWN = {
    of: {(row["name"], row["kind"]): row for row in [*PEOPLE[of], *OUTSIDERS[of]]} for of in SETS
}
each_set = pytest.mark.parametrize("of", SETS)
every_article = pytest.mark.parametrize(
    ("of", "article"),
    [pytest.param(of, row, id=f"{of}-{row['id']}") for of in SETS for row in GOLD[of]],
)


def text_of(of: str, article: dict[str, Any]) -> str:
    return (HERE / of / "articles" / article["file"]).read_text(encoding="utf8")


def places(of: str, article: dict[str, Any]) -> list[tuple[int, int]]:
    """Where each quotation stands: the first place with its words that none before it has taken."""
    text, taken = text_of(of, article), []
    for quote in article["quotes"]:
        start = text.find(quote["content"])
        while (start, start + len(quote["content"])) in taken:
            start = text.find(quote["content"], start + 1)
        assert start >= 0, quote["content"]
        taken.append((start, start + len(quote["content"])))
    return taken


@each_set
def test_files_and_gold_name_each_other(of: str) -> None:
    gold, files = GOLD[of], (HERE / of / "articles").glob("*.txt")
    assert len(gold) == 100
    assert len({article["id"] for article in gold}) == len(gold)
    assert sorted(a["file"] for a in gold) == sorted(path.name for path in files)


@every_article
def test_article_is_laid_out_as_copy(of: str, article: dict[str, Any]) -> None:
    text = text_of(of, article)
    headline, byline, *body = text.removesuffix("\n").split("\n\n")
    assert text == unicodedata.normalize("NFC", text)
    assert 400 <= len(text) <= 1_900
    assert "\n" not in headline
    assert re.fullmatch(r".*(기자|위원) .*[a-z0-9]+@paper\.example", byline)
    assert 4 <= len(body) <= 16
    assert "{" not in text and "}" not in text


@every_article
def test_quotations_stand_in_the_body(of: str, article: dict[str, Any]) -> None:
    text = text_of(of, article)
    body = len("\n\n".join(text.split("\n\n")[:2]))
    for start, end in places(of, article):
        assert start > body
        assert "\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip()


@every_article
def test_kinds_are_those_of_the_marks(of: str, article: dict[str, Any]) -> None:
    text = text_of(of, article)
    for quote, (start, end) in zip(article["quotes"], places(of, article), strict=True):
        assert set(quote) == {"kind", "content", "speaker", "outlet"}
        in_marks = text[start - 1] in OPENING and text[end] in CLOSING
        if quote["kind"] == "direct":
            assert in_marks, quote["content"]
        else:
            assert quote["kind"] == "indirect" and not in_marks, quote["content"]


@every_article
def test_quotations_are_whole_or_nested(of: str, article: dict[str, Any]) -> None:
    spans = sorted(places(of, article))
    for (a, b), (c, d) in pairwise(spans):
        assert b <= c or d <= b, f"{(a, b)} crosses {(c, d)}"


@every_article
def test_names_are_known_and_stand_in_the_article(of: str, article: dict[str, Any]) -> None:
    text = text_of(of, article)
    named = {entry["name"] for entry in article["named"]}
    for entry in article["named"]:
        row = KNOWN[of][entry["name"], entry["kind"]]
        assert any(form in text for form in [row["name"], *row["aliases"]]), row["name"]
    for quote in article["quotes"]:
        assert quote["speaker"] is None or quote["speaker"] in named
        assert quote["speaker"] not in NAMELESS
        assert all(outlet in text for outlet in quote["outlet"])


@each_set
def test_directory_holds_four_of_five_people(of: str) -> None:
    people, known = PEOPLE[of], KNOWN[of]
    assert len({row["id"] for row in people}) == len(people)
    assert len(known) == len(people) + len(OUTSIDERS[of])
    assert {row["kind"] for row in known.values()} == set(get_args(Kind))
    listed = Counter("id" in row for row in known.values() if row["kind"] == "person")
    assert 0.15 <= listed[False] / listed.total() <= 0.25
    for row in people:
        assert set(row) == {"id", "name", "aliases", "kind", "org", "title"}


@each_set
def test_there_is_enough_of_every_kind(of: str) -> None:
    quotes = [quote for article in GOLD[of] for quote in article["quotes"]]
    kinds = Counter(quote["kind"] for quote in quotes)
    assert len(quotes) >= 600
    assert 0.38 <= kinds["direct"] / len(quotes) <= 0.52
    assert sum(quote["speaker"] is None for quote in quotes) >= 100
    assert sum(bool(quote["outlet"]) for quote in quotes) >= 40


@each_set
def test_relations_are_of_the_closed_list_and_between_named(of: str) -> None:
    assert len(RELATIONS[of]) >= 20
    articles = {article["id"]: article for article in GOLD[of]}
    for row in RELATIONS[of]:
        text = text_of(of, articles[row["id"]])
        named = {entry["name"] for entry in articles[row["id"]]["named"]}
        for relation in row["relations"]:
            assert relation["kind"] in get_args(RelationKind)
            assert {relation["a"], relation["b"]} <= named
            assert relation.get("when", "")[:4] in text
        for name, organisation, title in row["titles"]:
            assert name in text and organisation in text and title in text
