"""기사 넣기 in the admin: paste, correct, make the draft."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hwalja.accounts.models import User
from hwalja.articles.models import Article, Reporter, Section
from hwalja.articles.tests.intake_layouts import nd, window
from hwalja.articles.tests.intake_stories import BANK
from hwalja.testing import Newsroom

Enter = Callable[[User], Client]
URL = "/admin/intake/"


def corrected(newsroom: Newsroom, **fields: object) -> dict[str, object]:
    return {
        "make": "1",
        "headline": BANK.headline,
        "section": newsroom.internet.pk,
        "reporters": "김하늘 kim@paper.example",
        "published_at": "2025년 1월 8일 오후 2시 5분",
        "outlet_tag": "한강경제",
        "body": "첫 문단이다.\n\n▲ 책방의 모습. < 연합뉴스 >\n\n둘째 문단이다.",
        **fields,
    }


def test_pasted_text_is_shown_as_recognised(newsroom: Newsroom, enter: Enter) -> None:
    page = enter(newsroom.reporter).post(URL, {"text": window(BANK).text})
    form = page.context["form"]
    assert page.status_code == 200
    assert form.initial["headline"] == BANK.headline
    assert form.initial["reporters"] == "한가람 garam@hangang.example"
    assert form.initial["body"].startswith(
        "▲ " + BANK.captions[0][0] + " < 누리은행 >\n\n" + BANK.body[0]
    )
    shown = page.content.decode()
    assert "2025-01-08 14:05:00" in shown
    assert "은 이 신문에 없습니다" in shown
    assert not Article.objects.exists()


def test_an_uploaded_file_is_read_in_any_encoding(newsroom: Newsroom, enter: Enter) -> None:
    file = SimpleUploadedFile("쪽.txt", nd(BANK).text.encode("utf-16"))
    page = enter(newsroom.reporter).post(URL, {"file": file})
    assert page.context["form"].initial["headline"] == BANK.headline


def test_bare_copy_of_a_reporter_is_enough(newsroom: Newsroom, enter: Enter) -> None:
    text = "동네 책방 다시 연다\n\n강가 마을 책방이 다시 문을 연다.\n\n주민들이 월세를 모은다."
    page = enter(newsroom.reporter).post(URL, {"text": text})
    assert page.context["form"].initial["headline"] == "동네 책방 다시 연다"
    assert "기자를 찾지 못했습니다." in page.content.decode()


def test_copy_without_a_byline_starts_with_ones_own(newsroom: Newsroom, enter: Enter) -> None:
    text = "동네 책방 다시 연다\n\n강가 마을 책방이 다시 문을 연다.\n\n주민들이 월세를 모은다."
    own = enter(newsroom.reporter).post(URL, {"text": text})
    assert own.context["form"].initial["reporters"] == "김하늘 kim@paper.example"
    nobody = enter(newsroom.chief).post(URL, {"text": text})
    assert nobody.context["form"].initial["reporters"] == ""


def test_the_corrected_record_becomes_a_draft(newsroom: Newsroom, enter: Enter) -> None:
    answer = enter(newsroom.reporter).post(URL, corrected(newsroom))
    article = Article.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert (article.live, article.owner, article.title) == (False, newsroom.reporter, BANK.headline)
    assert article.get_parent().pk == newsroom.internet.pk
    assert [one.reporter for one in article.bylines.all()] == [newsroom.kim]
    assert [block.block_type for block in article.body] == ["paragraph", "photo", "paragraph"]
    assert article.body[1].value["credit"] == "연합뉴스"
    assert article.published_at.isoformat() == "2025-01-08T05:05:00+00:00"
    assert enter(newsroom.reporter).get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"headline": ""}, "필수"),
        ({"body": "▲ 사진뿐 < 연합뉴스 >"}, "본문에 문단이 없습니다."),
        ({"body": "  "}, "본문에 문단이 없습니다."),
        ({"published_at": "어제쯤"}, "시각을 읽을 수 없습니다."),
        ({"reporters": "없는이"}, "등록되지 않은 기자입니다"),
        ({"section": ""}, "필수"),
        ({"section": "999999"}, "선택"),
        ({"headline": "가" * 300}, "255"),
    ],
)
def test_errors_are_told_in_korean_and_keep_what_was_typed(
    newsroom: Newsroom, enter: Enter, fields: dict[str, object], message: str
) -> None:
    page = enter(newsroom.reporter).post(
        URL, corrected(newsroom, deck="손으로 적은 부제", **fields)
    )
    shown = page.content.decode()
    assert page.status_code == 200
    assert message in shown
    assert "손으로 적은 부제" in shown
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "로그인\n아이디\n비밀번호", "<p>안녕</p><p>글</p>", "README only"]
)
def test_copy_that_is_no_article_is_refused_and_kept(
    newsroom: Newsroom, enter: Enter, text: str
) -> None:
    page = enter(newsroom.reporter).post(URL, {"text": text})
    assert page.context["form"].errors
    assert page.context["form"]["text"].value() == text


def test_the_same_copy_again_opens_the_article_that_is_there(
    newsroom: Newsroom, enter: Enter
) -> None:
    client = enter(newsroom.reporter)
    first = client.post(URL, corrected(newsroom))
    again = client.post(URL, corrected(newsroom), follow=True)
    assert again.redirect_chain[0][0] == first.url
    assert "이미 넣은 원고입니다" in again.content.decode()
    assert Article.objects.count() == 1


def test_a_desk_may_enter_a_new_reporter_but_nobody_a_section(
    newsroom: Newsroom, enter: Enter
) -> None:
    sections = Section.objects.count()
    enter(newsroom.desk).post(
        URL, corrected(newsroom, reporters="서하늘 기자 haneul@hangang.example")
    )
    assert Reporter.objects.filter(name="서하늘", email="haneul@hangang.example").exists()
    assert Article.objects.count() == 1
    assert Section.objects.count() == sections


def test_only_sections_one_writes_for_are_offered(newsroom: Newsroom, enter: Enter) -> None:
    page = enter(newsroom.other_desk).post(URL, corrected(newsroom))
    assert list(page.context["form"].fields["section"].queryset) == [newsroom.finance]
    assert not Article.objects.exists()


def test_who_may_not_write_may_not_take_in(newsroom: Newsroom, enter: Enter) -> None:
    client = enter(newsroom.photographer)
    assert client.get(URL).status_code == 302
    assert client.post(URL, corrected(newsroom)).status_code == 302
    assert not Article.objects.exists()
    assert URL not in client.get("/admin/").content.decode()
    assert URL in enter(newsroom.reporter).get("/admin/").content.decode()


def test_hostile_text_is_only_text(newsroom: Newsroom, enter: Enter, reader: Client) -> None:
    body = (
        "<script>alert(1)</script> 첫 문단이다.\n\n<a href='javascript:alert(1)'>누르라</a>고 했다."
    )
    enter(newsroom.reporter).post(URL, corrected(newsroom, body=body))
    article = Article.objects.get()
    article.get_latest_revision().publish(user=newsroom.chief)
    shown = reader.get(f"/news/{article.number}/").content.decode()
    assert "<script>alert" not in shown
    assert "<a href='javascript" not in shown
