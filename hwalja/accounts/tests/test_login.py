"""The newsroom's way in, with real form posts."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client
from django_tasks_db.models import DBTaskResult

from hwalja.accounts.adapter import deliver
from hwalja.accounts.demo import Opening, open_accounts
from hwalja.accounts.models import User
from hwalja.testing import PASSWORD, Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

LOGIN = "/account/login/"
SLOWED = "로그인에 여러 번 실패했습니다. 잠시 후 다시 시도하십시오."


@pytest.fixture(autouse=True)
def _no_throttle_of_earlier_tests(db: None) -> None:
    from django.core.cache import cache

    cache.clear()


def sign_in(client: Client, login: str, password: str = PASSWORD, **headers: str) -> Any:
    return client.post(LOGIN, {"login": login, "password": password}, **headers)


def send_waiting_mail() -> None:
    """What the tasks' process does."""
    for row in DBTaskResult.objects.ready().filter(task_path=deliver.module_path):
        deliver.call(*row.args_kwargs["args"])
        row.set_successful(None)


def test_the_page_has_an_icon_and_asks_once(newsroom: Newsroom, client: Client) -> None:
    page = client.get(LOGIN).content.decode()
    assert '<link rel="icon"' in page
    assert page.count("비밀번호를 잊으셨") == page.count("/account/password/reset/") == 1
    icon = client.get("/favicon.ico")
    assert icon.status_code == 301 and "favicon" in icon.url and icon.url.endswith(".svg")


@pytest.mark.parametrize("login", ["choi", "choi@paper.example"])
def test_by_name_or_by_mail(newsroom: Newsroom, client: Client, login: str) -> None:
    answer = sign_in(client, login)
    assert (answer.status_code, answer.url) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


def test_the_page_is_korean_and_says_nothing_in_english(newsroom: Newsroom, client: Client) -> None:
    pages = [LOGIN, "/account/password/reset/", "/account/password/reset/done/"]
    text = "".join(client.get(path).content.decode() for path in pages)
    sign_in(client, "choi")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    set_up_totp(newsroom.chief)
    inside = [
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/add/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/totp/deactivate/",
        "/account/reauthenticate/",
        "/account/2fa/",
        "/account/password/change/",
        "/account/logout/",
    ]
    text += "".join(client.get(path).content.decode() for path in inside)
    shown = re.sub(r"<(script|style|head)\b.*?</\1>|<[^>]*>", " ", text, flags=re.S)
    assert "회원 가입" in shown and "두 번째 인증" in shown
    assert not set(re.findall(r"[A-Za-z]{4,}", shown)) - {"choi", "paper"}


def test_the_sixth_wrong_password_is_slowed_and_the_name_kept(
    newsroom: Newsroom, client: Client
) -> None:
    for attempt in range(5):
        page = sign_in(client, "choi", f"wrong-{attempt}")
        assert "올바르지 않습니다" in page.content.decode()
    sixth = sign_in(client, "choi", "wrong-6").content.decode()
    assert SLOWED in sixth
    assert 'value="choi"' in sixth and "wrong-6" not in sixth
    # The right password from elsewhere has to wait as well: the account is what is guarded.
    elsewhere = sign_in(Client(), "choi", REMOTE_ADDR="203.0.113.9")
    assert SLOWED in elsewhere.content.decode()


def test_one_address_that_tries_many_accounts_is_stopped(
    newsroom: Newsroom, client: Client
) -> None:
    answers = [sign_in(client, f"nobody-{number}", "wrong") for number in range(31)]
    assert answers[-1].status_code == 429
    assert "시도가 너무 많습니다" in answers[-1].content.decode()


@pytest.mark.parametrize("login", ["choi", "nobody", "choi@paper.example", "nobody@paper.example"])
def test_a_wrong_password_tells_nothing_of_the_account(
    newsroom: Newsroom, client: Client, login: str
) -> None:
    page = sign_in(client, login, "wrong").content.decode()
    error = re.search(r'<div class="errors".*?</div>', page, re.S)
    # Which of the two words it is follows from what was typed, not from what there is.
    named = "이메일 주소" if "@" in login else "아이디"
    assert error and f"{named} 또는 비밀번호가 올바르지 않습니다." in error[0]


def test_reset_by_mail_and_only_once(newsroom: Newsroom, client: Client) -> None:
    answer = client.post("/account/password/reset/", {"email": "choi@paper.example"})
    assert (answer.status_code, answer.url) == (302, "/account/password/reset/done/")
    send_waiting_mail()
    assert len(mail.outbox) == 1 and mail.outbox[0].subject == "[새 신문] 비밀번호 재설정"
    found = re.search(r"http://[^/]+(/account/password/reset/key/\S+)", mail.outbox[0].body)
    assert found
    page = client.get(found[1], follow=True)
    form = page.redirect_chain[-1][0]
    done = client.post(form, {"password1": "새-비밀번호-20자", "password2": "새-비밀번호-20자"})
    assert done.status_code == 302
    newsroom.chief.refresh_from_db()
    assert newsroom.chief.check_password("새-비밀번호-20자")
    again = Client().get(found[1], follow=True).content.decode()
    assert 'name="password1"' not in again


