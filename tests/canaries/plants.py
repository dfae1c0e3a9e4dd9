"""Articles that no reader may see, one in each state, every word of them marked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import PageViewRestriction

from hwalja.accounts.models import Member, User
from hwalja.articles import listing
from hwalja.articles.actions.publish_due import publish_due
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import Article, BreakingNews, Placement, Series
from hwalja.comments.models import Comment
from hwalja.hangul.length import byte_length
from hwalja.mentions.models import Appearance, Mention, Quotation
from hwalja.people.actions.add import add
from hwalja.people.records import PostRecord, Record, Source
from hwalja.testing import Newsroom, make_photo, make_section

COMMON = "공통낱말"  # In every headline: what a search would find them all by.
SOON = timedelta(days=1)


def words(state: str) -> dict[str, Any]:
    """Fields that carry the state's canary: one word each, of letters only."""
    mark = "zq" + state
    body = [
        ("paragraph", f"<p>{mark}body</p>"),
        ("photo", {"photo": None, "caption": f"{mark}caption", "credit": ""}),
    ]
    return {"title": f"{COMMON} {mark}headline", "deck": f"{COMMON} {mark}deck", "body": body}


@dataclass
class Plants:
    newsroom: Newsroom
    series: Series
    # Hidden as a whole: neither a word nor the address may be seen.
    hidden: dict[str, Article] = field(default_factory=dict)
    # Public, but not these words of theirs.
    partly: dict[str, Article] = field(default_factory=dict)
    # A comment of each article, by the article's number; the page of the member who wrote them.
    comments: dict[int, int] = field(default_factory=dict)
    member: str = ""

    def make(self, state: str, section: Any = None, **fields: Any) -> Article:
        """A draft that is in every list it could be in."""
        article = self.newsroom.write(section, series=self.series, **{**words(state), **fields})
        article.tags.add("꼬리표")
        article.save_revision(user=self.newsroom.reporter)
        return article

    def publish(self, state: str, section: Any = None, **fields: Any) -> Article:
        article = self.make(state, section, **fields)
        article.get_latest_revision().publish(user=self.newsroom.chief)
        return Article.objects.get(pk=article.pk)


def _in_review(plants: Plants) -> Article:
    article = plants.make("review")
    article.get_workflow().start(article, plants.newsroom.reporter)
    return article


def _scheduled(plants: Plants) -> Article:
    article = plants.make("scheduled", go_live_at=timezone.now() + SOON)
    article.get_latest_revision().publish(user=plants.newsroom.chief)
    return article


def _embargoed(plants: Plants) -> Article:
    article = plants.make("embargoed", embargo_until=timezone.now() + SOON)
    article.get_latest_revision().publish(user=plants.newsroom.chief)
    return article


def _forced(plants: Plants) -> Article:
    """Under embargo, and pushed live past every action."""
    article = plants.make("forced", embargo_until=timezone.now() + SOON)
    Article.objects.filter(pk=article.pk).update(live=True)
    article = Article.objects.get(pk=article.pk)
    listing.enlist(article)
    return article


def _expired(plants: Plants) -> Article:
    article = plants.publish("expired")
    Article.objects.filter(pk=article.pk).update(expire_at=timezone.now() - SOON)
    publish_due()
    return article


def _unswept(plants: Plants) -> Article:
    """Expired a moment ago: the worker has not come yet."""
    article = plants.publish("unswept")
    Article.objects.filter(pk=article.pk).update(expire_at=timezone.now())
    return article


def _unpublished(plants: Plants) -> Article:
    article = plants.publish("unpublished")
    article.unpublish()
    return article


def _trashed(plants: Plants) -> Article:
    article = plants.publish("trashed")
    trash(article, plants.newsroom.chief)
    return article


def _trashed_draft(plants: Plants) -> Article:
    article = plants.make("trasheddraft")
    trash(article, plants.newsroom.chief)
    return article


def _private(plants: Plants) -> Article:
    article = plants.publish("private")
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    return article


def _walled(plants: Plants) -> Article:
    """In a section behind a wall."""
    section = make_section(plants.newsroom.front, "담장", "walled")
    article = plants.publish("walled", section)
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    return article


