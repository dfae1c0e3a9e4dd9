"""A captured page as lines, each with what its own shape says it is."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from hwalja.articles.intake import bylines, captions, datelines, furniture, shapes, when
from hwalja.articles.intake.shapes import Shape
from hwalja.hangul.normalise import collapse


class Kind(Enum):
    """What a line looks like by itself; what it is depends on where it stands."""

    SENTENCE = auto()
    OTHER = auto()
    CAPTION = auto()
    META = auto()  # byline, mail and times, nothing else
    FURNITURE = auto()
    NOTICE = auto()  # the page speaking to its user
    LIST_HEAD = auto()
    COMMENT = auto()  # the head of the comments
    RULE = auto()  # how to comment
    COPYRIGHT = auto()
    FOOTER = auto()
    TAGS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `raw` keeps inner spacing, `gap` is whether a blank line stands before it."""

    text: str
    raw: str
    gap: bool
    kind: Kind
    shape: Shape | None = None

    @property
    def mass(self) -> int:
        """Characters of running text."""
        return len(self.text) if self.kind is Kind.SENTENCE else 0


_CLOSING = r"[”\"’'」』)\]〉>》]"
# One full stop; two or three are a headline trailing off.
_FULL_STOP = re.compile(rf"(?<![.…])[.]{_CLOSING}{{0,3}}$")
_ASKED = re.compile(rf"[다요까죠나][?!]?{_CLOSING}{{0,3}}$|[?!]{_CLOSING}{{1,3}}$|^[“\"].*[”\"]$")
_STOP_INSIDE = re.compile(r"[가-힣][다요][.][”’\"']?\s")
SUBHEAD = re.compile(r"^\s*[■◆●□◇○◈▣◎★☆▷▶#]\s?")


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a full stop, quotation marks and brackets aside."""
    return bool(_FULL_STOP.search(text[-12:]))


def could_be_spoken(text: str) -> bool:
    """Whether a line without a full stop may still be running text: a question, a quotation."""
    return bool(_ASKED.search(text))


def is_sentence(text: str) -> bool:
    """Whether a line is running text: it closes as a sentence, or is long and holds one."""
    if ends_sentence(text):
        return len(text) >= 10 or "다." in text
    return len(text) >= 30 and bool(_STOP_INSIDE.search(text))


def is_polite(text: str) -> bool:
    """Whether a sentence closes in the polite voice (습니다, 하세요) of pages and broadcasts."""
    return bool(re.search(r"(?:니다|세요|시오|니까)[.!?]?\W*$", text[-14:]))


def split(text: str) -> list[Line]:
    """The lines of a cleaned text, blank ones dropped, captions inside a line cut out."""
    found: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        if not raw.strip():
            gap = True
            continue
        shape, bare = shapes.take(raw)
        for part in [bare] if shape else captions.split_inline(bare):
            one = collapse(part)
            found.append(Line(one, part.strip(), gap, _shaped(one, shape), shape))
            gap = False
    return _unlist(_unwrap(found))


def _shaped(text: str, shape: Shape | None) -> Kind:
    """The kind of a line that markup says something of: rows are never anything else."""
    if shape and shape.kind in shapes.TABULAR:
        return Kind.OTHER
    kind = classify(text)
    own = shape and kind in {Kind.CAPTION, Kind.NOTICE, Kind.RULE}
    return (Kind.SENTENCE if is_sentence(text) else Kind.OTHER) if own else kind


def classify(text: str) -> Kind:
    """The kind of a line, the surest shapes first."""
    if captions.is_sure(text):
        return Kind.CAPTION
    if furniture.is_tags(text):
        return Kind.TAGS
    if furniture.comment_head(text):
        return Kind.COMMENT
    if furniture.is_list_head(text):
        return Kind.LIST_HEAD
    if furniture.is_copyright(text):
        return Kind.COPYRIGHT
    if furniture.is_appeal(text):
        return Kind.FURNITURE
    if captions.credit_only(text):
        return Kind.CAPTION
    if is_meta(text):
        return Kind.META
    if furniture.is_furniture(text):
        return Kind.FURNITURE
    if furniture.is_footer(text):
        return Kind.FOOTER
    if captions.read(text) is not None:
        return Kind.CAPTION
    return _running(text)


def _running(text: str) -> Kind:
    if furniture.is_comment_rule(text):
        return Kind.RULE
    if furniture.is_notice(text):
        return Kind.NOTICE
    return Kind.SENTENCE if is_sentence(text) or _is_signed(text) else Kind.OTHER


def _is_signed(text: str) -> bool:
    """Whether a sentence stands here with a reporter's name or a photo's credit behind it."""
    said = datelines.sign_off(text).text
    return (said != text and is_sentence(said)) or captions.signed(text) is not None


_TEXT = {Kind.OTHER, Kind.SENTENCE, Kind.NOTICE, Kind.RULE}
_META_LABEL = re.compile(
    r"(?<![가-힣])(?:기사|최초|최종|데스크|온라인|뉴스)?\s?(?:입력|승인|등록|수정|송고|게재|게시|발행|작성|출고|전송|업데이트|갱신|변경|보도)"
    r"\s?(?:일시|시간|시각|일자?|날짜|됨|본)?(?![가-힣])|(?<![가-힣])(?:기자명|작성자|글쓴이|필자|취재|글|사진|영상|그래픽|정리|"
    r"일시|날짜|시간|무단|크게|이메일|메일|e-?mail|by|updated|published|posted|KST)(?![가-힣])",
    re.I,
)
# How a sentence closes on its verb.
CLOSE = r"[가-힣](?:다|요|까|죠)(?:[.?!…][”’\"')]{0,2}|[”\"])"
# A stop behind a verb or behind some words of Korean: what a byline follows here is a sentence.
_SPEAKS = re.compile(
    rf".*?{CLOSE}(?=[\s가-힣\[(<〈【/])"
    r"|(?:.{7,}?|(?:\S+\s)+\S*)[가-힣](?<!기자)(?<!팀)[.?!][”’\"']?\s"
)
_LETTER = re.compile(r"[^\W\d_]")
# Letters of an outlet beside a time; of an author's post before the time that ends a line.
_CLOCKED_REST, _AUTHOR_REST = 10, 30
_LONGEST_META = 220
# A word of a page's buttons and heads, where a story's own line may break around it.
_WORDS, _LONGEST_WORD = {Kind.FURNITURE, Kind.COMMENT, Kind.LIST_HEAD}, 12


def is_meta(text: str) -> bool:
    """Whether a line is made of reporters, mails and times, with at most an outlet's name."""
    if len(text) > _LONGEST_META or is_sentence(text):
        return False
    timeless = when.MOMENT.sub(" ", text)
    if _SPEAKS.match(timeless):
        return False
    moments = when.stamps(text)
    people = bylines.find(text)
    mails = bylines.EMAIL.search(text)
    if not (moments or people or mails):
        return False
    rest = furniture.strip_furniture(_META_LABEL.sub(" ", bylines.remove(timeless)))
    left = len(_LETTER.findall(rest))
    if left == 0:
        return True
    last = moments[-1] if moments and moments[-1].clock else None
    if last and last.end == len(text) and left <= _AUTHOR_REST:
        return True
    if left > _CLOCKED_REST:
        return False
    clocked = any(stamp.clock for stamp in moments)
    return clocked or bool(mails) or (bool(people) and _leads(text, people[0].name))


