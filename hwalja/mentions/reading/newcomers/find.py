"""The newcomers of a document."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hwalja.mentions.reading.edges import begins_well, ends_well
from hwalja.mentions.reading.korean_names import SURNAMES
from hwalja.mentions.reading.newcomers import bodies, foreign, listed
from hwalja.mentions.reading.newcomers.calls import Calls, calls, confirm
from hwalja.mentions.reading.newcomers.korean import has_given, look, may_be
from hwalja.mentions.reading.newcomers.words import Run, Word, runs, words
from hwalja.mentions.reading.shapes import Document, Kind

_READ = frozenset({"body", "caption", "deck", "headline", "boilerplate", "byline"})
_SIGN = re.compile(r"\s?(?P<called>씨|여사|옹)(?![가-힣]{2})|\(\d{2}(?:세)?(?:[)·,]|\s)")
# What a name may end in only if somebody is called by its surname: elsewhere it is a particle.
_PARTICLES = tuple("은는이가을를의에도로와과만던한된인")


@dataclass(frozen=True, slots=True)
class Found:
    """A name at a place of the text; `is_bare`: told by nothing but its looks."""

    start: int
    end: int
    name: str
    kind: Kind = "person"
    title: str = ""
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class _Story:
    """An article's text with what it calls people by; `known`: ranges that are names already."""

    text: str
    calls: Calls
    known: tuple[tuple[int, int, Kind], ...]

    def is_alone(self, word: str) -> bool:
        """Whether a word stands somewhere by itself, as the short form of a name does."""
        if word in self.calls:
            return True
        places = [m.start() for m in re.finditer(re.escape(word), self.text)]
        return any(
            begins_well(self.text, at)
            and ends_well(self.text, at + len(word))
            and self.text[at + len(word) : at + len(word) + 1] not in {" ", ""}
            and not re.search(r"[가-힣] $", self.text[max(0, at - 2) : at])
            for at in places
        )

    def may_be_bare(self, words: Sequence[Word]) -> Callable[[Word], bool]:
        """Of a word with an ending whether it is a name all the same, Korean or foreign."""
        foreigners = foreign.inside(words)
        return lambda word: word.start in foreigners or self.may_be_name(word)

    def may_be_name(self, word: Word) -> bool:
        """Whether a word that seems to have an ending is a name: somebody is called by its surname."""
        name = word.text
        if not may_be(name):
            return False
        return name[0] in self.calls or not name.endswith(_PARTICLES)

    def kind_at(self, word: Word) -> Kind | None:
        return next((k for s, e, k in self.known if s <= word.start < e), None)


def find(document: Document, text: str, known: Sequence[tuple[int, int, Kind]] = ()) -> list[Found]:
    """In order of the text; `text` is the document's with plain spaces, `known` what a directory
    has in it."""
    by_paragraph = [words(text, paragraph) for paragraph in document.paragraphs]
    story = _Story(text, calls(text, by_paragraph), tuple(known))
    found: list[Found] = []
    for paragraph, inside in zip(document.paragraphs, by_paragraph, strict=True):
        found += _signed(story, inside)
        for run in runs(text, inside, story.may_be_bare(inside)):
            found += _introduced(story, run)
        for form, word in bodies.formed(text, inside):
            end = word.start + len(word.noun)
            found.append(Found(form.start, end, text[form.start : end], "organisation"))
        if paragraph.zone == "body":
            found += _speaking(story, inside)
        if paragraph.zone in ("headline", "boilerplate"):
            found += [Found(s, e, text[s:e], is_bare=True) for s, e in listed.bare(text, inside)]
    names = {text[start:end] for start, end, _ in known} | {one.name for one in found}
    return _apart([one for one in found if not _is_short(one, names)])


