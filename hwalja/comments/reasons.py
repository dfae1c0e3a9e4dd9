"""Why a comment goes, as moderators choose it, readers report it, and its author is told."""

from dataclasses import dataclass

# What stands beside the form, in this order.
HOUSE_RULES = (
    "남의 글을 허락 없이 옮기거나 남의 명예를 떨어뜨린 댓글은 쓴 사람이 법에 따라 책임을 집니다.",
    "욕설과 혐오는 댓글 관리자가 가립니다.",
    "사람을 헐뜯는 댓글도 가립니다. 사람이 아니라 한 일과 한 말을 이야기해 주십시오.",
)


@dataclass(frozen=True, slots=True)
class Reason:
    """`rule`: which of the house rules it is, from 1; `key`: the moderator's key for it."""

    name: str
    label: str
    rule: int
    key: str


REASONS = {
    one.name: one
    for one in (
        Reason("law", "저작권·명예훼손", 1, "1"),
        Reason("abuse", "욕설·혐오", 2, "2"),
        Reason("attack", "인신공격", 3, "3"),
        Reason("privacy", "개인정보", 1, "4"),
        Reason("ad", "광고·도배", 2, "5"),
        Reason("false", "거짓 사실", 1, "6"),
    )
}
CHOICES = [(one.name, one.label) for one in REASONS.values()]


def label(name: str) -> str:
    return REASONS[name].label if name in REASONS else ""


def told(name: str) -> str:
    """What the author is told."""
    if name not in REASONS:
        return "댓글 관리자가 가렸습니다."
    one = REASONS[name]
    return f"{one.label}({one.rule}번 규칙)로 댓글 관리자가 가렸습니다. {HOUSE_RULES[one.rule - 1]}"