HIDDEN: dict[str, Callable[[Plants], Article]] = {
    "draft": lambda plants: plants.make("draft"),
    "review": _in_review,
    "scheduled": _scheduled,
    "embargoed": _embargoed,
    "forced": _forced,
    "expired": _expired,
    "unswept": _unswept,
    "unpublished": _unpublished,
    "trashed": _trashed,
    "trasheddraft": _trashed_draft,
    "private": _private,
    "walled": _walled,
}


def _older(plants: Plants) -> Article:
    """Live, and once had other words."""
    article = plants.publish("older")
    for name, value in words("shown").items():
        setattr(article, name, value)
    article.save_revision().publish(user=plants.newsroom.chief)
    return article


def _changed(plants: Plants) -> Article:
    """Live, with changes that are still a draft."""
    article = plants.publish("shown")
    for name, value in words("changed").items():
        setattr(article, name, value)
    article.tags.add("zqchangedtag")
    article.save_revision()
    return article


PARTLY: dict[str, Callable[[Plants], Article]] = {"older": _older, "changed": _changed}


def plant(newsroom: Newsroom) -> Plants:
    """Every state, and a live article, a front and a 속보 that point at all of them."""
    series = Series.objects.create(name="연재물", slug="series")
    plants = Plants(newsroom, series)
    plants.hidden = {state: make(plants) for state, make in HIDDEN.items()}
    plants.partly = {state: make(plants) for state, make in PARTLY.items()}
    host(plants)
    for order, article in enumerate(plants.hidden.values()):
        Placement.objects.create(front=newsroom.front, article=article, sort_order=order)
        end = timezone.now() + SOON
        BreakingNews.objects.create(headline="속보", article=article, ends_at=end)
    comment(plants)
    read_of_people(plants)
    return plants


def read_of_people(plants: Plants) -> None:
    """Somebody of whom everything was read in a hidden article: its number is their id."""
    for state, article in plants.hidden.items():
        record = Record(
            "강가람", id=str(article.number), posts=(PostRecord("누리전자", "대표", since="2026"),)
        )
        one = add(record, None, Source(article=article.number, sentence=f"zq{state}body"))
        _said(article, one.pk, f"zq{state}said")


def _said(article: Article, profile: str, words: str) -> None:
    """As the analyst would have kept it while the article was public."""
    at: dict[str, Any] = {"article": article, "profile_id": profile, "listed_at": timezone.now()}
    where: dict[str, Any] = {"place": "body", "at": 0, "start": 0, "end": len(words)}
    found = {**at, **where, "text": words, "sentence": words, "tier": 0, "public": True}
    mention = Mention.objects.create(
        **found, kind="person", name="강가람", status="linked", how="name"
    )
    Quotation.objects.create(**found, kind="direct", speaker="강가람", is_explicit=True)
    Appearance.objects.create(**at, mention=mention, start=0, mentions=1, quotations=1)


def comment(plants: Plants) -> None:
    """A member's word under every article: under a hidden one it is hidden, too."""
    user = User.objects.create_user("member", "member@mail.example")
    member = Member.objects.create(user=user, nickname="별빛", key="별빛")
    plants.member = member.get_absolute_url()
    said = {state: f"zq{state}comment" for state in plants.hidden}
    said |= dict.fromkeys(plants.partly, "독자의 말")
    for state, article in {**plants.hidden, **plants.partly}.items():
        body = said[state]
        plants.comments[article.number] = Comment.objects.create(
            article=article,
            author=user,
            name="별빛",
            body=body,
            characters=len(body),
            bytes=byte_length(body),
            state=Comment.VISIBLE,
        ).pk


def host(plants: Plants) -> Article:
    """A live article that links to every hidden one in its text and beneath it."""
    hidden = list(plants.hidden.values())
    links = " ".join(f'<a linktype="page" id="{row.pk}">여기</a>' for row in hidden)
    photo = {"photo": make_photo(), "caption": "", "credit": ""}
    body = [("paragraph", f"<p>{links}</p>"), ("photo", photo), ("related", {"articles": hidden})]
    article = plants.publish("shown", body=body)
    plants.partly["host"] = article
    return article
