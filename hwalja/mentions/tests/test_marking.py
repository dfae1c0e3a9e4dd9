"""HTML goes around words only where they stand as they were read."""

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hwalja.mentions.marking import Mark, Paragraph

SENTENCE = "강가람 대표는 “더 낫다 & 싸다”고 말했다."


def mark(words: str, sentence: str = SENTENCE, shift: int = 0, **more: Any) -> Mark:
    inset = sentence.index(words)
    told = {"before": "<a>", "after": "</a>", "is_link": True, **more}
    return Mark(shift + inset, words, sentence, inset, **told)


def marked(html: str, *marks: Mark) -> str | None:
    found = Paragraph(html)
    return found.html() if all(found.mark(one) for one in marks) else None


def test_a_name_gets_its_link() -> None:
    html = "<p>앞. <b>굵게</b></p><p>강가람 대표는 “더 낫다 &amp; 싸다”고 말했다.</p>"
    assert marked(html, mark("강가람", shift=5)) == html.replace("강가람", "<a>강가람</a>")


def test_a_quotation_holds_a_name() -> None:
    html = f"<p>{SENTENCE.replace('&', '&amp;')}</p>"
    around = {"before": "<i>", "after": "</i>", "is_link": False}
    both = [mark("낫다"), mark("더 낫다 & 싸다", **around), mark("낫다", **around)]
    assert marked(html, *both) == html.replace(
        "더 낫다 &amp; 싸다", "<i>더 <i><a>낫다</a></i> &amp; 싸다</i>"
    )


@pytest.mark.parametrize(
    "html",
    [
        f"<p>글이 늘었다. {SENTENCE}</p>",
        "<p>강가람 이사는 “더 낫다 &amp; 싸다”고 말했다.</p>",
        f'<p><a href="/x">{SENTENCE}</a></p>',
        "<p>강<b>가람</b> 대표는 “더 낫다 &amp; 싸다”고 말했다.</p>",
        "<p></p>",
    ],
)
def test_no_link_rather_than_a_wrong_one(html: str) -> None:
    assert marked(html, mark("강가람")) is None


def test_two_links_never_share_words() -> None:
    assert marked(f"<p>{SENTENCE}</p>", mark("강가람 대표"), mark("대표")) is None
    assert marked(f"<p>{SENTENCE}</p>", mark("강가람"), mark("강가람")) is None


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open = 0

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open += 1

    def handle_endtag(self, tag: str) -> None:
        self.open -= 1
        assert self.open >= 0


def text_of(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    assert parser.open == 0
    return parser.text


@given(
    st.lists(st.sampled_from(["가 ", "&amp;", "<b>나</b>", '<a href="/">다</a>', "&lt;p"])),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5), st.booleans()), max_size=6),
)
def test_the_text_stays_the_same_whatever_is_marked(
    pieces: list[str], ranges: list[tuple[int, int, bool]]
) -> None:
    html = f"<p>{''.join(pieces)}</p>"
    text = text_of(html)
    found = Paragraph(html)
    for start, length, is_link in ranges:
        words = text[start : start + length]
        if len(words) == length:
            found.mark(Mark(start, words, text, start, "<i>", "</i>", is_link))
    assert text_of(found.html()) == text
