"""Plain, not empty, and not too long."""

from hwalja.comments import plain
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict, refused
from hwalja.hangul import length as measures


def measure(typed: str) -> tuple[int, int]:
    """Characters and bytes as typed, like the counter beside the box: nobody is refused by a number
    they did not see. The end of a line is one, however a browser sends it.
    """
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    return measures.characters(text), measures.byte_length(text)


def length(said: Said) -> Verdict | None:
    if objection := plain.objection(said.typed):
        return objection
    rules = said.rules
    characters, count = measure(said.typed)
    if rules.most_characters and characters > rules.most_characters:
        over = characters - rules.most_characters
        return refused(
            "length", f"{rules.most_characters:,}자까지 쓸 수 있습니다. {over:,}자를 줄여 주십시오."
        )
    if rules.most_bytes and count > rules.most_bytes:
        over = count - rules.most_bytes
        return refused(
            "length",
            f"{rules.most_bytes:,}바이트까지 쓸 수 있습니다. {over:,}바이트(한글 {-(-over // 2):,}자)를 줄여 주십시오.",
        )
    return None
