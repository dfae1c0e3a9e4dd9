"""Requests that no page answers: each a proper status and a clear page, never a 500."""

from typing import Any

import pytest
from django.test import Client
from django.test.client import FakePayload

from hwalja.articles.models import Article
from hwalja.testing import Newsroom

PAGES = ["/", "/industry/", "/latest/", "/reporters/kim/", "/search/", "/about/", "/feed/"]


def ask(reader: Client, path: str, **environ: Any) -> Any:
    """Ask as a server hands it on: the path as decoded bytes, nothing tidied up."""
    raw = path.encode().decode("latin-1")
    return reader.request(**{"PATH_INFO": raw, **environ})


@pytest.fixture
def reader() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_for_reading(newsroom: Newsroom, reader: Client, method: str, path: str) -> None:
    answer = reader.generic(method, path)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    assert "첫 화면" in answer.content.decode()


@pytest.mark.parametrize("path", [*PAGES, "/robots.txt", "/sitemap.xml", "/none/"])
def test_head_answers_as_get_without_a_body(newsroom: Newsroom, reader: Client, path: str) -> None:
    newsroom.publish()
    get, head = reader.get(path), reader.head(path)
    assert head.status_code == get.status_code
    assert head.content == b""
    assert head["Content-Type"] == get["Content-Type"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_a_large_body_is_refused_unread(newsroom: Newsroom, reader: Client, method: str) -> None:
    body = FakePayload(b"")
    answer = reader.request(
        PATH_INFO="/latest/",
        REQUEST_METHOD=method,
        CONTENT_LENGTH=str(10 * 1024 * 1024),
        CONTENT_TYPE="application/octet-stream",
        **{"wsgi.input": body},
    )
    assert answer.status_code == 413
    assert not body.read_started
    assert "너무" in answer.content.decode()


@pytest.mark.parametrize("path", ["/account/login/", "/admin/login/"])
def test_a_large_form_is_refused(newsroom: Newsroom, reader: Client, path: str) -> None:
    answer = reader.post(
        path, "a=" + "x" * 10_000_000, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code in {400, 413, 302, 404}


@pytest.mark.parametrize(
    "host", ["evil.example", "", "a" * 5000, "evil.example:8000", "[::", "\xff"]
)
def test_hosts_not_ours_are_refused(newsroom: Newsroom, reader: Client, host: str) -> None:
    answer = reader.get("/", headers={"host": host})
    assert answer.status_code in {200, 400} if not host else answer.status_code == 400
    assert "evil" not in answer.content.decode()


def test_forwarded_hosts_are_not_believed(newsroom: Newsroom, reader: Client) -> None:
    answer = reader.get("/", headers={"x-forwarded-host": "evil.example"})
    assert answer.status_code == 200
    assert "evil" not in answer.content.decode()


def test_addresses_of_nothing(newsroom: Newsroom, reader: Client) -> None:
    newsroom.publish()
    for path in (
        "/news/abc/",
        "/news/0/",
        "/news/-1/",
        "/news/1.5/",
        "/news/007/",
        "/news/99999999999999999999/",
        "/news/999999999999999999/",
        "/news/١/",
        "/news/１/",
        "/news//",
        "/news/1//",
        "//news/1/",
        "/news/1;x=1/",
        "/industry/none/",
        "/reporters/none/",
        "/reporters//",
        "/series/none/",
        "/tags/none/",
        "/feed/x/",
        "/sitemaps/",
        "/sitemaps/x.xml",
        "/media/",
        "/media/none.jpg",
        "/policies/none/",
        "/_util/login/",
        "/industry/internet/internet/",
        "/front/",
        "/trash/",
        "/../etc/passwd",
        "/.git/config",
        "/wp-login.php",
    ):
        answer = ask(reader, path)
        assert answer.status_code == 404, path
        assert "찾으시는 페이지가 없습니다" in answer.content.decode(), path


def test_nothing_beside_the_media_is_read(newsroom: Newsroom, reader: Client) -> None:
    for path in ("/media/../secret_key", "/media//etc/passwd", "/media/..%2fsecret_key"):
        assert ask(reader, path).status_code in {400, 404}


def test_names_no_file_system_holds(newsroom: Newsroom, reader: Client) -> None:
    assert ask(reader, "/media/" + "가" * 1000 + ".jpg").status_code == 404
    assert ask(reader, "/media/" + "a/" * 3000).status_code == 404


@pytest.mark.parametrize("path", ["/news/1\0/", "/\0", "/reporters/\0/", "/media/\0.jpg"])
def test_nul_in_an_address(newsroom: Newsroom, reader: Client, path: str) -> None:
    assert ask(reader, path).status_code == 400
    assert ask(reader, "/search/", QUERY_STRING="q=%00").status_code == 400


def test_long_addresses(newsroom: Newsroom, reader: Client) -> None:
    assert ask(reader, "/" + "a" * 9000 + "/").status_code == 414
    assert ask(reader, "/" + "a/" * 4000).status_code == 404
    assert ask(reader, "/search/", QUERY_STRING="q=" + "a" * 9000).status_code == 414
    assert ask(reader, "/search/", QUERY_STRING="q=" + "a" * 8000).status_code == 200


def test_broken_utf8(newsroom: Newsroom, reader: Client) -> None:
    for path in ("/\xff/", "/news/\xff/", "/reporters/\xed\xa0\x80/", "/\xc0\xaf/"):
        assert reader.request(PATH_INFO=path).status_code == 404
    assert ask(reader, "/search/", QUERY_STRING="q=%FF%ED%A0%80").status_code == 200
    assert ask(reader, "/latest/", QUERY_STRING="page=%FF").status_code == 404


def test_unknown_queries_change_nothing(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    queries = ["utm_source=x", "page=1&page=1", "a[]=1&a[]=2", "&&&", "=", "%", "x=" + "y" * 3000]
    for query in (*queries, "page"):
        assert ask(reader, f"/news/{article.number}/", QUERY_STRING=query).status_code == 200, query
        expected = 404 if query == "page" else 200
        assert ask(reader, "/latest/", QUERY_STRING=query).status_code == expected, query


@pytest.mark.parametrize("path", ["/latest/", "/industry/", "/reporters/kim/", "/search/"])
def test_pages_that_no_list_has(newsroom: Newsroom, reader: Client, path: str) -> None:
    newsroom.publish()
    for page in ("0", "-1", "99999", "x", "", "1.0", "+1", "１", "9" * 400):
        assert reader.get(path, {"page": page, "q": "강은전자"}).status_code == 404, page


def test_a_missing_slash_is_mended_and_the_query_kept(newsroom: Newsroom, reader: Client) -> None:
    answer = reader.get("/latest?page=1&x=%EA%B0%80")
    assert answer.status_code == 301
    assert answer["Location"] == "/latest/?page=1&x=%EA%B0%80"


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/", "///evil.example/%2e%2e", "/\\evil.example"]
)
def test_no_redirect_leaves_the_paper(newsroom: Newsroom, reader: Client, path: str) -> None:
    answer = ask(reader, path)
    assert answer.status_code == 404 or answer["Location"].startswith("/")
    assert not answer.get("Location", "").startswith(("//", "/\\"))


def test_former_addresses_lead_to_the_kept_number(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    for path in ("/news/articleView.html?idxno=", "/BP?command=article_view&num="):
        answer = reader.get(f"{path}{article.number}")
        assert answer.status_code == 301
        assert answer["Location"] == f"/news/{article.number}/"
    for bad in ("", "x", "-1", "0", "9" * 40, "//evil.example", "1%0d%0a"):
        assert reader.get(f"/news/articleView.html?idxno={bad}").status_code == 404


def test_withdrawn_is_gone_and_unpublished_never_was(newsroom: Newsroom, reader: Client) -> None:
    article, draft = newsroom.publish(title="내린 기사의 제목"), newsroom.write()
    article.unpublish()
    gone = reader.get(f"/news/{article.number}/")
    assert gone.status_code == 410
    assert "내린 기사의 제목" not in gone.content.decode()
    assert "더 이상 싣지 않습니다" in gone.content.decode()
    never = reader.get(f"/news/{draft.number}/")
    nothing = reader.get(f"/news/{draft.number + 1000}/")
    assert never.status_code == nothing.status_code == 404
    assert never.content.decode().replace(
        str(draft.number), "#"
    ) == nothing.content.decode().replace(str(draft.number + 1000), "#")


def test_expired_is_gone_before_the_worker_comes(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    Article.objects.filter(pk=article.pk).update(expire_at=article.published_at)
    assert reader.get(f"/news/{article.number}/").status_code == 410


def test_no_page_sets_a_cookie(newsroom: Newsroom, reader: Client) -> None:
    for path in [*PAGES, "/none/", "/news/99999/"]:
        assert not reader.get(path).cookies, path


def test_an_error_page_needs_no_database(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("database is gone")

    with monkeypatch.context() as patch:
        patch.setattr("django.db.backends.utils.CursorWrapper.execute", broken)
        answer = reader.get("/latest/")
    assert answer.status_code == 500
    assert "첫 화면" in answer.content.decode()
    assert "database is gone" not in answer.content.decode()
