"""Log-in with Kakao and Naver: the whole way, with only their servers played."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.core.cache import cache
from django.test import Client

from hwalja.accounts.models import Member, User
from hwalja.accounts.tests.joining import SENT, link, make_member, send_waiting_mail
from hwalja.accounts.tests.test_login import LOGIN, sign_in
from hwalja.testing import PASSWORD, Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

KAKAO = {
    "id": 77,
    "properties": {"nickname": "실명", "profile_image": "http://k.example/face.jpg"},
    "kakao_account": {
        "email": "kakao@mail.example",
        "is_email_verified": True,
        "profile": {"nickname": "실명"},
        "birthday": "0101",
    },
}
NAVER = {
    "response": {
        "id": "abc",
        "email": "naver@mail.example",
        "name": "실명",
        "mobile": "010-0000-0000",
    }
}
PROFILES: dict[str, Any] = {"kapi.kakao.com": KAKAO, "openapi.naver.com": NAVER}


@pytest.fixture(autouse=True)
def _no_throttle_of_earlier_tests(db: None) -> None:
    cache.clear()


@pytest.fixture
def keys(settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {
        name: {"APP": {"client_id": f"{name}-key", "secret": f"{name}-secret"}}
        for name in ("kakao", "naver")
    }


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was asked of the providers' servers."""
    asked: list[str] = []

    def answer(self: requests.Session, method: str, url: str, **kwargs: Any) -> requests.Response:
        import json

        asked.append(url)
        host = str(urlsplit(url).hostname)
        found = requests.Response()
        found.status_code = 200
        found.headers["content-type"] = "application/json"
        found._content = json.dumps(PROFILES.get(host, {"access_token": "token"})).encode()
        return found

    monkeypatch.setattr(requests.Session, "request", answer)
    yield asked


def come_back(client: Client, provider: str, process: str = "login", **query: str) -> Any:
    """To the provider, and back from it with a code."""
    away = client.post(f"/account/{provider}/login/?process={process}")
    assert away.status_code == 302, away
    told = parse_qs(urlsplit(away.url).query)
    assert told["client_id"] == [f"{provider}-key"]
    state = {"state": told["state"][0], **(query or {"code": "code"})}
    return client.get(f"/account/{provider}/login/callback/", state)


def test_without_keys_there_is_none(newsroom: Newsroom, client: Client) -> None:
    for path in (LOGIN, "/account/signup/"):
        page = client.get(path)
        text = page.content.decode()
        assert "카카오" not in text and "네이버" not in text
        assert "form-action 'self'" in page["Content-Security-Policy"]
        assert "kakao" not in page["Content-Security-Policy"]
    for provider in ("kakao", "naver"):
        for path in ("login/", "login/callback/"):
            assert client.get(f"/account/{provider}/{path}").status_code == 404, path
            assert client.post(f"/account/{provider}/{path}").status_code == 404, path


def test_with_keys_forms_lead_there_and_nowhere_else(
    newsroom: Newsroom, client: Client, keys: None
) -> None:
    page = client.get(LOGIN)
    text = page.content.decode()
    assert "카카오로 로그인" in text and "네이버로 로그인" in text
    policy = dict(part.strip().split(" ", 1) for part in page["Content-Security-Policy"].split(";"))
    assert policy["form-action"].split() == [
        "'self'", "https://kauth.kakao.com", "https://accounts.kakao.com", "https://nid.naver.com",
    ]  # fmt: skip
    for path in ("/", "/search/?q=a", "/about/"):
        assert "kakao" not in client.get(path)["Content-Security-Policy"], path


def test_a_reader_joins_with_kakao(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    asked = come_back(client, "kakao")
    assert asked.url == "/account/3rdparty/signup/"
    page = client.get(asked.url).content.decode()
    assert "카카오 계정으로 가입" in page and "kakao@mail.example" in page and "실명" not in page
    assert not Member.objects.exists()
    form = {"email": "kakao@mail.example", "nickname": "동네독자", "agrees": "on"}
    assert client.post(asked.url, form).url == "/account/"
    account = SocialAccount.objects.get()
    assert account.extra_data == {} and not SocialToken.objects.exists()
    assert not account.user.has_usable_password() and account.user.get_full_name() == ""
    # And the next time without being asked anything.
    again = Client()
    assert come_back(again, "kakao").url == "/account/"
    assert SocialAccount.objects.get().extra_data == {}
    assert "카카오" in again.get("/account/").content.decode()
    assert "nickname" in servers[0] or servers[0].startswith("https://kauth.kakao.com/oauth/token")


def test_consent_and_name_are_asked_for_here_too(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    path = come_back(client, "kakao").url
    page = client.post(
        path, {"email": "kakao@mail.example", "nickname": "최산기자"}
    ).content.decode()
    assert "동의하셔야" in page and "기자나 신문사" in page and not Member.objects.exists()


def test_an_address_that_naver_gives_is_verified_by_mail(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    path = come_back(client, "naver").url
    form = {"email": "naver@mail.example", "nickname": "동네독자", "agrees": "on"}
    assert client.post(path, form).url == SENT
    assert client.post(link()).url == "/account/"


def test_an_address_of_another_account_opens_nothing(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    make_member("먼저온이", "kakao@mail.example")
    path = come_back(client, "kakao").url
    form = {"email": "kakao@mail.example", "nickname": "동네독자", "agrees": "on"}
    assert client.post(path, form).url == SENT
    assert not SocialAccount.objects.exists() and Member.objects.count() == 1
    assert "_auth_user_id" not in client.session
    send_waiting_mail()
    assert mail.outbox[-1].subject == "[새 신문] 이미 계정이 있습니다"


def test_a_closed_sign_up_is_closed_here_too(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str], settings: Any
) -> None:
    settings.MEMBERS = False
    assert "가입을 받지 않습니다" in come_back(client, "kakao").content.decode()
    assert not User.objects.filter(member__isnull=False).exists()


def test_a_member_connects_and_disconnects(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    make_member()
    sign_in(client, "reader@mail.example")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    come_back(client, "kakao", process="connect")
    account = SocialAccount.objects.get()
    assert account.user.member.nickname == "동네독자" and account.extra_data == {}
    page = client.get("/account/3rdparty/").content.decode()
    assert "카카오" in page and f'value="{account.pk}"' in page
    client.post("/account/3rdparty/", {"account": account.pk})
    assert not SocialAccount.objects.exists()
    send_waiting_mail()
    assert "카카오 계정의 연결을 끊었습니다" in mail.outbox[-1].body


def test_it_is_no_way_into_the_newsroom(
    newsroom: Newsroom, client: Client, keys: None, servers: list[str]
) -> None:
    sign_in(client, "choi")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    come_back(client, "kakao", process="connect")
    assert not SocialAccount.objects.exists()
    # Nor where somebody put it into the database.
    SocialAccount.objects.create(user=newsroom.chief, provider="kakao", uid="77")
    stranger = Client()
    come_back(stranger, "kakao")
    assert "_auth_user_id" not in stranger.session


def test_whoever_turns_back_or_lies_is_told_so(
    newsroom: Newsroom, client: Client, keys: None
) -> None:
    cancelled = come_back(client, "kakao", error="access_denied")
    assert "그만두었습니다" in client.get(cancelled.url).content.decode()
    forged = client.get("/account/kakao/login/callback/?code=x&state=forged")
    assert forged.status_code < 500 and "로그인하지 못했습니다" in forged.content.decode()
    assert (
        "로그인하지 못했습니다" in come_back(client, "naver", error="server_error").content.decode()
    )