def _leads(text: str, name: str) -> bool:
    """Whether what is left over stands before the name, as an outlet, place or desk does."""
    after = text[text.find(name) + len(name) :]
    rest = furniture.strip_furniture(bylines.remove(f"홍길동{after}"))
    return not _LETTER.search(rest)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of paragraphs which were broken at a fixed width."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    widths = [_width(block) for block in blocks]
    # One paragraph of three lines tells, or three paragraphs of two.
    sure = any(w and len(block) > 2 for w, block in zip(widths, blocks, strict=True))
    if not sure and sum(map(bool, widths)) < 3:
        return lines
    pairs = zip(widths, blocks, strict=True)
    return [line for w, block in pairs for line in (_joined(block) if w else block)]


def _width(block: list[Line]) -> int:
    """The width at which a paragraph was broken; 0 where its lines stand on their own.

    A broken paragraph has lines of one width, open at their ends, and a sentence closing the last.
    """
    inner = [line.text for line in block[:-1]]
    if not inner or not ends_sentence(block[-1].text):
        return 0
    widest = max(map(len, inner))
    if not 12 <= widest <= 80 or len(block[-1].text) > 1.2 * widest:
        return 0
    odd = [n for n, line in enumerate(block) if line.kind not in _TEXT or line.shape]
    if odd and not _is_broken_word(block, odd, widest):
        return 0
    full = sum(1 for n in range(len(inner)) if _is_full(block, n, widest))
    closed = sum(1 for text in inner if ends_sentence(text))
    return widest if full >= 0.8 * len(inner) and closed <= 0.34 * len(inner) else 0


def _is_full(block: list[Line], n: int, widest: int) -> bool:
    """Whether a line was broken because the next word had no room on it."""
    following = block[n + 1].text.split(" ")[0]
    return len(block[n].text) >= 0.75 * widest or len(f"{block[n].text} {following}") > widest


def _is_broken_word(block: list[Line], odd: list[int], widest: int) -> bool:
    """Whether the one line that is a word of the page stands there because the line above is full."""
    n = odd[0]
    single = len(odd) == 1 and n > 0 and len(block[n].text) <= _LONGEST_WORD
    if not single or block[n].kind not in _WORDS or ends_sentence(block[n - 1].text):
        return False
    return len(block[n - 1].text) >= 0.75 * widest


def _joined(block: list[Line]) -> list[Line]:
    text = " ".join(line.text for line in block)
    return [replace(block[0], text=text, raw=text, kind=Kind.SENTENCE)]


def _unlist(lines: list[Line]) -> list[Line]:
    """Lines in a row with a photo's mark but no other sign of one are a list in the story."""
    run: list[int] = []
    for index, line in enumerate([*lines, None]):
        if line and line.kind is Kind.CAPTION and captions.is_bare(line.text):
            run.append(index)
            continue
        if len(run) >= 2:
            for place in run:
                lines[place] = replace(lines[place], kind=_running(lines[place].text))
        run = []
    return lines
