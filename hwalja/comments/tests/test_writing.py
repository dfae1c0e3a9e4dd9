"""Writing a comment: what becomes of it, and that nothing typed is lost."""

from typing import Any

import pytest
from django.test import Client

from hwalja.comments import press
from hwalja.comments.actions import post as posting
from hwalja.comments.forms.writing import new_key
from hwalja.comments.models import Comment, CommentRules, Discussion, LogRow, Standing
from hwalja.press.models import Mark
from hwalja.testing import Newsroom

SAID = "투자 규모보다 일자리가 몇 개인지가 궁금합니다."


def send(client: Client, number: int, body: str = SAID, **more: str) -> Any:
    data = {"body": body, "name": "독자", "password": "비밀번호", "key": f"key-{body[:20]}", **more}
    return client.post(f"/news/{number}/comments/new", data)


def test_a_comment_is_kept_and_its_author_is_led_to_it(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    response = send(reader, article.number)
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert response["Location"] == f"/news/{article.number}/comments/{comment.pk}/"
    assert (comment.body, comment.name, comment.state) == (SAID, "독자", "visible")
    assert comment.password.startswith("guest$") and "비밀번호" not in comment.password
    page = reader.get(response["Location"]).content.decode()
    assert SAID in page and "실렸습니다" in page and "댓글 지우기" in page
    assert Discussion.objects.get().visible == 1
    assert LogRow.objects.get().action == "post"


def test_it_stands_under_the_article_and_is_marked_for_the_press(
    newsroom: Newsroom, reader: Client
) -> None:
    article = newsroom.publish()
    send(reader, article.number)
    assert press.gather() == 1
    assert Mark.objects.filter(key=press.key(article.number)).exists()
    page = reader.get(f"/news/{article.number}/").content.decode()
    assert SAID in page
    assert "csrfmiddlewaretoken" not in page


def test_the_same_key_is_one_comment(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    first = send(reader, article.number, key="a")
    again = send(reader, article.number, key="a")
    assert (again.status_code, again["Location"]) == (303, first["Location"])
    assert Comment.objects.count() == LogRow.objects.count() == 1


def test_sent_again_before_the_first_was_answered_is_one_comment(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is committed between the look for its key and the checks, which find the same text."""
    article = newsroom.publish()
    first = send(reader, article.number, key="a")
    known, looks = posting.known, []

    def too_early(*asked: Any) -> Comment | None:
        looks.append(asked)
        return known(*asked) if len(looks) > 1 else None

    monkeypatch.setattr(posting, "known", too_early)
    again = send(reader, article.number, key="a")
    assert (again.status_code, again["Location"]) == (303, first["Location"])
    assert Comment.objects.count() == 1 and not LogRow.objects.filter(action="refuse").exists()


def test_the_same_key_with_another_text_is_refused_with_the_text_kept(
    newsroom: Newsroom, reader: Client
) -> None:
    article = newsroom.publish()
    send(reader, article.number, key="a")
    again = send(reader, article.number, "다른 이야기입니다.", key="a")
    assert again.status_code == 422
    assert "다른 이야기입니다." in again.content.decode()
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("가" * 201, "1자를 줄여"),
        ("가" * 199 + "😀😀", "1자를 줄여"),
        ("😀" * 101, "4바이트(한글 2자)를 줄여"),
        ("", "댓글을 적어"),
        ("\u3164\u200b \u115f", "댓글을 적어"),
        ("가\u0301\u0301\u0301", "부호를 너무 많이"),
        ("가\ue000", "U+E000"),
        ("주민번호 850101-1234567 입니다", "주민등록번호"),
    ],
)
def test_what_is_refused_is_told_and_kept(
    newsroom: Newsroom, reader: Client, body: str, told: str
) -> None:
    article = newsroom.publish()
    response = send(reader, article.number, body)
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert body in page
    assert 'value="독자"' in page
    assert not Comment.objects.exists()


def test_a_link_waits_and_only_its_author_sees_it(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    response = send(reader, article.number, "여기 보세요 https://example.com/a")
    comment = Comment.objects.get()
    assert (comment.state, comment.rule, comment.found) == ("waiting", "links", [(7, 28)])
    assert "기다리고 있습니다" in reader.get(response["Location"]).content.decode()
    stranger = Client().get(response["Location"])
    assert stranger.status_code == 404
    assert "여기 보세요" not in stranger.content.decode()
    assert "여기 보세요" not in reader.get(f"/news/{article.number}/").content.decode()


def test_too_soon_is_told_when_to_come_again(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    send(reader, article.number)
    response = send(reader, article.number, "또 다른 이야기입니다.")
    assert response.status_code == 429
    assert 55 <= int(response["Retry-After"]) <= 60
    assert "또 다른 이야기입니다." in response.content.decode()


def test_a_blocked_reader_is_told_why(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    send(reader, article.number)
    person = Comment.objects.get().person
    Standing.objects.create(person=person, name="독자", kind=Standing.BANNED, reason="욕설")
    response = send(reader, article.number, "또 왔습니다.")
    assert response.status_code == 403
    assert "까닭: 욕설" in response.content.decode()


def test_closed_by_age_section_or_editor(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    Discussion.objects.create(
        article=article, mode="closed", mode_note="정정을 싣는 동안 닫습니다."
    )
    response = send(reader, article.number)
    assert response.status_code == 422
    assert "정정을 싣는 동안 닫습니다." in response.content.decode()
    assert SAID in response.content.decode()


def test_a_sensitive_story_is_closed_until_an_editor_opens_it(
    newsroom: Newsroom, reader: Client
) -> None:
    article = newsroom.publish(title="아동학대 의심 신고 3년 새 두 배")
    assert send(reader, article.number).status_code == 422
    Discussion.objects.create(article=article, mode="open")
    assert send(reader, article.number).status_code == 303


def test_a_failing_check_means_waiting(
    newsroom: Newsroom, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hwalja.comments import checks

    def broken(said: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(checks, "CHECKS", (broken, *checks.CHECKS))
    monkeypatch.setattr(checks.judge, "__defaults__", (checks.CHECKS,))
    article = newsroom.publish()
    assert send(reader, article.number).status_code == 303
    assert Comment.objects.get().state == "waiting"


def test_limits_can_be_switched_off(newsroom: Newsroom, reader: Client) -> None:
    CommentRules.objects.create(most_characters=0, most_bytes=0)
    article = newsroom.publish()
    assert send(reader, article.number, "긴 이야기입니다. " * 100).status_code == 303


def test_an_expired_form_comes_back_filled_in(newsroom: Newsroom) -> None:
    client = Client(enforce_csrf_checks=True)
    article = newsroom.publish()
    response = send(client, article.number)
    assert response.status_code == 403
    assert SAID in response.content.decode()
    assert "한 번 더 보내" in response.content.decode()
    assert not Comment.objects.exists()


def test_a_guest_deletes_with_the_password(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    address = send(reader, article.number)["Location"]
    elsewhere = Client()
    assert elsewhere.post(f"{address}delete", {"password": "틀림"}).status_code == 403
    assert Comment.objects.get().state == "visible"
    assert elsewhere.post(f"{address}delete", {"password": "비밀번호"}).status_code == 200
    comment = Comment.objects.get()
    assert (comment.state, comment.body, comment.password) == ("deleted", "", "")
    assert SAID not in reader.get(f"/news/{article.number}/").content.decode()
    assert Discussion.objects.get().visible == 0


def test_without_a_key_nothing_is_known_of_the_time(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    assert send(reader, article.number, key="").status_code == 303
    assert Comment.objects.get().state == "visible"


def test_what_a_machine_fills_in_waits(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    assert send(reader, article.number, url="https://spam.example").status_code == 303
    assert (Comment.objects.get().state, Comment.objects.get().rule) == ("waiting", "machine")


def test_sent_as_soon_as_opened_waits(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    assert send(reader, article.number, key=new_key()).status_code == 303
    assert Comment.objects.get().rule == "machine"


def test_another_site_is_refused(newsroom: Newsroom, reader: Client) -> None:
    article = newsroom.publish()
    form = {"body": SAID, "name": "독자", "password": "비밀번호", "key": "k"}
    address = f"/news/{article.number}/comments/new"
    response = reader.post(address, form, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 422 and SAID in response.content.decode()
