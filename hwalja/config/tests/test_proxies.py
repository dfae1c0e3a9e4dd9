"""Whose request it is."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from hwalja.config import environ
from hwalja.config.middleware import trusted_proxies


def seen(settings: Any, trusted: str, peer: str, **headers: str) -> HttpRequest:
    """The request as the rooms see it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HWALJA_TRUSTED_PROXIES", trusted)
        settings.TRUSTED_PROXIES = environ.networks("HWALJA_TRUSTED_PROXIES")
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **headers)
    trusted_proxies(lambda _: HttpResponse())(request)
    return request


@pytest.mark.parametrize(
    ("trusted", "peer", "chain", "expected"),
    [
        ("", "203.0.113.5", "1.2.3.4", "203.0.113.5"),  # nobody is trusted
        ("10.0.0.1", "203.0.113.5", "1.2.3.4", "203.0.113.5"),  # a reader who invents
        ("10.0.0.1", "10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "10.0.0.1", "1.2.3.4, 203.0.113.5", "203.0.113.5"),  # invented in front
        ("10.0.0.0/8", "10.0.0.1", "1.2.3.4, 203.0.113.5, 10.9.9.9", "203.0.113.5"),  # two of ours
        ("10.0.0.0/8", "10.0.0.1", "10.5.5.5", "10.5.5.5"),  # a reader inside
        ("10.0.0.1", "10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "1.2.3.4, <script>", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "203.0.113.5:51234", "203.0.113.5"),
        ("10.0.0.1", "10.0.0.1", "[2001:db8::7]:443", "2001:db8::7"),
        ("10.0.0.1", "10.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("::1", "::1", "2001:DB8:0::7", "2001:db8::7"),
        ("127.0.0.1", "::ffff:127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "10.0.0.1", "::ffff:203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "10.0.0.1", ",,, ,", "10.0.0.1"),
        # By our front's socket: it adds whom it heard it from.
        ("", "", "203.0.113.5", "203.0.113.5"),
        ("", "", "1.2.3.4, 203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "", "203.0.113.5, 10.0.0.1", "203.0.113.5"),
        ("10.0.0.1", "", "", "0.0.0.0"),
    ],
)
def test_the_readers_address(
    settings: Any, trusted: str, peer: str, chain: str, expected: str
) -> None:
    request = seen(settings, trusted, peer, HTTP_X_FORWARDED_FOR=chain)
    assert request.META["REMOTE_ADDR"] == expected


@pytest.mark.parametrize(
    ("trusted", "said", "secure"),
    [
        ("10.0.0.1", "https", True),
        ("10.0.0.1", "HTTPS", True),
        ("10.0.0.1", "http", False),
        ("10.0.0.1", "https, http", False),
        ("", "https", False),
    ],
)
def test_the_readers_scheme(settings: Any, trusted: str, said: str, secure: bool) -> None:
    request = seen(settings, trusted, "10.0.0.1", HTTP_X_FORWARDED_PROTO=said)
    assert request.is_secure() is secure


def test_throttling_counts_the_reader_not_the_proxy(settings: Any) -> None:
    from allauth.account.adapter import get_adapter

    request = seen(settings, "10.0.0.1", "10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.5")
    assert get_adapter().get_client_ip(request) == "203.0.113.5"


def test_no_other_header_names_a_reader_or_a_host(settings: Any) -> None:
    request = seen(
        settings,
        "10.0.0.1",
        "10.0.0.1",
        HTTP_X_REAL_IP="1.2.3.4",
        HTTP_FORWARDED="for=1.2.3.4",
        HTTP_X_FORWARDED_HOST="evil.example",
    )
    assert request.META["REMOTE_ADDR"] == "10.0.0.1"
    assert request.get_host() == "testserver"
