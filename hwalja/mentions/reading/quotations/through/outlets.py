"""The medium through which words came, as one sentence names it."""

import re
from dataclasses import dataclass

from hwalja.mentions.reading import media, title_words
from hwalja.mentions.reading.grammar.frames import Frame

_BETWEEN = re.compile(r"\s*(?:[,·ㆍ/]|와|과|및)\s*")
_AND_OTHERS = r"(?:\s?(?:등|같은)(?:\s?[가-힣]{1,8}){0,3}?)?"
# What behind a medium's name makes it the way the words took.
_THROUGH = re.compile(
    _AND_OTHERS + r"(?:"
    r"(?:의|이|가)?\s?(?:[가-힣0-9()~\s]{0,20}?)(?:보도|기사|방송|외신|언론|매체)?(?:를|을|에|에서)?\s?"
    r"(?:따르면|의하면|종합하면|인용하면|인용해|통해)"
    r"|(?:과|와)(?:의|\s가진|\s한|\s진행한|의\s전화|\s전화|의\s서면)?\s?(?:[가-힣]{1,6}\s){0,3}?(?:인터뷰|통화|대담|대화)"
    r"|\s?(?:[가-힣]{1,6}\s){0,2}(?:인터뷰|기고문|기고|칼럼)"
    r"|에\s?(?:[가-힣0-9]{1,8}\s){0,3}?(?:기고|출연|나와|보낸|실린|게재)"
    r"|\s?(?:라디오|뉴스|TV)?[^가-힣]{0,3}(?:[가-힣A-Za-z0-9 ]{0,24})[’'”\"」』]?\s?(?:에\s?(?:출연|나와)|에서|과의|와의|인터뷰)"
    r"|\s?(?:라디오|유튜브)"
    r"|에게?\s?(?=[“\"‘'])"
    r"|(?:이|가)?\s?보도했"
    r")"
)
_AS_SUBJECT = re.compile(
    _AND_OTHERS
    + r"(?:\s?(?:인터넷|온라인|아시아|유럽|일요|주말|인쇄)판)?(?:은|는|이|가|도)(?![가-힣])"
)
_NOUN_OF = re.compile(_AND_OTHERS + r"의?\s?(?:보도|기사|전망|분석|관측|지적|논평|평가)")
_TOLD = re.compile(r"에게?\s(?![가-힣]{0,4}(?:대해|대한|따르))")


@dataclass(frozen=True, slots=True)
class Outlets:
    """`through`: the media the words came through; `subject`: where such a list ends."""

    through: tuple[str, ...] = ()
    first: int = -1
    is_subject: bool = False


def outlets(frame: Frame, folded: list[tuple[int, int]]) -> list[Outlets]:
    """The media of a frame that are a way for words, in order; `folded` are the quoted ranges."""
    groups = _groups(frame, folded)
    found = []
    for group in groups:
        end = group[-1][1]
        rest = frame.text[end : frame.end]
        names = tuple(name for _, _, name in group)
        if _AS_SUBJECT.match(rest):
            found.append(Outlets(names, group[0][0], is_subject=True))
        elif _THROUGH.match(rest) or _NOUN_OF.match(rest) or _TOLD.match(rest):
            found.append(Outlets(names, group[0][0]))
    return found


def _groups(frame: Frame, folded: list[tuple[int, int]]) -> list[list[tuple[int, int, str]]]:
    """Media that stand in one list: 블룸버그, CNBC, 월스트리트저널 등."""
    groups: list[list[tuple[int, int, str]]] = []
    for start, end, name in _named(frame):
        if any(s <= start < e for s, e in folded) or _is_other_name(frame, start, end):
            continue
        if groups and _BETWEEN.fullmatch(frame.text, groups[-1][-1][1], start):
            groups[-1].append((start, end, name))
        else:
            groups.append([(start, end, name)])
    return groups


# 현지 일간 노르스크: a name right behind what kind of medium it is.
_KIND = re.compile(
    r"(?<![가-힣])(?:일간지?|주간지?|월간지?|경제지|매체|온라인 ?매체|인터넷 ?매체|방송사|통신사|신문)\s"
    r"(?P<name>[가-힣A-Za-z]{2,12}?)(?=(?:에|은|는|이|가|과|와|의|도|를|을)(?:\s|게|도)|\s보도)"
)


def _named(frame: Frame) -> list[tuple[int, int, str]]:
    """Media by their known names or shapes, and organisations whose whole name is a medium's."""
    found = media.names(frame.text, frame.start, frame.end)
    for match in _KIND.finditer(frame.text, frame.start, frame.end):
        if not any(s <= match.start("name") < e for s, e, _ in found):
            found.append((match.start("name"), match.end("name"), match["name"]))
    for mention in frame.mentions:
        is_found = any(s < mention.end and mention.start < e for s, e, _ in found)
        if mention.kind == "organisation" and not is_found and media.is_medium(mention.name):
            found.append((mention.start, mention.end, mention.name))
    return sorted(found)


def _is_other_name(frame: Frame, start: int, end: int) -> bool:
    """The name of a person, part of a longer name, or somebody's post (이코노미스트) is no medium."""
    if title_words.at_end(frame.text[start:end]) and frame.text[start - 2 : start - 1].isalpha():
        return True
    for mention in frame.mentions:
        if mention.start < end and start < mention.end:
            if mention.kind == "person":
                return True
            if mention.end - mention.start > end - start and mention.end > end:
                return not media.is_medium(frame.text[mention.start : mention.end])
    return False
