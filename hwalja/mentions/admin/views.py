"""The desk's screens: one article's names and words, the articles that wait, those not read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from hwalja.articles.models import Article
from hwalja.mentions import desk, namesakes, steps, story
from hwalja.mentions.admin import cards
from hwalja.mentions.admin.places import article_at, decided_by
from hwalja.mentions.models import Mention, Reading
from hwalja.mentions.permission import can_decide
from hwalja.people import search
from hwalja.people.models import Profile
from hwalja.people.reading import described

FOUND = 9  # Profiles that a search offers.
LISTED = 50  # Articles a page.
UNHEARD = 60  # Seconds after which somebody should look whether the analyst runs.


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """What the screens have in common: the way from one to another."""

    header_icon = "user"
    screen = "index"
    SCREENS = (
        ("who_desk:index", "확인할 기사"),
        ("who_desk:failed", "읽지 못한 기사"),
        ("mention_reports:index", "독자 제보"),
    )

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = {"url": reverse("who_desk:index"), "label": "인물 확인"}
        return [*self.breadcrumbs_items, home, {"url": "", "label": str(self.page_title)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = [
            (reverse(name), label, name == f"who_desk:{self.screen}")
            for name, label in self.SCREENS
        ]
        return {**super().get_context_data(**kwargs), "places": places}


# --- One article --------------------------------------------------------------------------


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The article's own screen; `?part` is what the script puts in place of what stands there."""
    article = article_at(pk, request.user)
    context = of_article(article, request)
    if "part" in request.GET:
        return render(request, "mentions/admin/part.html", context)
    title = article.get_admin_display_title()
    return One.as_view(page_title=title, extra_context=context)(request)


class One(Screen):
    template_name = "mentions/admin/one.html"
    screen = "one"


def of_article(article: Article, request: HttpRequest) -> dict[str, Any]:
    """All that the desk is shown of an article."""
    shelves = desk.of_article(article.pk)
    on = timezone.localdate(article.dated)
    draft = article.get_latest_revision_as_object()
    shown = cards.of_desk(shelves, on)
    return {
        "article": article,
        "shelves": shown,
        "reading": shelves.reading,
        "state": _state(article, shelves.reading),
        "before": _before(shelves.reading),
        "is_unheard": _is_unheard(shelves.reading),
        "namesakes": _namesakes(draft, shown),
        "spent": steps.said(steps.seconds(article.pk)),
        "may_decide": can_decide(request.user, article),  # type: ignore[arg-type]
        "search": _searched(request),
        "keys": {name: cards.new_key() for name in ("undo", "read", "sure")},
    }


def _state(article: Article, reading: Reading | None) -> str:
    """none, waiting, failed, read; changed: read, but the text is another by now; off: nothing is
    read in this paper."""
    if reading is None or (reading.state == Reading.WAITING and not settings.ANALYST):
        return "none" if settings.ANALYST else "off"
    if reading.state != Reading.READ:
        return str(reading.state)
    read = Reading.objects.values_list("digest", flat=True).get(pk=reading.pk)
    return "read" if story.current(article).digest == read else "changed"


def _before(reading: Reading | None) -> int:
    """How many are to be read before it."""
    if reading is None or reading.state != Reading.WAITING:
        return 0
    waiting = Reading.objects.filter(state=Reading.WAITING)
    same = waiting.filter(turn=reading.turn, article__gt=reading.pk)
    return waiting.filter(turn__lt=reading.turn).count() + same.count()


def _is_unheard(reading: Reading | None) -> bool:
    if reading is None or reading.state != Reading.WAITING:
        return False
    return (timezone.now() - reading.asked_at).total_seconds() > UNHEARD


def _namesakes(draft: Article, shown: cards.Cards) -> list[namesakes.Namesakes]:
    """Shared names of the draft about which nobody has decided."""
    decided = {card.found.text for card in shown.decided} | {
        card.found.name for card in shown.decided if card.item.kind == "mention"
    }
    found = namesakes.in_text(story.of_article(draft).text)
    return [one for one in found if one.name not in decided]


# --- Finding somebody ---------------------------------------------------------------------


@require_safe
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """Profiles by any name, by 초성 as well, as options of a list; before a name is typed, those
    who are in the article."""
    article_at(pk, request.user)
    query = search.asked(request.GET.get("q", ""))
    found = _found(query) if query else _in_article(pk)
    return render(request, "mentions/admin/options.html", {"found": found})


def _in_article(pk: int) -> list[Profile]:
    rows = Mention.objects.filter(article=pk, stands=True, profile__state=Profile.SHOWN)
    ids = list(rows.exclude(verdict=Mention.REJECTED).values_list("profile", flat=True).distinct())
    return described(Profile.objects.filter(pk__in=ids).by_name()[:FOUND])


def _found(query: str) -> list[Profile]:
    return described(search.find(query)[:FOUND]) if query else []


def _searched(request: HttpRequest) -> dict[str, Any]:
    """Without the script: what was searched for, and under which card it is shown."""
    query = search.asked(request.GET.get("q", ""))
    side = "b" if request.GET.get("side") == "b" else "a"
    return {
        "ref": request.GET.get("ref", ""),
        "side": side,
        "query": query,
        "found": _found(query),
    }


# --- All articles -------------------------------------------------------------------------


class Index(Screen):
    page_title = "확인할 기사"
    template_name = "mentions/admin/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before = _number(self.request.GET.get("before", ""))
        ids = desk.to_decide(decided_by(self.request.user), LISTED + 1, before)
        listed, counts = ids[:LISTED], desk.counts(ids[:LISTED])
        articles = Article.objects.defer_streamfields().in_bulk(listed)
        return {
            **super().get_context_data(**kwargs),
            "rows": [(articles[pk], counts[pk]) for pk in listed],
            "older": listed[-1] if len(ids) > LISTED else None,
        }


class Failed(Screen):
    page_title = "읽지 못한 기사"
    screen = "failed"
    template_name = "mentions/admin/failed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Reading.objects.filter(state=Reading.FAILED).defer("text", "parts", "sentences")
        rows = rows.filter(article__in=decided_by(self.request.user)).order_by("-article")
        found = list(rows[:LISTED])
        articles = Article.objects.defer_streamfields().in_bulk([row.pk for row in found])
        return {
            **super().get_context_data(**kwargs),
            "rows": [(articles[row.pk], row, cards.new_key()) for row in found],
        }


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
