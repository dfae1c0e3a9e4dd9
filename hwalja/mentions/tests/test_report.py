"""A reader reports a mistake; the desk sees it and answers."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.mentions.actions.answer_report import answer
from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.actions.forget_reporters import forget_reporters
from hwalja.mentions.actions.report import PER_DAY
from hwalja.mentions.models import Quotation, Report
from hwalja.people.models import Profile
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(article: Article) -> str:
    return f"{article.get_absolute_url()}who/report"


def told(**fields: str) -> dict[str, str]:
    return {"about": "", "wrong": "other", "detail": "다른 분입니다.", "url": "", **fields}


def test_words_are_reported_and_kept(address: str, reader: Client, kang: Profile) -> None:
    shown = reader.get(address)
    assert shown["Cache-Control"] == "private, no-cache" and shown["X-Robots-Tag"] == "noindex"
    row = Quotation.objects.get(text="서두르지 않겠다")
    sent = told(about=row.ref, wrong="words", detail="")
    for _ in range(2):
        answered = reader.post(address, sent)
        assert answered.status_code == 200 and "고맙습니다" in answered.content.decode()
    kept = Report.objects.get()
    assert (kept.profile, kept.words, kept.state) == (kang, row.text, Report.ASKED)


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"wrong": ""}, "하나를 골라"),
        ({"detail": ""}, "무엇이 잘못됐는지"),
        ({"about": "quotation:999999"}, "가운데 하나"),
        ({"detail": "가" * 1001}, "1000"),
    ],
)
def test_what_is_missing_is_said(
    address: str, reader: Client, sent: dict[str, str], why: str
) -> None:
    answered = reader.post(address, told(**sent))
    assert answered.status_code == 422 and why in answered.content.decode()
    assert not Report.objects.exists()


def test_too_many_from_one_place_keep_their_text(address: str, reader: Client) -> None:
    for number in range(PER_DAY):
        assert reader.post(address, told(detail=f"{number}번째")).status_code == 200
    answered = reader.post(address, told(detail="마지막 제보"))
    page = answered.content.decode()
    assert answered.status_code == 429 and answered["Retry-After"] == "86400"
    assert "하루에" in page and "마지막 제보" in page
    assert Report.objects.count() == PER_DAY


def test_what_fills_in_forms_by_itself_is_thanked_and_forgotten(
    address: str, reader: Client
) -> None:
    assert reader.post(address, told(url="https://x.example")).status_code == 200
    assert not Report.objects.exists()


def test_a_withdrawn_article_takes_no_reports(
    article: Article, address: str, reader: Client
) -> None:
    article.unpublish()
    assert reader.get(address).status_code == 404


def test_the_desk_sees_and_answers(
    address: str, reader: Client, newsroom: Newsroom, enter: Callable[[User], Client]
) -> None:
    reader.post(address, told(detail="<b>다른</b> 분입니다."))
    row = Report.objects.get()
    screen = f"/admin/people/reports/{row.pk}/"
    for user in (newsroom.reporter, newsroom.moderator):
        assert enter(user).get(screen).status_code == 302
    desk = enter(newsroom.desk)
    assert "인물 제보" in desk.get("/admin/people/reports/").content.decode()
    page = desk.get(screen).content.decode()
    assert "&lt;b&gt;다른&lt;/b&gt;" in page and "고쳤음" in page
    assert "고쳤음" not in enter(newsroom.other_desk).get(screen).content.decode()
    assert desk.post(screen, {"do": "corrected", "note": ""}).status_code == 422
    desk.post(screen, {"do": "corrected", "note": "말한 이를 바로잡음"})
    row.refresh_from_db()
    assert (row.state, row.by, row.note) == (Report.CORRECTED, newsroom.desk, "말한 이를 바로잡음")
    with pytest.raises(NotNow):
        answer(row.pk, newsroom.desk, Report.DECLINED, note="다시")
    with pytest.raises(PermissionDenied):
        answer(row.pk, newsroom.other_desk, Report.DECLINED, note="남의 것")


def test_after_a_year_nothing_of_the_reader_is_left(
    address: str, reader: Client, newsroom: Newsroom
) -> None:
    reader.post(address, told())
    row = Report.objects.get()
    answer(row.pk, newsroom.desk, Report.DECLINED, note="맞음")
    assert forget_reporters() == 0
    Report.objects.update(decided_at=timezone.now() - timedelta(days=366))
    assert forget_reporters() == 1
    row.refresh_from_db()
    assert (row.detail, row.origin, row.note) == ("", "", "맞음")
