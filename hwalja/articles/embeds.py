"""Videos from elsewhere: who may be embedded, told from the address alone.

Nothing is asked of a provider while writing or reading: a page shows a plain link, and the
provider's frame comes only after the reader's press.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.embeds.exceptions import EmbedNotFoundException
from wagtail.embeds.finders.base import EmbedFinder


@dataclass(frozen=True)
class Provider:
    name: str
    # Has a group `id`; matched against the whole address.
    pattern: re.Pattern[str]
    host: str
    frame: str


def _provider(name: str, pattern: str, host: str, frame: str) -> Provider:
    return Provider(name, re.compile(rf"https?://{pattern}(?:[?&#/].*)?"), host, frame)


PROVIDERS = (
    _provider(
        "유튜브",
        r"(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)"
        r"|youtu\.be/)(?P<id>[\w-]{11})",
        "https://www.youtube-nocookie.com",
        "/embed/{}",
    ),
    _provider(
        "비메오",
        r"(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{5,12})",
        "https://player.vimeo.com",
        "/video/{}?dnt=1",
    ),
    _provider(
        "네이버TV",
        r"tv\.naver\.com/(?:v|embed)/(?P<id>\d{4,12})",
        "https://tv.naver.com",
        "/embed/{}",
    ),
    _provider(
        "카카오TV",
        r"(?:tv\.kakao\.com/(?:channel/\d+/cliplink/|v/)|play-tv\.kakao\.com/embed/player/cliplink/)"
        r"(?P<id>\d{4,15})",
        "https://play-tv.kakao.com",
        "/embed/player/cliplink/{}",
    ),
)


@dataclass(frozen=True)
class Video:
    """One address of an allowed provider."""

    url: str
    provider: str
    host: str
    frame: str


def read(url: str) -> Video | None:
    """The video at an address; None outside the list."""
    for provider in PROVIDERS:
        if found := provider.pattern.fullmatch(url.strip()):
            frame = provider.host + provider.frame.format(found["id"])
            return Video(url.strip(), provider.name, provider.host, frame)
    return None


def frame_hosts(body: Iterable[Any]) -> list[str]:
    """Hosts whose frames a body's raw data needs."""
    videos = (read(str(row["value"])) for row in body if row["type"] == "embed")
    return sorted({video.host for video in videos if video})


class ListedFinder(EmbedFinder):
    """Wagtail's door to the list, for everything in it that asks about an embed."""

    def accept(self, url: str) -> bool:
        return read(url) is not None

    def find_embed(
        self, url: str, max_width: int | None = None, max_height: int | None = None
    ) -> dict[str, Any]:
        video = read(url)
        if video is None:
            raise EmbedNotFoundException
        return {
            "title": f"{video.provider} 동영상",
            "author_name": "",
            "provider_name": video.provider,
            "type": "link",
            "thumbnail_url": None,
            "width": 640,
            "height": 360,
            "html": "",
        }