def _is_short(one: Found, names: set[str]) -> bool:
    """No more than a piece of another name: 시도로바, 폰 에버스타인, 버스노조."""
    noun = one.name.replace("노동조합", "노조")
    longer = [name for name in names if len(name) > len(one.name)]
    if any(f" {one.name} " in f" {name} " for name in longer):
        return True
    is_body = one.kind == "organisation"
    return is_body and any(name.replace("노동조합", "노조").endswith(noun) for name in longer)


def _apart(found: list[Found]) -> list[Found]:
    """Of names that overlap the one that was found first by rule, then the longer."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.is_bare, f.kind, -(f.end - f.start))):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _body(word: Word) -> Found:
    noun = word.noun
    return Found(word.start, word.start + len(noun), noun, "organisation")


def _signed(story: _Story, inside: list[Word]) -> Iterator[Found]:
    """NAME 씨, NAME(45)."""
    for word in inside:
        for length in (4, 3, 2):
            name = word.text[:length]
            sign = _SIGN.match(story.text, word.start + length)
            if len(name) < length or not sign:
                continue
            if sign["called"] and not ends_well(story.text, sign.end()):
                continue
            sure = look(word, name)
            is_called = sign["called"] is not None and length == len(word.text)
            if sure in {"sure", "likely"} or (sure == "weak" and is_called):
                yield Found(word.start, word.start + length, name)
                break


def _speaking(story: _Story, inside: list[Word]) -> Iterator[Found]:
    """Who stands as a subject with a name that the analyser does not know: 홍가람은, 나래건설은."""
    yield from (_body(word) for word in bodies.speaking(inside))
    for at, word in enumerate(inside):
        noun = word.noun
        is_alone = at == 0 or not inside[at - 1].is_bare
        is_alone = is_alone or (_is_quoted(story.text, word) and inside[at - 1].text not in _OLD)
        if word.particle not in {"은", "는", "이", "가", "도"} or len(noun) != 3 or not is_alone:
            continue
        is_unheard = word.tokens[0].is_new and look(word, noun) in {"sure", "likely"}
        if is_unheard and story.kind_at(word) is None and noun[-1] not in "시군구도당천강산역":
            yield Found(word.start, word.start + 3, noun)


# The dead of old are cited: 조선의 선비 홍가람은 “…”라고 적었다.
_OLD = frozenset(["선비", "사상가", "철학자", "성현", "현자", "명장", "문인", "실학자", "유학자"])


def _is_quoted(text: str, word: Word) -> bool:
    """결승 골의 주인공 홍가람은 “…”: whoever stands right before quoted words speaks."""
    return text[word.end : word.end + 2] in {" “", ' "'}


def _introduced(story: _Story, run: Run) -> Iterator[Found]:
    """The name, and the organisation it is of, in a run that holds a post or a calling."""
    begin = 0
    for at, word in enumerate(run.words):
        title = word.title
        if not title or story.kind_at(word):
            continue
        if at > begin:
            found = _before(story, Run(run.words[begin:], run.owner), at - begin, title)
            if found:
                yield from found
                return
        behind = _behind(story, run, at, title)
        if behind:
            yield behind
            return
        begin = at + 1


def _before(story: _Story, run: Run, at: int, title: str) -> list[Found]:
    """NAME ORGANISATION POST and ORGANISATION NAME POST."""
    before = run.words[:at]
    if any(story.kind_at(word) == "person" for word in before):
        person = next(n for n, word in enumerate(before) if story.kind_at(word) == "person")
        others = [word for word in before[person:] if story.kind_at(word) is None]
        return list(_of(story, run, others))
    free = _up_to_known(story, before)
    is_whole = run.owner is not None or len(free) < len(before)
    alien = foreign.name(free, story.is_alone, is_whole)
    own = _korean(story, before, title, run.owner is not None)
    if alien and not (own and own is before[0] and _is_korean_first(story, before, title)):
        name = story.text[alien[0].start : alien[-1].end]
        rest = before[len(alien) :]
        return [Found(alien[0].start, alien[-1].end, name, "person", title), *_of(story, run, rest)]
    if own is None:
        return []
    rest = before[before.index(own) + 1 :]
    return [Found(own.start, own.end, own.text, "person", title), *_of(story, run, rest)]


def _is_korean_first(story: _Story, before: Sequence[Word], title: str) -> bool:
    """다온별 라임테크 대표: a Korean name in front of a firm in foreign spelling."""
    first = before[0]
    if len(first.text) != 3 or confirm(first.text, title, story.calls):
        return True
    if any(story.is_alone(word.text) for word in before[1:3]):
        return False
    return look(first, first.text) == "sure" or (len(before) > 1 and bool(bodies.name(before[1])))


def _up_to_known(story: _Story, before: Sequence[Word]) -> Sequence[Word]:
    """The words in front of the first that a directory has."""
    cut = next((n for n, word in enumerate(before) if story.kind_at(word)), len(before))
    return before[:cut]


def _of(story: _Story, run: Run, rest: Sequence[Word]) -> Iterator[Found]:
    """The organisation between name and post, or the one in -의 before the name."""
    pair = bodies.of_two(rest)
    if pair is not None and all(story.kind_at(word) is None for word in pair):
        start, end = pair[0].start, pair[1].end
        yield Found(start, end, story.text[start:end], "organisation")
        return
    for word in [*bodies.in_titles(rest), *([run.owner] if run.owner else [])]:
        if story.kind_at(word) is None and bodies.name(word):
            yield _body(word)


def _korean(story: _Story, before: Sequence[Word], title: str, is_owned: bool) -> Word | None:
    """The word that is the name: the first, or the one right before the post."""
    first, last = before[0], before[-1]
    behind = before[1] if len(before) > 1 else None
    if len(before) <= 4 and _is_name(story, first, title, behind):
        return first
    if is_owned and behind is None and _is_long(first):
        return first
    return last if last is not first and _is_name(story, last, title, None) else None


def _is_name(story: _Story, word: Word, title: str, behind: Word | None) -> bool:
    if story.kind_at(word):
        return False
    sure = look(word, word.text)
    if sure != "weak":
        return sure != "none"
    if confirm(word.text, title, story.calls):
        return True
    if not may_be(word.text) or _is_plain_noun(word):
        return False
    if behind is None:
        return not all(token.tag.startswith(("N", "X", "ETM")) for token in word.tokens)
    return story.kind_at(behind) == "organisation" or bool(bodies.name(behind))


def _is_long(word: Word) -> bool:
    """나래건설의 홍가람솔 대표: a given name of three syllables, if the analyser has no such word."""
    name, token = word.text, word.tokens[0]
    is_korean = len(name) == 4 and name[0] in SURNAMES and has_given(name)
    return is_korean and token.is_new and token.end == word.end


def _is_plain_noun(word: Word) -> bool:
    return len(word.tokens) == 1 and not word.tokens[0].is_new and word.tokens[0].tag != "NNP"


def _behind(story: _Story, run: Run, at: int, title: str) -> Found | None:
    """CALLING NAME: the name is the last word of the run, with its particle."""
    rest = run.words[at + 1 :]
    if not rest or not run.words[at].is_bare or any(story.kind_at(word) for word in rest):
        return None
    last = rest[-1]
    if len(rest) == 1:
        return _korean_behind(story, last, title)
    noun = last.noun
    whole = [*rest[:-1], Word(noun, last.start, last.start + len(noun), last.tokens)]
    alien = foreign.name(whole, story.is_alone, is_whole=True)
    if len(alien) != len(whole) or not ends_well(story.text, alien[-1].end):
        return None
    start, end = alien[0].start, alien[-1].end
    return Found(start, end, story.text[start:end], "person", title)


def _korean_behind(story: _Story, word: Word, title: str) -> Found | None:
    for length in (4, 3):
        name, end = word.text[:length], word.start + length
        if len(name) < length or not ends_well(story.text, end):
            continue
        if look(word, name) in {"sure", "likely"} and word.tokens[0].end == end:
            return Found(word.start, end, name, "person", title)
    return None
