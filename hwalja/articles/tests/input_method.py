"""Typing as a Korean input method does, into a page of Chromium."""

from typing import Any
from unicodedata import normalize

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def steps(syllable: str) -> list[str]:
    """How a syllable is built, jamo by jamo: ㅎ, 화, 활."""
    if not "가" <= syllable <= "힣":
        return []
    parts = normalize("NFD", syllable)
    opening = FIRST[ord(parts[0]) - 0x1100]
    return [opening, *(normalize("NFC", parts[:end]) for end in range(2, len(parts) + 1))]


def compose(page: Any, text: str) -> None:
    """Each syllable is composed step by step, then committed; the rest is typed as it is."""
    protocol = page.context.new_cdp_session(page)
    for character in text:
        for step in steps(character):
            protocol.send(
                "Input.imeSetComposition",
                {"text": step, "selectionStart": len(step), "selectionEnd": len(step)},
            )
        protocol.send("Input.insertText", {"text": character})
    protocol.detach()
