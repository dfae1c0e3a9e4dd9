"""One spelling for one text: composed Hangul, plain spaces, no invisible characters."""

import re
import unicodedata

# U+00AD soft hyphen, U+180E, U+200B-200F zero width and direction marks, U+202A-202E,
# U+2060-2069 joiners and isolates, U+FEFF byte order mark, U+FFF9-FFFB annotations.
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
# Line feed and tab carry layout; every other control character is an accident of capturing.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# U+3164 and U+FFA0 are the Hangul fillers, which look like spaces and are letters to Unicode.
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0]")
_RUN = re.compile(r"\s+")
_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")


def clean(text: str) -> str:
    """Composed (NFC) text with line feeds, plain spaces and nothing invisible."""
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", _NEWLINE.sub("\n", text))
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text))


def collapse(text: str) -> str:
    """The text on one line, runs of white space as one space."""
    return _RUN.sub(" ", text).strip()


def hangul_share(text: str) -> float:
    """Hangul among the letters of a text, 0.0 to 1.0; 0.0 where there are no letters."""
    letters = sum(map(str.isalpha, text))
    return len(_HANGUL.findall(text)) / letters if letters else 0.0
