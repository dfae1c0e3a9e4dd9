"""It is somebody else, who is in the directory."""

from typing import Any

from hwalja.mentions.actions.decide import NotNow, Word, decide
from hwalja.mentions.models import Decision, Relation
from hwalja.mentions.permission import Actor
from hwalja.people.models import Profile


def change_person(
    article_id: int, ref: str, profile_id: str, user: Actor, *, side: str = "a", why: str = ""
) -> list[Decision]:
    """`side`: which of the two of a relation, a or b. Raises `PermissionDenied` and `NotNow`."""
    profile = who(profile_id)

    def judge(row: Any) -> Word:
        if not isinstance(row, Relation):
            return Word(Decision.CHANGED, profile)
        a, b = (profile, row.b_id) if side == "a" else (row.a_id, profile)
        if None in (a, b):
            raise NotNow("다른 한쪽이 누구인지 먼저 정해 주십시오.")
        return Word(Decision.CHANGED, a, b)

    return decide(article_id, [ref], user, judge, why=why)


def who(profile_id: str) -> str:
    """Whom an id means today; raises `NotNow` where readers may not see them."""
    profile = Profile.objects.filter(pk=profile_id).select_related("merged_into").first()
    profile = profile and (profile.merged_into or profile)
    if profile is None or profile.state != Profile.SHOWN:
        raise NotNow("인물 사전에 없거나 숨긴 인물입니다.")
    return profile.pk
