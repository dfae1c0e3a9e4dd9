import errno

import pytest

from hwalja.articles.models import Reporter
from hwalja.press import words
from hwalja.testing import Newsroom


def test_a_length_of_time_in_its_largest_unit() -> None:
    told = [words.span(seconds) for seconds in (-1, 0.4, 59, 60, 3599, 7200, 86_400 * 3)]
    assert told == ["0초", "0초", "59초", "1분", "59분", "2시간", "3일"]


def test_a_wait_and_a_rate() -> None:
    assert [words.wait(ms) for ms in (80, 1000, 1440, 59_960)] == ["80 ms", "1초", "1.4초", "59초"]
    assert [words.rate(pages) for pages in (0, 90, 6000)] == ["0.0", "1.5", "100"]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("/news/1/", "/news/1/"),
        ("/tags/a:b/", "/tags/a:b/"),
        ("part:latest", "부분 latest"),
        ("error:503", "오류 쪽 503"),
        ("tag:*", "모든 쪽 다시 조판"),
        ("tag:list", "모든 목록"),
        ("tag:unheard-of", "‘unheard-of’ 갈래의 쪽"),
    ],
)
def test_a_key(key: str, told: str) -> None:
    assert words.key(key) == told


def test_long_work_has_the_name_of_what_has_changed(newsroom: Newsroom) -> None:
    kim = Reporter.objects.get(name="김하늘")
    assert words.walk(f"tag:reporter-{kim.pk}") == "김하늘 기자의 기사"
    assert words.walk(f"tag:section-{newsroom.finance.pk}") == "‘금융’ 섹션의 쪽"
    assert words.walk("tag:reporter-0") == "0의 기사"
    assert words.walk("version") == "새 판으로 모두 다시 조판"


def test_a_fault_of_the_machine_is_said_in_korean() -> None:
    full = OSError(errno.ENOSPC, "No space left on device", "/srv/pressed/tmp1")
    assert words.fault(full) == "디스크가 가득 찼습니다: /srv/pressed/tmp1"
    assert words.fault(ValueError("상태 500")) == "상태 500"
