"""Names of several words in foreign spelling: 매리 오웰 나래테크 최고경영자."""

import re
from collections.abc import Callable, Sequence

from hwalja.hangul.jamo import is_syllable, split
from hwalja.mentions.reading import title_words
from hwalja.mentions.reading.foreign_particles import PARTICLES
from hwalja.mentions.reading.name_words import FOREIGN_WORDS, NOT_NAMES
from hwalja.mentions.reading.newcomers.words import Word
from hwalja.mentions.reading.organisation_words import head, is_body
from hwalja.mentions.reading.parties import INDEPENDENT
from hwalja.mentions.reading.places import parts

_MOST = 4


def name(
    words: Sequence[Word], is_alone: Callable[[str], bool], is_whole: bool = False
) -> list[Word]:
    """The words at the beginning of a run that are a foreign name, none if they are none.

    `is_alone`: whether the article has a word by itself elsewhere, as short forms stand;
    `is_whole`: the organisation stands in front, so that nothing behind the name is one.
    """
    found = _spelt(words)
    if len(found) < 2 or found[0].text in PARTICLES or not _is_foreign(found, is_whole):
        return []
    cut = _length(found, len(words), is_alone, is_whole)
    found = found[:cut]
    return found if len(found) > 1 and found[-1].text not in PARTICLES else []


def inside(words: Sequence[Word]) -> frozenset[int]:
    """Where words stand that the analyser takes apart, between a foreign word and a post: 아이샤 발로
    대변인."""
    return frozenset(
        word.start
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if behind.title
        and not word.is_bare
        and len(word.text) > 1
        and (before.tokens[-1].is_new or before.tokens[-1].tag == "NNP")
        and before.is_bare
        and all(map(_is_transcribed, before.text + word.text))
        and _TELLING.search(before.text + word.text)
    )


def _spelt(words: Sequence[Word]) -> list[Word]:
    """The words up to the first that no foreign name has."""
    found: list[Word] = []
    for word in words[: _MOST + 1]:
        if any(word.text == other.text for other in found):
            return found
        if not _is_spelt(word):
            # 메리도르 캐피털: what stands before a word for a firm is the firm's name.
            is_firm = word.text in FOREIGN_WORDS or bool(head(word.text))
            return found[:-1] if is_firm and len(found) > 2 and len(word.text) < 5 else found
        found.append(word)
    return found[:_MOST]


def _is_spelt(word: Word) -> bool:
    text = word.text
    if text in PARTICLES:
        return True
    if text in NOT_NAMES or text in FOREIGN_WORDS or text == INDEPENDENT or is_body(text):
        return False
    if title_words.at_end(text) or parts(text) or (len(text) > 2 and text.endswith(("대", "당"))):
        return False
    return word.tokens[-1].tag != "ETM" and all(map(_is_transcribed, text))


def _length(found: list[Word], before: int, is_alone: Callable[[str], bool], whole: bool) -> int:
    """How many words are the name's, of those that may be: what follows may be a firm's name."""
    if whole:
        return len(found)
    ends = [n for n in range(2, len(found) + 1) if _ends_alone(found[:n], is_alone)]
    if len(ends) > 1 and ends[-1] == before:
        # The last word stands by itself as well: a firm, in front of the post.
        return before - 1
    if ends:
        return ends[-1]
    if len(found) < before or len(found) == 2 or found[-2].text in PARTICLES:
        return len(found)
    return len(found) - 1


def _ends_alone(words: Sequence[Word], is_alone: Callable[[str], bool]) -> bool:
    """Whether the last word, or the last ones, are a short form elsewhere: 에버, 폰 에버."""
    texts = [word.text for word in words]
    return any(is_alone(" ".join(texts[start:])) for start in range(1, len(texts)))


def _is_foreign(words: Sequence[Word], is_whole: bool) -> bool:
    """Whether the words have syllables that Korean ones hardly have."""
    told = [len(_TELLING.findall(word.text)) for word in words]
    known = any(token.tag.startswith(("J", "E", "V", "XS")) for w in words for token in w.tokens)
    new = sum(any(token.is_new for token in word.tokens) for word in words)
    return (
        sum(told) >= (1 if is_whole else 2)
        and (not known or new > 0 or sum(told) > 2)
        and told[0] + told[-1] > 0
    )


def _is_transcribed(char: str) -> bool:
    """Whether the rules for foreign words have such a syllable: few finals, no tense consonant."""
    if not is_syllable(char):
        return False
    first, middle, last = split(char)
    return first not in "ㄲㄸㅃㅆㅉ" and middle not in "ㅢㅒ" and last in ("", *"ㄱㄴㄹㅁㅂㅅㅇ")


# Syllables that foreign names have by the dozen, and Korean words of two hanja hardly ever.
_TELLING = re.compile(
    "[크트프르브드스즈츠그므느흐슈]|[켈펠벨엘델렐쉘샐캘앨멜넬텔헬]|[맥잭닉릭빅믹]|[튼슨런먼턴컨던번펀헌]|[쿠퀸큐튀뷔루무누푸]|"
    "[카타파코토포키티피케테페퍼커터머더러버너]|[데베메네레켄벤렌덴젠렌멘샘톰팀짐빌닐]|[올왈월윌윈웰웬]|[로라리르레루론린랜든]|"
    "[샤쉬셔쇼슈챠체처츄쟈졔웅응뇨뉴료류랴랑팡핑찡]"
)
