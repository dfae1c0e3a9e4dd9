"""The moderators' screens: who sees them, what they show, and that nothing sent breaks them."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hwalja.accounts.models import User
from hwalja.comments.actions.appeal import appeal
from hwalja.comments.actions.report import report
from hwalja.comments.models import (
    Comment,
    CommentRules,
    Discussion,
    LogRow,
    SectionComments,
    Standing,
    Word,
)
from hwalja.comments.persons import Person
from hwalja.comments.tests.rows import comment, unsaved
from hwalja.comments.words import in_force
from hwalja.testing import Newsroom

# They publish and decide by the dozen.
pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
JSON = {"accept": "application/json"}
SCREENS = ["index", "standings", "words", "threshold", "log"]


def _url(name: str, *args: Any) -> str:
    return reverse(f"moderation:{name}", args=args)


def _shown(page: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-pk="(\d+)"', page)]


@pytest.fixture
def client(newsroom: Newsroom, enter: Enter) -> Iterator[Client]:
    yield enter(newsroom.moderator)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", ["reporter", "desk", "photographer", "blocked"])
def test_nobody_else_sees_them(newsroom: Newsroom, enter: Enter, who: str, screen: str) -> None:
    row = comment(newsroom.publish(), "남이 못 볼 말", state="waiting")
    client = enter(getattr(newsroom, who))
    for url in (_url(screen), _url("one", row.pk)):
        response = client.get(url, follow=False)
        assert response.status_code in (302, 403)
        assert "남이 못 볼 말" not in response.content.decode()
    assert client.post(_url("do"), {"one": f"approve-{row.pk}"}).status_code in (302, 403)
    assert Comment.objects.get().state == "waiting"


def test_the_menu_says_how_many_wait(newsroom: Newsroom, enter: Enter, client: Client) -> None:
    article = newsroom.publish()
    for number in range(3):
        comment(article, f"{number}", state="waiting")
    # The menu is data for a script.
    label = json.dumps("댓글 3")[1:-1]
    assert label in client.get("/admin/").content.decode()
    assert label in enter(newsroom.chief).get("/admin/").content.decode()
    assert _url("index") not in enter(newsroom.reporter).get("/admin/").content.decode()


def test_what_readers_report_comes_first_then_the_risk(newsroom: Newsroom, client: Client) -> None:
    article = newsroom.publish()
    low, high = (comment(article, f"{n}", state="waiting", score=n) for n in (0.2, 0.9))
    seen, fine = comment(article, "신고된 말"), comment(article, "멀쩡한 말")
    report(seen, Person("g8", "o8"), "abuse", "")
    hidden = comment(article, "이의", state="hidden", rule="law", score=0.5)
    appeal(hidden, "억울합니다.")
    page = client.get(_url("index")).content.decode()
    assert _shown(page) == [seen.pk, high.pk, hidden.pk, low.pk]
    assert fine.pk not in _shown(page)
    for state, rows in (("reported", [seen]), ("appealed", [hidden]), ("waiting", [high, low])):
        found = _shown(client.get(_url("index"), {"state": state}).content.decode())
        assert found == [row.pk for row in rows]


def test_pages_hold_a_hundred_each_once(newsroom: Newsroom, client: Client) -> None:
    article = newsroom.publish()
    rows = [unsaved(article, f"{n}", state="waiting", score=n % 3 / 10) for n in range(250)]
    Comment.objects.bulk_create(rows)
    found: list[list[int]] = []
    url = _url("index")
    while url:
        page = client.get(url).content.decode()
        found.append(_shown(page))
        step = re.search(r'href="([^"]+)" id="mod-next"', page)
        url = _url("index") + step[1].replace("&amp;", "&") if step else ""
    assert [len(one) for one in found] == [100, 100, 50]
    wanted = Comment.objects.order_by("-score", "-pk").values_list("pk", flat=True)
    assert [pk for one in found for pk in one] == list(wanted)


def test_filters(newsroom: Newsroom, client: Client) -> None:
    one, other = newsroom.publish(), newsroom.publish(newsroom.finance, title="금융 기사")
    first = comment(one, "사과가 답니다", state="waiting", rule="links", label="hate", person="g1")
    last = comment(other, "배가 답니다", state="waiting", rule="attack", person="g2")
    kept = comment(other, "가린 사과", state="hidden", rule="law", person="g2")
    for query, rows in [
        ({"section": newsroom.industry.pk}, [first]),
        ({"section": newsroom.internet.pk}, [first]),
        ({"section": newsroom.finance.pk}, [last]),
        ({"article": other.number}, [last]),
        ({"rule": "links"}, [first]),
        ({"label": "hate"}, [first]),
        ({"author": "g2"}, [last]),
        ({"q": "사과"}, [first]),
        ({"q": "사과", "state": "all"}, [kept, first]),
        ({"state": "hidden"}, [kept]),
        ({"author": "g2", "state": "all"}, [kept, last]),
        ({"rule": "links", "label": "none"}, []),
    ]:
        page = client.get(_url("index"), query).content.decode()
        assert _shown(page) == [row.pk for row in rows], query


def test_a_page_costs_the_same_queries_for_any_queue(newsroom: Newsroom, client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(_url("index")).status_code == 200
        return len(found)

    articles = [newsroom.publish(title=f"기사 {n}") for n in range(3)]
    comment(articles[0], "하나", state="waiting")
    client.get(_url("index"))
    few = queries()
    member = newsroom.blocked
    rows = [
        unsaved(
            articles[n % 3],
            f"{n}",
            state="waiting",
            person=f"g{n}",
            author=member if n % 2 else None,
        )
        for n in range(150)
    ]
    Comment.objects.bulk_create(rows)
    assert queries() == few


def test_beside_a_comment_stands_all_that_is_known(newsroom: Newsroom, client: Client) -> None:
    article = newsroom.publish()
    comment(article, "앞서 한 말", person="g5", state="hidden", rule="law")
    row = comment(article, "전화는 010-1234-5678", person="g5", spans="4-17", rule="links")
    report(row, Person("g8", "o8"), "privacy", "남의 번호입니다.")
    Standing.objects.create(person="g5", name="독자", kind="warned", reason="지난 경고")
    page = client.get(_url("one", row.pk), {"part": ""}).content.decode()
    for word in (
        "<mark>010-1234-5678</mark>",
        article.title,
        "남의 번호입니다.",
        "앞서 한 말",
        "지난 경고",
        "가림 1",
        "실림 1",
    ):
        assert word in page
    assert "<html" not in page
    assert "<html" in client.get(_url("one", row.pk)).content.decode()


def test_hostile_text_is_text(newsroom: Newsroom, client: Client) -> None:
    hostile = "<script>alert(1)</script><b>굵게</b>"
    row = comment(newsroom.publish(), hostile, name="<i>이름", state="waiting", spans="0-8")
    report(row, Person("g8", "o8"), "abuse", "<u>신고</u>")
    for url in (_url("index"), _url("one", row.pk)):
        page = client.get(url).content.decode()
        for tag in ("<script>alert", "<b>굵게", "<i>이름", "<u>신고"):
            assert tag not in page


def test_all_of_it_works_by_forms(newsroom: Newsroom, client: Client) -> None:
    article = newsroom.publish()
    rows = [comment(article, f"{n}", state="waiting", person=f"g{n}") for n in range(4)]
    back = f"{_url('index')}?state=waiting"

    def do(**data: Any) -> str:
        response = client.post(_url("do"), {"next": back, **data})
        assert (response.status_code, response["Location"]) == (302, back)
        return client.get(back).content.decode()

    assert "댓글 1개를 실었습니다." in do(one=f"approve-{rows[0].pk}")
    assert "댓글 2개를 가렸습니다." in do(do="hide", pk=[rows[1].pk, rows[2].pk], reason="ad")
    assert "되돌렸습니다: 가리기." in do(do="undo")
    assert "추천했습니다." in do(do="feature", pk=rows[0].pk)
    do(do="stand", pk=rows[3].pk, term="7", reason="abuse", note="그만")
    standing = Standing.objects.get(person="g3")
    assert (standing.kind, standing.reason) == ("suspended", "욕설·혐오. 그만")
    assert "풀기" in client.get(_url("standings")).content.decode()
    do(do="lift", pk=standing.pk)
    states = list(Comment.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["visible", "waiting", "waiting", "waiting"]
    assert LogRow.objects.count() == 8


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"do": "erase"},
        {"do": "approve"},
        {"do": "approve", "pk": "x"},
        {"do": "approve", "pk": "9" * 30},
        {"do": "approve", "pk": "²"},
        {"do": "approve", "pk": "-1"},
        {"do": "approve", "pk": "999999"},
        {"do": "approve", "pk": [str(n) for n in range(1, 150)]},
        {"do": "hide", "pk": "1"},
        {"do": "hide", "pk": "1", "reason": "spite"},
        {"do": "hide", "pk": "1", "reason": "law", "note": "가" * 151},
        {"do": "hide", "pk": "1", "reason": "law", "note": "\x00"},
        {"do": "feature", "pk": "999999"},
        {"do": "stand", "pk": "1"},
        {"do": "stand", "pk": "1", "term": "2", "reason": "law"},
        {"do": "stand", "pk": "999999", "term": "ban", "reason": "law"},
        {"do": "lift", "pk": "999999"},
        {"do": "grant", "pk": "1"},
        {"do": "undo"},
        {"one": "approve-"},
        {"one": "-"},
        {"one": "approve-x-y"},
    ],
)
def test_nothing_sent_breaks_it(newsroom: Newsroom, client: Client, data: dict[str, Any]) -> None:
    row = comment(newsroom.publish(), state="waiting")
    data = {**data, "pk": row.pk} if data.get("pk") == "1" else data
    logged = LogRow.objects.count()
    answer = client.post(_url("do"), data, headers=JSON)
    assert answer.status_code == 422
    assert re.search("[가-힣]", answer.json()["text"])
    assert (
        client.post(_url("do"), {**data, "next": "https://elsewhere.example/"}).status_code == 302
    )
    assert Comment.objects.get().state == "waiting"
    assert LogRow.objects.count() == logged


@pytest.mark.parametrize(
    "query",
    [
        "state=x", "section=x", "section=99999999999999999999", "article=-1", "article=" + "9" * 40,
        "rule=x", "label=x", "q=" + "%EA%B0%80" * 101, "author=" + "g" * 41, "after=x",
        "after=1_x_2", "after=1_nan_2", "after=1_inf_2", "after=9999999999999_1_99999999999999999999999",
        "after=-5_-1_-1", "after=%C2%B2", "q=%25_%5C", "state=all&after=x", "state=all&after=" + "9" * 40,
    ],
)  # fmt: skip
def test_no_address_breaks_the_queue(newsroom: Newsroom, client: Client, query: str) -> None:
    comment(newsroom.publish(), state="waiting")
    assert client.get(f"{_url('index')}?{query}").status_code == 200
    for name in ("log", "standings"):
        odd = query.replace("after", "before").replace("author", "actor")
        assert client.get(f"{_url(name)}?{odd}&day=x&comment=x").status_code == 200


def test_an_answer_leads_nowhere_else(newsroom: Newsroom, client: Client) -> None:
    for wanted in ("//evil.example/", "https://evil.example/", "/admin/\\evil", "javascript:1"):
        found = client.post(_url("do"), {"do": "undo", "next": wanted})["Location"]
        assert found.startswith("/admin/")
    assert client.get(_url("one", 999999)).status_code == 404
    assert client.get(_url("do")).status_code == 405


def test_a_word_is_added_after_a_look_at_what_it_would_have_caught(
    newsroom: Newsroom, client: Client
) -> None:
    article = newsroom.publish()
    comment(article, "그 도깨비방망이를 또 들고 나왔네", person="g1")
    comment(article, "멀쩡한 말", person="g2")
    data = {"text": " 도깨비방망이 ", "kind": "banned", "note": "별명"}
    page = client.post(_url("words"), {**data, "save": "yes"}).content.decode()
    assert "최근 댓글 2개 가운데 <b>1개</b>" in page
    assert "<mark>도깨비방망이</mark>" in page
    assert not Word.objects.exists()
    seen = {**data, "seen": "banned:도깨비방망이", "save": "yes"}
    changed = client.post(_url("words"), {**seen, "text": "다른말"})
    assert "다른말" in changed.content.decode() and not Word.objects.exists()
    assert client.post(_url("words"), seen).status_code == 302
    word = Word.objects.get()
    assert (word.text, word.kind, word.added_by) == ("도깨비방망이", "banned", newsroom.moderator)
    assert [one.word for one in in_force().find("도깨비방망이를")] == ["도깨비방망이"]
    client.post(_url("remove_word", word.pk))
    assert in_force().find("도깨비방망이를") == []
    actions = LogRow.objects.order_by("number").values_list("action", "rule", "reason")
    assert list(actions) == [
        ("word_add", "banned", "도깨비방망이"),
        ("word_remove", "banned", "도깨비방망이"),
    ]


@pytest.mark.parametrize("text", ["", "   ", "!!!", "\u3164", "가#나", "가" * 41, "\x00", "\ue000"])
def test_what_is_no_word_is_told(newsroom: Newsroom, client: Client, text: str) -> None:
    response = client.post(_url("words"), {"text": text, "kind": "banned", "note": "적어 둔 것"})
    assert response.status_code == 422
    assert "적어 둔 것" in response.content.decode()
    assert client.post(_url("words"), {"text": "말", "kind": "x"}).status_code == 422
    assert client.post(_url("remove_word", 999)).status_code == 302


def test_the_threshold_is_drawn_from_the_newsrooms_decisions(
    newsroom: Newsroom, client: Client
) -> None:
    assert "판단한 댓글이 아직 없습니다" in client.get(_url("threshold")).content.decode()
    CommentRules.objects.create(threshold=0.6)
    article = newsroom.publish()
    rows = [comment(article, f"{n}", state="waiting", judged=n / 4) for n in range(4)]
    client.post(_url("do"), {"do": "approve", "pk": [rows[0].pk, rows[1].pk]})
    client.post(_url("do"), {"do": "hide", "pk": [rows[2].pk, rows[3].pk], "reason": "abuse"})
    page = client.get(_url("threshold")).content.decode()
    assert "가린 것 2, 실은 것 2" in page
    assert "<b>50.0%</b>를 붙잡고" in page and "<b>0.0%</b>를 괜히" in page


def test_the_log_can_be_read(newsroom: Newsroom, client: Client) -> None:
    row = comment(newsroom.publish(), state="waiting")
    client.post(_url("do"), {"do": "hide", "pk": row.pk, "reason": "attack"})
    page = client.get(_url("log"), {"action": "hide"}).content.decode()
    assert "서린" in page and "인신공격" in page
    assert "이런 기록이 없습니다" in client.get(_url("log"), {"action": "approve"}).content.decode()


def test_a_desk_closes_its_article_and_no_other(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.publish()
    url = _url("article", article.pk)
    desk = enter(newsroom.desk)
    assert url in desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    response = desk.post(url, {"mode": "closed", "note": "당사자를 지키려고 닫습니다."})
    assert response.status_code == 302
    page = Client().get(f"/news/{article.number}/").content.decode()
    assert "당사자를 지키려고 닫습니다." in page
    assert desk.post(url, {"mode": "x", "note": "적던 말"}).status_code == 422
    assert "적던 말" in desk.post(url, {"mode": "x", "note": "적던 말"}).content.decode()
    for who in (newsroom.other_desk, newsroom.reporter, newsroom.blocked):
        assert enter(who).post(url, {"mode": "open"}).status_code in (302, 403)
        assert Discussion.objects.get().mode == "closed"
    assert Client().get(url).status_code in (302, 403)


def test_a_breaker_is_set_back(newsroom: Newsroom, client: Client) -> None:
    article = newsroom.publish()
    Discussion.objects.create(article=article, broken="closed", broken_by="blocked")
    url = _url("article", article.pk)
    assert "규칙을 어긴 댓글이 많아" in client.get(url).content.decode()
    client.post(url, {"mode": "", "set_back": "on"})
    row = Discussion.objects.get()
    assert (row.broken, row.broken_by, row.broken_at) == ("", "", None)
    assert row.watched_from is not None
    actions = LogRow.objects.order_by("number").values_list("action", flat=True)
    assert list(actions) == ["breaker_back", "discussion"]


def test_sections_are_set_by_the_chief(newsroom: Newsroom, enter: Enter) -> None:
    url = reverse("section_comments:add")
    enter(newsroom.moderator).post(url, {"section": newsroom.finance.pk, "mode": "closed"})
    assert not SectionComments.objects.exists()
    enter(newsroom.chief).post(url, {"section": newsroom.finance.pk, "mode": "closed"})
    assert SectionComments.objects.get().mode == "closed"
    page = Client().get(f"/news/{newsroom.publish(newsroom.finance).number}/").content.decode()
    assert "이 섹션에서는 댓글을 받지 않습니다." in page
