"""`hwalja press`: with no presser running, and beside one."""

import errno
import json
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone

from hwalja.articles.models import Reporter
from hwalja.press import anew, door, marks
from hwalja.press.management.commands import press as command
from hwalja.press.marks import Order
from hwalja.press.models import Home, Minute, Trouble
from hwalja.press.named import Unknown, key_of
from hwalja.press.progress import Progress
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom

pytestmark = [pytest.mark.slow, pytest.mark.both]

KIM = "/reporters/kim/"


def rename_past_the_press(newsroom: Newsroom) -> None:
    """No signal tells of it: what is pressed is wrong from now on."""
    Reporter.objects.filter(pk=newsroom.kim.pk).update(name="김노을")


def say(*arguments: str) -> str:
    """What the command says of its results."""
    out = StringIO()
    call_command("press", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def refusal(*arguments: str) -> CommandError:
    with pytest.raises(CommandError) as refused:
        say(*arguments)
    return refused.value


# --- status --------------------------------------------------------------------------------


def test_the_status_of_a_press_that_never_ran(newsroom: Newsroom, pressed_root: object) -> None:
    assert "조판기가 멈춰 있습니다." in say("status")
    found = json.loads(say("status", "--json"))
    assert (found["presser_alive"], found["homes"], found["walks"]) == (False, [], [])
    assert len(found["alarms"]) == 1


def test_the_status_in_words_and_for_programs(newsroom: Newsroom, press: Press) -> None:
    press.run()
    home = press.presser.home
    now = timezone.now()
    Home.objects.update(waiting=3, oldest_at=now - timedelta(seconds=90), host="web1")
    Home.objects.update(
        walks=[{"name": "tag:*", "done": 9, "share": 0.5, "began": now.timestamp() - 100}]
    )
    Minute.objects.create(home=home, at=now, pages=120, median=340, longest=2100, waiting=3)
    Trouble.objects.create(home=home, key="/news/1/", reason="상태 500", since=now, tried_at=now)
    words = say("status")
    for line in (
        "web1 (이 기계): 밀린 쪽 3 (가장 오래된 것 1분), 지난 1분에 120쪽(초당 2.0쪽)",
        "못 했습니다: /news/1/ - 상태 500",
        "긴 일: 모든 쪽 다시 조판 50% (9쪽, 약 1분 뒤",
    ):
        assert line in words
    found = json.loads(say("status", "--json"))
    told = found["homes"][0]
    assert (told["waiting"], told["failed"], told["median_ms"]) == (3, 1, 340)
    assert (told["pages_per_second"], told["longest_ms_last_day"]) == (2.0, 2100)
    assert 90 <= told["oldest_seconds"] < 120
    assert told["troubles"][0] | {"since": ""} == {
        "key": "/news/1/",
        "reason": "상태 500",
        "since": "",
    }
    assert found["walks"][0]["title"] == "모든 쪽 다시 조판"
    assert 95 <= found["walks"][0]["seconds_left"] <= 110


def test_a_bulk_larger_than_the_presser_holds_is_counted_whole(
    newsroom: Newsroom, press: Press
) -> None:
    press.run()
    edition = marks.edition()
    door.mark((f"/news/{number}/", Order.REST) for number in range(1, 801))
    Home.objects.update(waiting=500, edition=edition)
    assert json.loads(say("status", "--json"))["homes"][0]["waiting"] == 800


def test_without_a_database_it_is_one_line(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> int:
        raise OperationalError("connection\nrefused")

    monkeypatch.setattr(marks, "edition", away)
    assert "connection refused" in str(refusal("status"))


# --- all -----------------------------------------------------------------------------------


def test_all_presses_every_address_and_what_readers_asked_for(
    newsroom: Newsroom, press: Press
) -> None:
    press.run()
    rename_past_the_press(newsroom)
    assert "김하늘" in press.text(KIM)
    told = say("all")
    assert "이미 된 쪽 0, 못 한 쪽 0." in told
    assert "김노을" in press.text(KIM)
    assert not press.missing() and not press.drift()


def test_a_run_that_was_broken_off_is_taken_up_again(
    newsroom: Newsroom, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.run()
    pressed: list[str] = []
    real = command.press

    def counting(store: Any, key: str, edition: int) -> bool:
        if len(pressed) == 5:
            raise KeyboardInterrupt
        done = real(store, key, edition)
        pressed.extend([key] if done else [])
        return done

    monkeypatch.setattr(command, "press", counting)
    stopped = refusal("all")
    assert stopped.returncode == 130 and "이어서" in str(stopped)
    first = pressed.copy()
    pressed.clear()
    pressed.append("")  # Never five again.
    monkeypatch.setattr(command, "press", lambda *a: pressed.append(a[1]) or real(*a))
    told = say("all")
    assert "이미 된 쪽 5," in told
    assert not press.drift() and not (press.store.root / anew.NOTE).exists()
    editions = {head["key"]: head["edition"] for _, head in press.store.heads()}
    assert min(editions[key] for key in first) == marks.edition() == min(editions.values())


def test_a_run_of_another_version_is_not_taken_up(
    newsroom: Newsroom, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = anew.begin(press.store)
    assert anew.begin(press.store).resumed
    assert anew.begin(press.store, afresh=True).edition == first.edition + 1
    monkeypatch.setattr(anew, "made_by", lambda: "another")
    assert not anew.begin(press.store).resumed
    press.store.write_note(anew.NOTE, '{"edition": 1')
    assert not anew.begin(press.store).resumed


def test_what_cannot_be_pressed_is_named_and_the_rest_goes_on(
    newsroom: Newsroom, press: Press, settings: Any
) -> None:
    press.run()
    settings.PRESS_LARGEST_PAGE = 2_000
    error = StringIO()
    with pytest.raises(CommandError, match="못 한 쪽이 있습니다"):
        call_command("press", "all", stdout=StringIO(), stderr=error)
    assert error.getvalue().count(f"{KIM}: 너무 큰 쪽") == 1
    assert press.store.read("/robots.txt").edition == marks.edition()  # type: ignore[union-attr]


def test_a_full_disk_stops_a_run_which_can_be_taken_up(
    newsroom: Newsroom, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Any, key: str, edition: int) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(command, "press", full)
    assert str(refusal("all")) == "디스크가 가득 찼습니다. 고친 뒤 다시 부르십시오."
    assert anew.begin(press.store).resumed


def test_progress_tells_the_end_from_what_was_work() -> None:
    now = [100.0]
    progress = Progress("주소", 1000, lambda: now[0])
    assert not progress.is_due()
    for _ in range(300):
        progress.step(worked=False)
    for _ in range(100):
        progress.step()
    now[0] += 10
    assert progress.is_due() and not progress.is_due()
    assert progress.line().startswith("주소 400/1,000 (40%) · 초당 10쪽 · 약 1분 뒤(")
    assert Progress("견줌").line() == "견줌 0쪽 · 초당 0쪽"


# --- check ---------------------------------------------------------------------------------


def test_a_check_finds_what_is_wrong_and_nothing_else(newsroom: Newsroom, press: Press) -> None:
    press.run()
    assert "0쪽이 다릅니다" in say("check", "--all")
    rename_past_the_press(newsroom)
    out = StringIO()
    with pytest.raises(CommandError, match="hwalja press path"):
        call_command("press", "check", "--all", stdout=out, stderr=StringIO())
    assert f"{KIM}: 내용이 다릅니다" in out.getvalue()


def test_what_the_presser_has_yet_to_come_to_is_late_not_wrong(
    newsroom: Newsroom, press: Press
) -> None:
    press.run()
    newsroom.kim.name = "김노을"
    newsroom.kim.save()
    told = say("check", "--all")
    assert "0쪽이 다릅니다. 곧 조판될 쪽" in told
    press.run()
    assert "곧 조판될" not in say("check", "--all")


# --- path ----------------------------------------------------------------------------------


def test_paths_and_addresses_of_the_paper(newsroom: Newsroom, press: Press, settings: Any) -> None:
    settings.BASE_URL, settings.IS_LOOPBACK = "https://paper.example", False
    settings.ALLOWED_HOSTS = ["paper.example"]
    press.run()
    rename_past_the_press(newsroom)
    Trouble.objects.create(
        home=press.presser.home,
        key=KIM,
        reason="상태 500",
        since=timezone.now(),
        tried_at=timezone.now(),
    )
    told = say("path", f"https://paper.example{KIM}?utm_source=x#top", "part:latest/7")
    assert told == "2쪽을 조판했습니다.\n"
    assert "김노을" in press.text(KIM)
    assert not Trouble.objects.exists()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("/news/1/", "/news/1/"),
        ("http://127.0.0.1:8000", "/"),
        ("http://localhost:8000/tags/%EA%B0%95/", "/tags/강/"),
        ("/industry/?page=3&x=1", "/industry/?page=3"),
        ("/industry/?page=1", "/industry/"),
        ("/industry/?page=x", "/industry/"),
        ("part:others.7/12", "part:others.7"),
        ("error:503", "error:503"),
    ],
)
def test_what_names_a_key(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    "text",
    [
        "news/1/",
        "",
        "//evil.example/",
        "http://evil.example/news/1/",
        "http://127.0.0.1:9/",
        "http://[bad/",
        "http://127.0.0.1:x/",
        "part:nothing",
        "error:418",
        "/" + "가" * 800,
    ],
)
def test_what_names_nothing_is_said(text: str) -> None:
    with pytest.raises(Unknown, match=r"[가-힣]"):
        key_of(text)


def test_a_wrong_address_is_one_line_and_nothing_is_pressed(
    newsroom: Newsroom, press: Press
) -> None:
    refused = refusal("path", "/", "http://evil.example/")
    assert refused.returncode == 1 and "\n" not in str(refused)
    assert not press.store.has("/")
    refused = refusal("path", "/", "/news/999/")
    assert refused.returncode == 1 and "/news/999/" in str(refused)
    assert press.store.has("/")


def test_without_a_verb_or_with_a_wrong_one() -> None:
    for arguments in ([], ["bake"]):
        with pytest.raises(CommandError):
            call_command("press", *arguments)
