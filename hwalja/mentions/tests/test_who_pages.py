"""What was read, on the pages of people and organisations."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from hwalja.articles.models import Article, Correction
from hwalja.mentions.actions.accept import accept_sure
from hwalja.mentions.models import Quotation
from hwalja.mentions.tests.cast import Said, publish, read
from hwalja.mentions.who import picture, ties
from hwalja.mentions.who.ties import Tie, Ties
from hwalja.people.actions.hide import hide
from hwalja.people.actions.merge import merge
from hwalja.people.models import Profile
from hwalja.people.tests.cast import marks, organisation, person
from hwalja.press.marks import Order
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db

WORDS = "서두르지 않겠다"


def text(reader: Client, path: str, status: int = 200) -> str:
    answer = reader.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def paths(kang: Profile, article: Article) -> list[str]:
    """Everywhere that the words of the cast's story stand."""
    base, year = kang.get_absolute_url(), timezone.localtime(article.listed_at).year
    lists = [f"{base}quotes/", f"{base}quotes/{year}/", f"{base}quotes/about/industry/"]
    return [base, *lists, f"{base}feed/", f"/who/{kang.pk}.json"]


def test_words_stand_with_their_sentence_and_article(
    article: Article, kang: Profile, nuri: Profile, reader: Client
) -> None:
    for path in paths(kang, article):
        page = text(reader, path)
        assert WORDS in page, path
        assert article.get_absolute_url() in page
    page = text(reader, kang.get_absolute_url())
    assert f"<b>{WORDS}</b>”고 말했다." in page
    assert "자동 추출" in page
    assert f"{kang.get_absolute_url()}request/" in page
    assert nuri.get_absolute_url() in page
    assert 'style="' not in page
    assert article.title in text(reader, f"{kang.get_absolute_url()}articles/")
    told = json.loads(text(reader, f"/who/{kang.pk}.json"))
    assert [row["text"] for row in told["quotations"]] == [WORDS]
    assert told["quotations"][0]["automatic"] is True


def test_what_an_editor_let_through_is_not_called_automatic(
    article: Article, kang: Profile, newsroom: Newsroom, reader: Client
) -> None:
    accept_sure(article.pk, newsroom.desk)
    Quotation.objects.update(verdict="accepted")
    page = text(reader, f"{kang.get_absolute_url()}quotes/")
    assert "내년에 공장을 짓겠다" in page
    assert "간접 인용" in page
    assert "자동 추출" not in page
    assert "누리전자 대표" in text(reader, kang.get_absolute_url())


def test_withdrawn_words_are_on_no_page(article: Article, kang: Profile, reader: Client) -> None:
    where = paths(kang, article)
    with marks() as found:
        article.unpublish()
    assert {found.get(path) for path in where} == {Order.REMOVAL}
    for path in where:
        answer = reader.get(path)
        assert WORDS not in answer.content.decode(), path
    text(reader, f"{kang.get_absolute_url()}quotes/", 404)


def test_a_new_article_leaves_older_years_alone(
    newsroom: Newsroom, kang: Profile, said: Said
) -> None:
    now = timezone.now()
    read(publish(newsroom, published_at=now - timedelta(days=800)), said)
    with marks() as found:
        read(publish(newsroom), said)
    base, year = f"/who/{kang.pk}/", timezone.localtime(now).year
    old = timezone.localtime(now - timedelta(days=800)).year
    assert found[f"{base}quotes/{year}/"] == found[f"pages:{base}quotes/{year}/"] == Order.KEPT
    own = {key for key in found if "/who/" in key or key.startswith("tag:who")}
    assert not {key for key in own if f"/{old}/" in key or key.startswith("tag:")}


def test_an_article_of_another_date_leaves_its_old_year(
    newsroom: Newsroom, kang: Profile, said: Said
) -> None:
    then = timezone.now() - timedelta(days=800)
    article = publish(newsroom, published_at=then)
    read(article, said)
    article = Article.objects.get(pk=article.pk)
    article.published_at = timezone.now()
    with marks() as found:
        article.save_revision().publish()
    for at in (then, timezone.now()):
        assert f"/who/{kang.pk}/quotes/{timezone.localtime(at).year}/" in found


