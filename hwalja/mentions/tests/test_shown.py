"""What readers see of what was read, and that it goes with the article."""

import pytest

from hwalja.articles.models import Article
from hwalja.mentions import shown
from hwalja.mentions.models import Mention, Quotation
from hwalja.mentions.tests.cast import Said, read
from hwalja.people.actions.hide import hide
from hwalja.people.models import Profile

pytestmark = pytest.mark.django_db


def test_only_what_is_sure_is_public(article: Article, kang: Profile, nuri: Profile) -> None:
    found = shown.in_article(article)
    assert [one.profile for one in found.seen] == [kang, nuri]
    assert [row.text for row in found.quotations] == ["서두르지 않겠다"]
    assert found.titles == []
    row = found.quotations[0]
    assert row.sentence == "강가람 누리전자 대표는 “서두르지 않겠다”고 말했다."
    assert row.is_automatic and row.profile == kang


def test_places_lead_back_to_the_block(article: Article) -> None:
    body = {block["id"]: block["value"] for block in article.body.raw_data}
    for row in Mention.objects.exclude(place="title"):
        text = body[row.place].replace("<p>", "").replace("</p>", "")
        assert text[row.at :].startswith(row.text)


def test_the_first_mention_is_one_in_the_text(article: Article, nuri: Profile) -> None:
    first = shown.in_article(article).organisations[0].mention
    assert first is not None and first.place == article.body.raw_data[0]["id"]


def test_lists_of_a_profile(article: Article, kang: Profile, nuri: Profile) -> None:
    assert [row.article for row in shown.articles_of(kang)] == [article]
    assert [row.text for row in shown.quotations_of(kang)] == ["서두르지 않겠다"]
    assert shown.years_of(shown.quotations_of(kang)) == [article.listed_at.year]  # type: ignore[union-attr]
    assert shown.companions_of(kang) == [(nuri, 1)]
    assert [n for _, n in shown.reporters_of(kang)] == [1]
    assert {who for who, _ in shown.most_written_about(article.listed_at)} == {kang, nuri}  # type: ignore[arg-type]


def test_a_withdrawn_article_takes_its_words_along(article: Article, kang: Profile) -> None:
    article.unpublish()
    assert shown.in_article(article).quotations == []
    assert not shown.articles_of(kang).exists()
    assert not shown.quotations_of(kang).exists()
    article.get_latest_revision().publish()
    assert shown.quotations_of(kang).exists()


def test_who_is_hidden_is_nowhere(article: Article, kang: Profile, nuri: Profile) -> None:
    hide(kang.pk, None, why="본인 요청")
    assert [one.profile for one in shown.in_article(article).seen] == [nuri]
    assert not shown.quotations_of(kang).exists()


def test_the_same_reading_keeps_the_same_rows(article: Article, said: Said) -> None:
    before = sorted(Mention.objects.values_list("pk", "start"))
    quotations = sorted(Quotation.objects.values_list("pk", "start"))
    assert read(article, said)
    assert sorted(Mention.objects.values_list("pk", "start")) == before
    assert sorted(Quotation.objects.values_list("pk", "start")) == quotations
