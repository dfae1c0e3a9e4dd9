"""Judge comments from standard input, one a line; one line of JSON for each."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error

from hwalja.comments import checks, words
from hwalja.comments.korean.matcher import Words, shipped
from hwalja.comments.models import CommentRules
from hwalja.comments.said import Said
from hwalja.comments.shared import RULES

# They end a line for some who read this, and are no control characters to JSON.
_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def judged(text: str, rules: CommentRules, listed: Words) -> dict[str, Any]:
    """What the checks that need the text alone say of it.

    `spans` are in `text`: the line as given, or as it would be kept where that is another.
    """
    said = Said(typed=text, rules=rules, words=listed)
    verdict = checks.judge(said, checks.OF_TEXT)
    reading = said.judged
    at = text.find(said.text)
    return {
        "text": said.text if at < 0 else text,
        "verdict": verdict.state,
        "rule": verdict.rule,
        "spans": [[start + max(at, 0), end + max(at, 0)] for start, end in verdict.spans],
        "score": round(max(verdict.score, reading.score), 4),
        "label": reading.label,
    }


def _lines() -> Iterator[str]:
    """Lines ended by a line feed only; what is no UTF-8 stays visible as U+FFFD."""
    for line in sys.stdin.buffer:
        yield line.removesuffix(b"\n").removesuffix(b"\r").decode(errors="replace")


def _in_force() -> tuple[CommentRules, Words]:
    """The rules and words of the newspaper; those of a new one where there is none here."""
    try:
        return RULES.get(), words.in_force()
    except Error:
        return CommentRules(), shipped()


class Command(BaseCommand):
    help = "표준 입력의 댓글을 한 줄씩 검사해, 줄마다 JSON 한 줄로 답합니다."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        rules, listed = _in_force()
        for line in _lines():
            told = json.dumps(judged(line, rules, listed), ensure_ascii=False)
            self.stdout.write(told.translate(_ESCAPED))