def test_reset_answers_alike_for_known_and_unknown(newsroom: Newsroom) -> None:
    answers = []
    for address in ("choi@paper.example", "nobody@paper.example"):
        client = Client()
        page = client.post("/account/password/reset/", {"email": address}, follow=True)
        body = re.sub(r'value="[^"]{64}"', "", page.content.decode())
        answers.append((page.redirect_chain, body.replace(address, "")))
    assert answers[0] == answers[1]
    send_waiting_mail()
    assert [message.to for message in mail.outbox] == [["choi@paper.example"]]


@pytest.mark.parametrize(
    "path", ["/admin/login/?next=/admin/pages/", "/admin/password_reset/", "/_util/login/1/"]
)
def test_there_is_no_second_door(newsroom: Newsroom, client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code in {302, 404}
    if page.status_code == 302:
        assert page.url.startswith("/account/")
    posted = client.post(path, {"username": "choi", "password": PASSWORD})
    assert "_auth_user_id" not in client.session and posted.status_code in {302, 404, 405}


@pytest.mark.parametrize("path", ["signup/", "email/", "confirm-email/x/", "signup/passkey/"])
def test_accounts_of_the_newsroom_are_not_made_from_outside(
    newsroom: Newsroom, client: Client, path: str
) -> None:
    made_before = set(User.objects.all())
    answer = client.post(
        f"/account/{path}",
        {"email": "x@x.example", "username": "x", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert answer.status_code in {200, 302, 404}
    assert set(User.objects.filter(member__isnull=True)) == made_before
    assert not User.objects.filter(username="x").exists()


def test_next_leads_nowhere_else(newsroom: Newsroom, client: Client) -> None:
    for outside in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"):
        answer = Client().post(LOGIN, {"login": "choi", "password": PASSWORD, "next": outside})
        assert answer.status_code == 302 and answer.url == "/admin/", outside


def test_the_session_is_new_after_login(newsroom: Newsroom, client: Client, settings: Any) -> None:
    client.get("/account/2fa/authenticate/")
    session = client.session
    session["left"] = "by somebody"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    sign_in(client, "choi")
    assert client.session.session_key != session.session_key


def set_up_totp(user: User) -> tuple[str, list[str]]:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret, RecoveryCodes.activate(user).get_unused_codes()


def code_of(secret: str) -> str:
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )


def test_totp_is_asked_for_and_wrong_codes_are_refused(newsroom: Newsroom, client: Client) -> None:
    secret, _ = set_up_totp(newsroom.chief)
    answer = sign_in(client, "choi")
    assert answer.url.startswith("/account/2fa/authenticate/")
    assert client.get("/admin/").status_code == 302
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200 and "errors" in wrong.content.decode()
    right = client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert right.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_recovery_code_works_once(newsroom: Newsroom) -> None:
    _, codes = set_up_totp(newsroom.chief)
    for expected in (302, 200):
        client = Client()
        sign_in(client, "choi")
        answer = client.post("/account/2fa/authenticate/", {"code": codes[0]})
        assert answer.status_code == expected


def test_totp_is_switched_on_with_the_forms(newsroom: Newsroom, client: Client) -> None:
    sign_in(client, "choi")
    asked = client.get("/account/2fa/totp/activate/")
    assert asked.url.startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert "data:image/svg+xml" in page.content.decode()
    done = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert done.status_code == 302
    assert Authenticator.objects.filter(user=newsroom.chief, type="totp").exists()


def test_publishers_are_led_to_their_second_factor(
    newsroom: Newsroom, client: Client, settings: Any
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client, "choi")
    for path in ("/admin/", "/admin/pages/", "/admin/users/"):
        answer = client.get(path)
        assert (answer.status_code, answer.url) == (302, "/account/2fa/"), path
    assert "두 번째 인증을 켜야" in client.get("/account/2fa/").content.decode()
    set_up_totp(newsroom.chief)
    assert client.get("/admin/").status_code == 200


def test_a_reporter_needs_none(newsroom: Newsroom, client: Client, settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client, "kim")
    assert "/account/2fa/" not in client.get("/admin/", follow=True).request["PATH_INFO"]


def test_the_account_menu_leads_to_the_second_factor(newsroom: Newsroom, client: Client) -> None:
    client.force_login(newsroom.chief)
    assert "/account/2fa/" in client.get("/admin/account/").content.decode()


def test_a_slow_mail_server_holds_up_nobody(newsroom: Newsroom, client: Client) -> None:
    client.post("/account/password/reset/", {"email": "choi@paper.example"})
    assert not mail.outbox
    assert DBTaskResult.objects.filter(task_path=deliver.module_path).count() == 1


def test_policies_hold_on_the_login_page(newsroom: Newsroom, client: Client) -> None:
    page = client.get(LOGIN)
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "no-store" in page["Cache-Control"] and page["Referrer-Policy"]
    # Every script is a file of ours or mere data.
    for tag in re.findall(r"<script[^>]*>", page.content.decode()):
        assert "src=" in tag or 'type="application/json"' in tag


def test_the_admin_calls_people_by_their_whole_name(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.desk)
    page = client.get("/admin/").content.decode()
    props = re.search(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert props and f'"name": "{newsroom.desk}"' in props[1].encode().decode("unicode_escape")


def test_a_demo_account_has_its_two_syllable_family_name(db: None) -> None:
    list(open_accounts([Opening("gung", "남궁현", "데스크", [])]))
    user = User.objects.get(username="gung")
    assert (user.last_name, user.first_name, str(user)) == ("남궁", "현", "남궁현")