def test_years_are_read_from_their_beginning_and_topics_are_sections(
    newsroom: Newsroom, kang: Profile, said: Said, reader: Client
) -> None:
    now = timezone.now().replace(month=6)
    first = publish(newsroom, published_at=now - timedelta(days=730))
    later = publish(newsroom, section=newsroom.finance, published_at=now - timedelta(days=729))
    for article in (first, later):
        read(article, said)
    base, year = kang.get_absolute_url(), now.year - 2
    page = text(reader, f"{base}quotes/{year}/")
    assert page.index(first.get_absolute_url()) < page.index(later.get_absolute_url())
    page = text(reader, f"{base}quotes/about/finance/")
    assert later.get_absolute_url() in page
    assert first.get_absolute_url() not in page
    for wrong in ("quotes/1999/", "quotes/?page=2", "quotes/about/none/", "quotes/99999/"):
        text(reader, f"{base}{wrong}", 404)


def test_quotations_go_with_their_section(
    article: Article, newsroom: Newsroom, kang: Profile, reader: Client
) -> None:
    newsroom.internet.refresh_from_db()
    newsroom.internet.move(newsroom.finance, pos="last-child")
    assert WORDS in text(reader, f"{kang.get_absolute_url()}quotes/about/finance/")
    text(reader, f"{kang.get_absolute_url()}quotes/about/industry/", 404)


def test_corrections_stand_with_whom_they_concern(
    article: Article, kang: Profile, reader: Client
) -> None:
    with marks() as found:
        Correction.objects.create(article=article, text="공장은 내후년입니다.")
    assert found[kang.get_absolute_url()] == Order.FRONT
    assert "공장은 내후년입니다." in text(reader, kang.get_absolute_url())


def test_hidden_and_merged(article: Article, kang: Profile, nuri: Profile, reader: Client) -> None:
    base = nuri.get_absolute_url()
    hide(nuri.pk, None, why="요청")
    assert base not in text(reader, kang.get_absolute_url())
    assert reader.get(f"{base}quotes/").status_code == 410
    other = person("강온")
    merge(other.pk, kang.pk, None, why="한 사람")
    answer = reader.get(f"{kang.get_absolute_url()}quotes/")
    kept, gone = (other, kang) if answer.status_code == 301 else (kang, other)
    answer = reader.get(f"/who/{gone.pk}/quotes/")
    assert (answer.status_code, answer["Location"]) == (301, f"/who/{kept.pk}/quotes/")
    assert WORDS in text(reader, f"/who/{kept.pk}/quotes/")


def test_the_directory_tells_of_whom_much_was_written(
    article: Article, kang: Profile, reader: Client
) -> None:
    page = text(reader, "/who/").partition("많이 쓴 인물")[2].partition("가나다")[0]
    assert kang.get_absolute_url() in page


@pytest.mark.parametrize("count", [1, 2, 7, 12])
def test_the_picture_is_the_same_every_time_and_no_names_touch(count: int, db: None) -> None:
    one = person("강가람")
    others = [organisation(f"{'긴' * (n % 9)}이름기관{n}") for n in range(count)]
    pairs = {tuple(sorted((others[0].pk, row.pk))): 2 for row in others[1:3]}
    found = Ties(one, [Tie(row, n + 1) for n, row in enumerate(others)], pairs)  # type: ignore[arg-type]
    drawn = picture.draw(found)
    assert drawn is not None and drawn == picture.draw(found)
    assert len(drawn.nodes) == count + 1
    for node in drawn.nodes:
        assert node.x - node.width / 2 >= 0 and node.x + node.width / 2 <= picture.WIDTH
        assert node.y - picture.BOX / 2 >= 0 and node.y + picture.BOX / 2 <= drawn.height
    for a in drawn.nodes:
        for b in drawn.nodes:
            if a is not b:
                apart = abs(a.x - b.x) >= (a.width + b.width) / 2 or abs(a.y - b.y) >= picture.BOX
                assert apart, (a.words, b.words)


def test_the_picture_is_svg_with_a_table_beside(
    article: Article, kang: Profile, nuri: Profile, reader: Client
) -> None:
    page = text(reader, kang.get_absolute_url())
    svg = '<svg class="ties-picture"' + page.partition('<svg class="ties-picture"')[2]
    root = ElementTree.fromstring(svg.partition("</svg>")[0] + "</svg>")
    assert root.find("title") is not None and root.find("desc") is not None
    assert [row.get("href") for row in root.iter("a")] == [nuri.get_absolute_url()]
    table = page.partition('class="ties-table"')[2].partition("</table>")[0]
    assert nuri.get_absolute_url() in table
    assert [tie.articles for tie in ties.of(kang, []).rows] == [1]
