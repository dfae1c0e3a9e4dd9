"""Lists of words as they are written down in the code: one string, spaces between."""


def listed(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())
