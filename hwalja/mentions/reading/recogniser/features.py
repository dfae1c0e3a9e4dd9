"""What a unit shows of itself and of its neighbours, as strings for the labelling model.

The strings are short names of what is seen; only their being equal between training and reading
matters. A change here makes every model file of before unreadable in effect: raise
`file.FORMAT` with it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.line import EDGE, Line
from hwalja.mentions.reading.recogniser.names import SURNAMES, is_full
from hwalja.mentions.reading.recogniser.units import Unit
from hwalja.mentions.reading.recogniser.weights import ALWAYS


def features(text: str, units: Sequence[Unit], lexicon: Lexicon) -> list[list[str]]:
    """For each unit of a sentence of `text`, what it shows."""
    line = Line(text, units, lexicon)
    # All units of a word show the same of it.
    words = [_shown(line, at) for at in range(len(line.words))] if units else []
    return [
        [
            *_itself(line, k),
            *_around(line, k),
            *_word(line, k, words[line.word_of[k]]),
            *_listed(line, k, words[line.word_of[k]]),
            *_korean_name(line, k),
            *_foreign_name(line, k),
            *_meaning(line, k),
        ]
        for k in range(len(units))
    ]


class Shown(NamedTuple):
    """What a word between white space shows: itself, the words beside it, and how names end and
    begin as they do."""

    itself: Sequence[str]
    beside: Sequence[str]
    affixes: Sequence[str]


def _itself(line: Line, k: int) -> list[str]:
    _, _, word, tag, shape, spaced = line.units[k]
    length = min(len(word), 5)
    edges = f"{spaced:d}{line.at(k + 1).spaced:d}"
    return [
        ALWAYS,
        "w=" + word,
        f"t={tag}{edges}",
        f"wt={word}{tag}",
        f"L={shape}{length}{tag}",
        "s1=" + word[-1:],
        "s2=" + word[-2:],
        "s3=" + word[-3:],
        "f1=" + word[:1],
        "f2=" + word[:2],
    ]


def _around(line: Line, k: int) -> list[str]:
    _, _, word, tag, shape, spaced = line.units[k]
    left3, left2, left, right, right2, right3 = (line.at(k + by) for by in (-3, -2, -1, 1, 2, 3))
    before, after = f"{spaced:d}", f"{right.spaced:d}"
    return [
        f"-1={left.word}",
        f"-1t={left.tag}{before}",
        f"+1={right.word}{after}",
        f"+1t={right.tag}{after}",
        f"-2={left2.word}",
        f"+2={right2.word}",
        f"-2t={left2.tag}",
        f"+2t={right2.tag}",
        f"-3={left3.word}",
        f"+3={right3.word}",
        f"-1w={left.word}|{word}",
        f"w+1={word}|{right.word}",
        f"-1+1={left.word}|{right.word}",
        f"-t+={left.tag}{tag}{right.tag}{before}{after}",
        f"--t={left2.tag}{left.tag}{tag}",
        f"t++={tag}{right.tag}{right2.tag}",
        f"+12={right.word}|{right2.word}",
        f"-12={left2.word}|{left.word}",
        f"+s1={right.word[-1:]}{after}",
        f"+s2={right.word[-2:]}{after}",
        f"-s1={left.word[-1:]}{before}",
        f"-s2={left.word[-2:]}{before}",
        f"+2s1={right2.word[-1:]}",
        f"+f1={right.word[:1]}",
        f"-L+={left.tag}{min(len(word), 5)}{shape}{right.tag}{after}",
    ]


def _word(line: Line, k: int, word: Shown) -> list[str]:
    """The words between white space, without their particles: this one and its neighbours."""
    first, last = line.words[line.word_of[k]]
    return [*word.itself, f"in={min(k - first, 3)}{min(last - k, 3)}", *word.beside]


def _listed(line: Line, k: int, word: Shown) -> list[str]:
    out = [f"g{by}{mark}" for by in (-1, 0, 1) for mark in line.marks_at(k + by)]
    return [*out, *word.affixes, "eu=" + line.lexicon.ending(line.units[k].word)]


def _shown(line: Line, at: int) -> Shown:
    stem, following, before = line.stem(at), line.stem(at + 1), line.stem(at - 1)
    itself = [
        "st=" + stem,
        "st1=" + stem[-1:],
        "st2=" + stem[-2:],
        "st3=" + stem[-3:],
        f"stL={min(len(stem), 7)}",
    ]
    beside = [
        "ns=" + following,
        "ns1=" + following[-1:],
        "ns2=" + following[-2:],
        "nns=" + line.stem(at + 2),
        "ps=" + before,
        "ps2=" + before[-2:],
    ]
    affixes = []
    for by, one in ((-1, before), (0, stem), (1, following)):
        affixes += [f"e{by}={line.lexicon.ending(one)}", f"h{by}={line.lexicon.beginning(one)}"]
    return Shown(itself, beside, affixes)


def _korean_name(line: Line, k: int) -> list[str]:
    odds = line.lexicon.given.odds
    at = line.word_of[k]
    stem = line.stem(at)
    # A full name beside this word is whole without it: 홍가온 가람전자 is no name of two words.
    beside = (("givp", line.stem(at - 1)), ("givn", line.stem(at + 1)))
    out = [f"{side}{odds(one[1], one[2])}" for side, one in beside if is_full(one)]
    if 2 <= len(stem) <= 4 and all("가" <= letter <= "힣" for letter in stem):
        out += ["y0=" + stem[0], "y1=" + stem[1]]
        if stem[0] in SURNAMES:
            out.append(f"sur{len(stem)}{k - line.words[at][0]}")
        if is_full(stem):
            out.append(f"giv{odds(stem[1], stem[2])}")
    word, right, right2 = line.units[k].word, line.at(k + 1), line.at(k + 2)
    if word[0] not in SURNAMES or len(word) > 3:
        return out
    out.append(f"us{len(word)}{right.tag}")
    if is_full(word):
        out.append(f"ug{odds(word[1], word[2])}")
    elif len(word) == 1 and right is not EDGE and not right.spaced and right.shape == "K":
        # The analyser may have taken the given name off, or apart.
        if len(right.word) == 2:
            out.append(f"ug1{odds(*right.word)}")
        elif len(right.word) == len(right2.word) == 1 and not right2.spaced:
            out.append(f"ug2{odds(right.word, right2.word)}")
    return out


def _foreign_name(line: Line, k: int) -> list[str]:
    words, at = line.lexicon.words, line.word_of[k]
    out = [f"q{by}{words[line.stem(at + by)]}" for by in (-1, 0, 1) if line.stem(at + by) in words]
    word = line.units[k].word
    if word in words:
        out.append("qu" + words[word])
    if " " in word:
        first, *_, last = word.split()
        out += ["mw", f"mwf{words.get(first)}", f"mwl{words.get(last)}"]
    return out


def _meaning(line: Line, k: int) -> list[str]:
    out = []
    for by in (-2, -1, 0, 1, 2):
        coarse, fine = line.groups_at(k + by)
        if coarse >= 0:
            out += [f"c{by}={coarse}", f"d{by}={fine}"]
    for by, most in ((-1, 2), (0, 3), (1, 2)):
        out += [f"a{by}={one}" for one in line.near_at(k + by)[:most]]
    here, following = line.groups_at(k)[0], line.groups_at(k + 1)[0]
    if here >= 0 and following >= 0:
        out.append(f"c01={here}|{following}")
    return out
