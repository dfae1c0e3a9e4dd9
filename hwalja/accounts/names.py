"""How a Korean name is taken apart."""

# Family names of two syllables; all others have one.
LONG_FAMILY_NAMES = ("남궁", "황보", "제갈", "사공", "선우", "독고", "서문", "동방")


def split_name(name: str) -> tuple[str, str]:
    """김하늘 → 김, 하늘."""
    length = 2 if name.startswith(LONG_FAMILY_NAMES) and len(name) > 2 else 1
    return name[:length], name[length:].strip()
