"""What is new of a person or an organisation, as an Atom feed."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed

from hwalja.look.metadata import absolute
from hwalja.masthead.shared import PAPER
from hwalja.people import slots
from hwalja.people.models import Post
from hwalja.people.reading import Page

SIZE = 50
# XML 1.0 knows no escape for these.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """`key` names it among all of the profile's; `path` is where a reader finds it."""

    key: str
    title: str
    text: str
    path: str
    at: datetime


def atom(page: Page) -> str:
    """The newest entries: posts, and what the rooms above add."""
    profile = page.profile
    address = absolute(profile.get_absolute_url())
    feed = Atom1Feed(
        title=_legal(f"{profile.name} - {PAPER.get().masthead.name}"),
        link=address,
        description=_legal(page.headline),
        language="ko",
        feed_url=f"{address}feed/",
        feed_guid=address,
    )
    found = entries(page)
    for entry in found:
        feed.add_item(
            title=_legal(entry.title),
            link=absolute(entry.path),
            description=_legal(entry.text),
            unique_id=f"{address}#{entry.key}",
            pubdate=entry.at,
            updateddate=entry.at,
        )
    # An empty feed says the same whenever it is asked for.
    newest = max((entry.at for entry in found), default=datetime(1970, 1, 1, tzinfo=UTC))
    feed.latest_post_date = lambda: newest  # type: ignore[method-assign]
    return str(feed.writeString("utf-8"))


def entries(page: Page) -> list[Entry]:
    found = [_of_post(page, post) for post in page.posts]
    found += [entry for added in slots.content("feed", page.profile) for entry in added]
    return sorted(found, key=lambda entry: entry.at, reverse=True)[:SIZE]


def _of_post(page: Page, post: Post) -> Entry:
    title = " ".join(filter(None, [page.profile.name, str(post), post.span]))
    path = post.source_url if post.source_article else page.profile.get_absolute_url()
    text = post.source_sentence or title
    return Entry(f"post-{post.pk}", title, text, path, post.added_at)


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("", text)
