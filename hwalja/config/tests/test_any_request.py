"""Whatever is asked, the paper never breaks."""

from typing import Any

import pytest
from django.test import Client
from django.test.client import FakePayload
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hwalja.testing import Newsroom

WORDS = st.sampled_from(
    [
        "news", "industry", "internet", "latest", "reporters", "kim", "series", "tags", "feed",
        "search", "media", "images", "original_images", "policies", "about", "sitemaps", "front",
        "articles-0.xml", "news-0.xml", "pages.xml", "sitemap.xml", "news-sitemap.xml", "share.png",
        "robots.txt", "static", "1", "2", "0", "-1", "9" * 19, "9" * 40, "BP", "articleView.html",
        "account", "login", "admin", "..", ".", "", "%2e%2e", "\\", "가", "\u1100\u1161",
    ]
)  # fmt: skip
# Bytes as WSGI hands them on: each as the character of its number.
RAW = st.text(st.characters(max_codepoint=255), max_size=40)
SEGMENTS = st.lists(st.one_of(WORDS.map(lambda w: w.encode().decode("latin-1")), RAW), max_size=5)
PATHS = st.builds(
    lambda parts, slash: "/" + "/".join(parts) + ("/" if slash else ""), SEGMENTS, st.booleans()
)
NAMES = st.sampled_from(["page", "q", "idxno", "num", "version", "next", "id", "page[]", "가", ""])
VALUES = st.one_of(
    st.integers().map(str),
    st.sampled_from(["", "0", "-1", "x", "%00", "%ff", "%ed%a0%80", "%%", "_", "'", "1" * 500]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30),
)
QUERIES = st.lists(st.tuples(NAMES, VALUES), max_size=4).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs).encode().decode("latin-1")
)
HEADERS = st.dictionaries(
    st.sampled_from(
        """
        HTTP_HOST HTTP_X_FORWARDED_FOR HTTP_X_FORWARDED_PROTO HTTP_COOKIE HTTP_RANGE
        HTTP_IF_NONE_MATCH HTTP_IF_MODIFIED_SINCE HTTP_ACCEPT HTTP_ACCEPT_ENCODING
        HTTP_ACCEPT_LANGUAGE HTTP_REFERER CONTENT_TYPE CONTENT_LENGTH
        """.split()  # noqa: SIM905  (a paragraph of names)
    ),
    RAW,
    max_size=3,
)
METHODS = st.sampled_from(["GET"] * 6 + ["HEAD", "POST", "PUT", "OPTIONS", "DELETE", "PROPFIND"])


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(path=PATHS, query=QUERIES, headers=HEADERS, method=METHODS, body=st.binary(max_size=200))
def _ask(
    reader: Client, path: str, query: str, headers: dict[str, str], method: str, body: bytes
) -> None:
    environ: dict[str, Any] = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "REQUEST_METHOD": method,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": FakePayload(body),
        **headers,
    }
    answer = reader.request(**environ)
    assert answer.status_code < 500
    target = answer.get("Location", "/")
    assert target.startswith(("/", "http://127.0.0.1", "http://localhost"))
    assert not target.startswith(("//", "/\\"))


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_no_request_breaks_the_paper(newsroom: Newsroom) -> None:
    newsroom.publish()
    _ask(Client(raise_request_exception=False))
