"""How long a text is, as readers are told: characters, and bytes as Korean papers count them.

Both speak of the composed (NFC) text, so that a syllable typed as three letters counts once.
"""

from unicodedata import normalize


def characters(text: str) -> int:
    """Code points of the composed text."""
    return len(normalize("NFC", text))


def byte_length(text: str) -> int:
    """Bytes of the composed text: ASCII 1, the rest of the basic plane 2, what is beyond it 4.

    CP949 counts Hangul so, which is where the 400 bytes of a Korean comment box come from.
    """
    text = normalize("NFC", text)
    # UTF-16 has 2 bytes for the basic plane and 4 beyond it; ASCII alone is counted twice there.
    # A lone surrogate is no character anyone can type, and is of the basic plane.
    return len(text.encode("utf-16-le", "surrogatepass")) - len(text.encode("ascii", "ignore"))
