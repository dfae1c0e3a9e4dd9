"""A title in an article that the directory knows to be over, or to be somebody else's by now."""

from collections.abc import Iterable
from datetime import date

from hwalja.mentions.models import Title
from hwalja.people import naming, partial
from hwalja.people.models import Post, Profile

# Posts of which there is one at a time; of 의원, 교수, 부사장 there are many.
SINGLE = (
    "대통령", "총리", "국무총리", "장관", "처장", "청장", "시장", "도지사", "지사", "군수", "구청장",
    "교육감", "검찰총장", "대법원장", "국회의장", "의장", "원내대표", "당대표", "총재", "총장", "학장",
    "회장", "대표", "대표이사", "사장", "행장", "은행장", "이사장", "원장", "관장", "위원장", "감독",
    "편집국장", "CEO", "최고경영자",
)  # fmt: skip


def told(titles: Iterable[Title], on: date) -> dict[int, str]:
    """What is wrong with each of them as of a day, by the title's id."""
    rows = [row for row in titles if row.profile_id or row.proposed_id]
    posts = _posts(rows)
    found = {row.pk: _told(row, posts, on.isoformat()) for row in rows}
    return {pk: words for pk, words in found.items() if words}


def _posts(titles: list[Title]) -> list[Post]:
    """Posts of these people, and posts of these names, with who holds them."""
    rows = Post.objects.filter(hidden=False, profile__state=Profile.SHOWN)
    whose = rows.filter(profile__in={_holder(row) for row in titles})
    same = rows.filter(title__in={row.title for row in titles if row.title in SINGLE})
    return list((whose | same).select_related("profile", "organisation").distinct())


def _holder(title: Title) -> str | None:
    return title.profile_id or title.proposed_id


def _told(title: Title, posts: list[Post], on: str) -> str:
    same = [post for post in posts if _is_same(post, title)]
    own = [post for post in same if post.profile_id == _holder(title)]
    if any(_is_held(post, on) for post in own):
        return ""
    if own and (ended := max(post.until for post in own)):
        return f"사전에는 {partial.said(ended)}에 끝난 자리입니다. ‘전 {title.title}’인지 보십시오."
    others = [post for post in same if post.profile_id != _holder(title)]
    now = [post for post in others if _is_held(post, on)] if title.title in SINGLE else []
    return f"사전에는 지금 {now[0].profile.name}의 자리입니다." if now else ""


def _is_held(post: Post, on: str) -> bool:
    return partial.covers(post.since, post.until, on)


def _is_same(post: Post, title: Title) -> bool:
    where = naming.fold(post.organisation_said)
    return post.title == title.title and where == naming.fold(title.organisation)
