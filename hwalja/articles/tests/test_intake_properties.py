"""What holds for every input: no other error, no lost encoding, nothing invented, linear work."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hwalja.articles.intake import NotAnArticle, Record, read, read_pasted
from hwalja.articles.intake import lines as lines_of_page
from hwalja.articles.tests.intake_layouts import LAYOUTS
from hwalja.articles.tests.intake_stories import STORIES
from hwalja.hangul.normalise import clean, collapse

pytestmark = [pytest.mark.slow, pytest.mark.both]

QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
PAGES = st.tuples(st.sampled_from(sorted(LAYOUTS)), st.sampled_from(sorted(STORIES))).map(
    lambda pair: LAYOUTS[pair[0]](STORIES[pair[1]]).text
)
_LINES = sorted(
    {
        line
        for layout in LAYOUTS.values()
        for told in STORIES.values()
        for line in layout(told).text.split("\n")
    }
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(_LINES),
        st.text(max_size=60),
        st.sampled_from(
            [
                "",
                "▲",
                "<",
                "[",
                "기자",
                "2025-01-08 14:05",
                "댓글 (0)",
                "다.",
                "<p>",
                "</p>",
                "ⓒ",
                "@",
            ]
        ),
    ),
    max_size=30,
).map("\n".join)


def _try(work: Callable[[], Record]) -> Record | None:
    try:
        return work()
    except NotAnArticle as refusal:
        assert str(refusal)
        assert "\n" not in str(refusal)
        return None


@QUICK
@given(st.binary(max_size=400))
def test_bytes_never_raise_anything_else(data: bytes) -> None:
    _try(lambda: read(data))


@QUICK
@given(PIECES)
def test_text_never_raises_anything_else_and_nothing_is_invented(text: str) -> None:
    for record in (
        _try(lambda: read(text.encode("utf-8", "replace"))),
        _try(lambda: read_pasted(text)),
    ):
        if record and "<p>" not in text:
            _assert_in_order(record.body, collapse(clean(text)))


@QUICK
@given(PAGES, st.binary(max_size=12), st.integers(0, 5000))
def test_damaged_pages_never_raise_anything_else(page: str, junk: bytes, place: int) -> None:
    data = page.encode()
    _try(lambda: read(data[:place] + junk + data[place:]))
    _try(lambda: read(data[place:]))


@QUICK
@given(PAGES)
def test_every_paragraph_stands_in_the_page_in_order(page: str) -> None:
    _assert_in_order(read(page.encode()).body, collapse(clean(page)))


def _assert_in_order(body: list[str], text: str) -> None:
    place = 0
    for paragraph in body:
        place = text.find(paragraph, place)
        assert place >= 0, paragraph
        place += len(paragraph)


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16 with mark": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "nbsp": lambda text: text.replace(" ", "\u00a0").encode(),
    "zero width": lambda text: text.replace("다", "\u200b다\ufeff").encode(),
    "trailing space": lambda text: text.replace("\n", " \t\n").encode(),
    "cp949": lambda text: text.encode("cp949"),
}
# Characters of the invented pages that the older encoding does not have.
_NEWER = str.maketrans({"•": "·", "ⓒ": "(c)", "©": "(c)", "›": ">", "“": '"', "”": '"', "ㅣ": "|"})


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_encoding_gives_the_same_record(layout: str, encoding: str) -> None:
    for told in (STORIES["factory"], STORIES["comments"]):
        text = LAYOUTS[layout](told).text
        text = text.translate(_NEWER) if encoding == "cp949" else text
        assert read(ENCODINGS[encoding](text)) == read(text.encode())


def test_work_grows_with_the_page_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    def classified(paragraphs: int) -> int:
        calls = 0
        real = lines_of_page.classify

        def counting(text: str) -> lines_of_page.Kind:
            nonlocal calls
            calls += len(text)
            return real(text)

        with monkeypatch.context() as patch:
            patch.setattr(lines_of_page, "classify", counting)
            told = "\n\n".join(
                f"{n}번째 문단에서 한들시는 새 소식을 전했다." for n in range(paragraphs)
            )
            read(f"한들시 소식을 모두 모았다\n\n한가람 기자 2025-01-08 14:05\n\n{told}".encode())
        return calls

    assert classified(2000) < 2.2 * classified(1000)


@pytest.mark.parametrize(
    "char",
    ["가", "[", "<", "▲", " ", "다. ", "@", "1", "2025.", "홍길동 ", "#", "(사진=", "페이스북 "],
)
def test_one_enormous_line_is_read_or_refused(char: str) -> None:
    _try(lambda: read(("제목은 이렇다\n홍길동 기자 2025-01-08 14:05\n" + char * 20_000).encode()))
