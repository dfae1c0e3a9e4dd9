"""Names that no directory has, told by what stands about them.

Rules look for a name's shape and for a sign that it is one: 씨, a title, an age in brackets, a
calling in front. Precision counts: a word that only looks like a name is nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hwalja.hangul.jamo import is_syllable, split
from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.edges import ends_well
from hwalja.mentions.reading.facts import title_behind
from hwalja.mentions.reading.korean_names import DOUBLE, SURNAMES
from hwalja.mentions.reading.name_words import CALLINGS, FOREIGN_WORDS, NOT_NAMES, NOT_PART
from hwalja.mentions.reading.parties import INDEPENDENT
from hwalja.mentions.reading.places import parts
from hwalja.mentions.reading.shapes import Token

_SURNAME = "".join(sorted(SURNAMES))
_KOREAN = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>(?:{'|'.join(DOUBLE)})[가-힣]{{1,2}}|[{_SURNAME}][가-힣]{{1,2}})"
)
_HANGUL = re.compile("[가-힣]{2,4}")
_WORD = re.compile(r"[가-힣A-Za-z·]+")
_SIGN = re.compile(r"\s?(?P<called>씨|여사|옹)(?!앗)|\(\d{2}(?:세)?(?:[)·,]|\s)")
_CALLING = re.compile(rf"(?:^|[\s·,‘“(])(?:{'|'.join(sorted(CALLINGS, key=len, reverse=True))})\s$")
_STRONG = frozenset(["씨", "여사", "옹"])


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    name: str
    title: str = ""
    # Told by nothing but its shape and the analyser.
    is_bare: bool = False


def find(text: str, tokens: Sequence[Token], offset: int = 0, listed: bool = False) -> list[Found]:
    """New names in a text with plain spaces, in order; `offset`: of the text in what tokens count.

    `listed`: the text is a headline, in which names stand without a sign.
    """
    tags = {(token.start - offset, token.end - offset): token.tag for token in tokens}
    found = list(_foreign(text, tags))
    for one in _korean(text, tags, listed):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _korean(text: str, tags: dict[tuple[int, int], str], listed: bool) -> Iterator[Found]:
    reached = 0
    for match in _KOREAN.finditer(text):
        start = match.start()
        for length in (4, 3, 2):
            name = text[start : start + length]
            if start < reached or not _has_shape(name) or _is_broken(tags, start, start + length):
                continue
            found = _signed(text, start, start + length, tags)
            if not found and listed:
                found = _bare(text, start, start + length, tags)
            if found:
                yield found
                reached = found.end
                break


# Particles, endings, and what makes verbs of nouns: 정부에, 소개한, 동생인.
_NO_NOUN = ("J", "E", "XS", "VC")


def _is_broken(tags: dict[tuple[int, int], str], start: int, end: int) -> bool:
    """Whether the analyser reads a noun and its ending here, not a name."""
    first = next((tag for (at, until), tag in tags.items() if at == start and until < end), "NNP")
    inside = (tag for (at, until), tag in tags.items() if start < at < end and until <= end)
    return first.startswith("N") and any(tag.startswith(_NO_NOUN) for tag in inside)


def _bare(text: str, start: int, end: int, tags: dict[tuple[int, int], str]) -> Found | None:
    """A name of three syllables that the analyser takes for a proper noun."""
    name = text[start:end]
    if end - start != 3 or tags.get((start, end)) != "NNP" or parts(name):
        return None
    if name[-1] in "시군구도당":
        return None
    return Found(start, end, name, is_bare=True) if ends_well(text, end) else None


def _has_shape(name: str) -> bool:
    if not _HANGUL.fullmatch(name):
        return False
    if len(name) == 4:
        return name[:2] in DOUBLE
    return (
        name[0] in SURNAMES
        and name not in DOUBLE
        and name not in NOT_NAMES
        and not NOT_PART.search(name)
    )


def _signed(text: str, start: int, end: int, nouns: dict[tuple[int, int], str]) -> Found | None:
    """The name at a place if a sign says that it is one."""
    name = text[start:end]
    sign = _SIGN.match(text, end)
    if sign and sign["called"] and not ends_well(text, sign.end()):
        sign = None
    if sign and (len(name) > 2 or nouns.get((start, end)) == "NNP" or sign["called"] in _STRONG):
        return Found(start, end, name)
    if not _ends_apart(text, end) or parts(name):
        return None
    tag = nouns.get((start, end))
    if len(name) < 3 and tag != "NNP":
        return None
    title = title_behind(text[end : end + 50])
    if title and _is_near(text[end : end + title[1]]) and _may_be(tag, name):
        return Found(start, end, name, title[0])
    is_called = len(name) > 2 and _CALLING.search(text[max(0, start - 12) : start])
    if is_called and _may_be(tag, name):
        return Found(start, end, name)
    return None


def _ends_apart(text: str, end: int) -> bool:
    """Whether a name ends here with no title written on to it: 하나은행장 is no 하나은 행장."""
    rest = text[end : end + 12]
    return ends_well(text, end) and not title_behind(rest if rest[:1] != " " else "")


def _is_near(between: str) -> bool:
    """Whether a title stands close enough to its name to be its own: two words between at most."""
    words = re.sub(r"\([^()]*\)", "", between).split()
    if words and words[-1] == "시장":
        # A market, where no city stands before it.
        return len(words) > 1 and bool(parts(words[-2]))
    return len(words) <= 4 and not any(word in NOT_NAMES for word in words[:-1])


def _may_be(tag: str | None, name: str) -> bool:
    """Whether the analyser leaves room for a name: it knows a common noun by that spelling."""
    return tag in ("NNP", None) or (tag == "NNG" and len(name) == 3 and name not in NOT_NAMES)


def _foreign(text: str, tags: dict[tuple[int, int], str]) -> Iterator[Found]:
    """Two words in foreign spelling in front of a title: 매리 오웰 나래테크 최고경영자."""
    words = list(_WORD.finditer(text))
    reached = 0
    for first, second in pairwise(words):
        start, end = first.start(), second.end()
        if start < reached or text[first.end() : second.start()] != " ":
            continue
        found = _titled(text, start, end, tags)
        if found:
            yield found
            reached = end


def _titled(text: str, start: int, end: int, tags: dict[tuple[int, int], str]) -> Found | None:
    name = text[start:end]
    title = title_behind(text[end : end + 40])
    if not title or not _is_foreign(name) or _is_broken(tags, start, end):
        return None
    near = _is_near(text[end : end + title[1]])
    return Found(start, end, name, title[0]) if near else None


def _is_foreign(name: str) -> bool:
    """Whether every word of it is spelt as foreign names are, and none is a word of news."""
    words = re.split("[ ·]", name)
    if words[0][-1] in "한된던는당" or words[-1][-1] in "던는당":
        return False
    if any(
        word in NOT_NAMES
        or word in FOREIGN_WORDS
        or word == INDEPENDENT
        or title_words.at_end(word)
        for word in words
    ):
        return False
    if any(parts(word) or not all(map(_is_transcribed, word)) for word in words):
        return False
    told = [len(_TELLING.findall(word)) for word in words]
    return sum(told) >= 2 and all(n or len(word) == 1 for n, word in zip(told, words, strict=True))


def _is_transcribed(char: str) -> bool:
    """Whether the rules for foreign words have such a syllable: few finals, no tense consonant."""
    if not is_syllable(char):
        return False
    first, middle, last = split(char)
    return first not in "ㄲㄸㅃㅆㅉ" and middle not in "ㅢㅚㅒ" and last in ("", *"ㄱㄴㄹㅁㅂㅅㅇ")


# Syllables that foreign names have by the dozen, and Korean words of two hanja hardly ever.
_TELLING = re.compile(
    "[크트프르브드스즈츠그므느흐슈]|[켈펠벨엘델렐쉘샐캘앨멜넬텔헬]|[맥잭닉릭빅믹]|[튼슨런먼턴컨던번펀헌]|[쿠퀸큐튀뷔루무누푸]|"
    "[카타파코토포키티피케테페퍼커터머더러버너]|[데베메네레켄벤렌덴젠렌멘샘톰팀짐빌닐]|[올왈월윌윈웰웬]|[로라리르레루론린랜든]"
)
