"""An article as a reader gets it."""

import pytest
from django.test import Client

from hwalja.articles.models import Article
from hwalja.testing import Newsroom, make_photo


def test_published_article_is_read_at_its_number(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish(title="달빛은행, 순이익 늘어")
    page = reader.get(f"/news/{article.number}/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "<h1>달빛은행, 순이익 늘어</h1>" in text
    assert "첫 문단입니다." in text and "김하늘 기자" in text


def test_reading_sets_no_cookie(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    for path in (f"/news/{article.number}/", "/", "/industry/", "/latest/", "/search/?q=공장"):
        page = reader.get(path)
        assert page.status_code == 200, path
        assert not page.cookies and "Cookie" not in page.get("Vary", ""), path


def test_the_tree_path_is_no_address(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    assert reader.get(f"/industry/internet/{article.slug}/").status_code == 404


def test_a_draft_has_no_page(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.write()
    assert reader.get(f"/news/{article.number}/").status_code == 404


def test_number_survives_move_rename_and_later_revisions(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    number, published = article.number, article.published_at
    article.title = "새 제목"
    article.save_revision().publish()
    article.move(newsroom.finance, pos="last-child")
    again = Article.objects.get(pk=article.pk)
    assert (again.number, again.published_at) == (number, published)
    assert again.section_id == newsroom.finance.pk and again.subsection_id is None
    assert again.modified_at is not None


def test_numbers_are_never_given_twice(newsroom: Newsroom) -> None:
    first = newsroom.write()
    first.delete()
    assert newsroom.write().number > first.number


@pytest.mark.parametrize("page", ["0", "-1", "99999", "x", "１", "1" * 40])
def test_no_such_page_of_a_list_is_404(newsroom: Newsroom, reader: Client, page: str) -> None:
    newsroom.publish()
    assert reader.get("/latest/", {"page": page}).status_code == 404


def test_queries_of_an_article(
    newsroom: Newsroom, reader: Client, django_assert_max_num_queries
) -> None:
    photo = make_photo(caption="공장 전경", credit="활자경제")
    others = [newsroom.publish() for _ in range(25)]
    links = "".join(f'<a linktype="page" id="{row.pk}">기사</a> ' for row in others)
    body = [
        ("paragraph", f"<p>{links}</p>"),
        ("photo", {"photo": photo, "caption": "", "credit": ""}),
        ("paragraph", f"<p>{links}</p>"),
    ]
    article = newsroom.publish(body=body)
    reader.get(f"/news/{article.number}/")
    with django_assert_max_num_queries(8):
        page = reader.get(f"/news/{article.number}/")
    assert page.content.decode().count(f'href="/news/{others[0].number}/"') >= 2
    assert "▲ 공장 전경 &lt; 활자경제 &gt;" in page.content.decode()
