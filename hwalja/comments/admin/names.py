"""What rules, actions and states of comments are called in the newsroom."""

from collections.abc import Iterable

from hwalja.accounts.models import User
from hwalja.comments import reasons

CHECKS = {
    "failed": "검사가 고장남",
    "form": "다른 사이트에서 보냄",
    "machine": "기계가 쓴 듯함",
    "repeat": "같은 댓글",
    "banned_words": "금지어",
    "suspect_words": "거친 말",
    "personal_data": "개인정보",
    "links": "링크·연락처",
    "attack": "보조기가 붙잡음",
    "newcomer": "처음 쓰는 사람",
    "premoderated": "보고 싣는 기사",
    "blocked_author": "쓸 수 없는 사람",
    "plain": "쓸 수 없는 글자",
}
ACTIONS = {
    "post": "쓰기",
    "refuse": "막기",
    "delete": "쓴 사람이 지움",
    "report": "신고",
    "appeal": "이의",
    "approve": "싣기",
    "hide": "가리기",
    "undo": "되돌리기",
    "feature": "추천",
    "unfeature": "추천 거두기",
    "warned": "경고",
    "suspended": "정지",
    "banned": "차단",
    "lift": "조치 풀기",
    "appeal_granted": "이의 받아들임",
    "appeal_denied": "이의에 그대로 둠",
    "discussion": "기사 댓글 바꾸기",
    "breaker_back": "차단기 되돌리기",
    "word_add": "말 넣기",
    "word_remove": "말 빼기",
}
LABELS = {"none": "괜찮음", "offensive": "거침", "hate": "혐오"}
BY_CHECKS = ("post", "refuse")
OTHERS = {"author": "쓴 사람", "reader": "독자"}
MODES = {"open": "받기", "waiting": "보고 싣기", "closed": "받지 않기", "visible": "실림"}
KINDS = {"banned": "막기", "suspect": "보고 싣기", "innocent": "괜찮은 말"}


def check(name: str) -> str:
    """Why a comment waits or was refused."""
    return CHECKS.get(name, name)


def rule(name: str) -> str:
    """A reason, or what else a row of the log names beside its action."""
    if label := reasons.label(name):
        return label
    for known in (ACTIONS, MODES, KINDS, CHECKS):
        if name in known:
            return known[name]
    return name


def logged(action: str, rule_name: str) -> str:
    """The rule of a row of the log; checks and reasons can have the same name."""
    return check(rule_name) if action in BY_CHECKS and rule_name in CHECKS else rule(rule_name)


def action(name: str) -> str:
    return ACTIONS.get(name, name)


def actors(found: Iterable[str]) -> dict[str, str]:
    """The names of those who did something, by what the log says of them: in one query."""
    ids = {int(name) for name in found if name.isascii() and name.isdigit() and len(name) < 19}
    users = User.objects.filter(pk__in=ids)
    return {**OTHERS, **{str(user.pk): str(user) for user in users}}
