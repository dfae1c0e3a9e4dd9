"""A large archive in seconds: rows as publishing leaves them, written in bulk."""

import json
from datetime import timedelta

from django.utils import timezone
from taggit.models import Tag

from hwalja.articles import bulk
from hwalja.articles.models import Section, Series
from hwalja.press import shared
from hwalja.testing import Newsroom

APART = timedelta(minutes=7)


def archive(newsroom: Newsroom, count: int, apart: timedelta = APART) -> list[int]:
    """`count` published articles in one sub-section, by one reporter, in one series, one tag.

    Returns their numbers, the oldest first.
    """
    series, _ = Series.objects.get_or_create(name="공장을 가다", slug="plants")
    tag, _ = Tag.objects.get_or_create(name="반도체", slug="chip")
    first, now = bulk.highest() + 1, timezone.now()
    body = json.dumps([{"type": "paragraph", "value": "<p>첫 문단입니다.</p>", "id": "a"}])
    stories = [
        bulk.Story(
            number=number,
            title=f"기사 {number} 강은전자, 새 공장에 투자",
            summary="첫 문단입니다.",
            body=body,
            published_at=now - apart * (first + count - number),
            reporter_ids=[newsroom.kim.pk],
            tag_ids=[tag.pk],
            series_id=series.pk,
        )
        for number in range(first, first + count)
    ]
    bulk.Layer().lay(Section.objects.get(pk=newsroom.internet.pk), stories)
    shared.forget_everything()
    return [story.number for story in stories]
