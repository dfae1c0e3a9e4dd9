"""What articles were taken in from, so that the same copy is taken in once."""

import hashlib
import json

from django.db import models

from hwalja.articles.intake import Record


class Intake(models.Model):
    """The copy an article came from; goes with the article."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="intake", verbose_name="기사"
    )
    # Of what was told, not of the file: the same page in another encoding is the same copy.
    digest = models.CharField("지문", max_length=64, unique=True)
    url = models.CharField("원문 주소", max_length=500, blank=True, db_index=True)
    file = models.CharField("파일", max_length=255, blank=True)
    taken_in_at = models.DateTimeField("넣은 때", auto_now_add=True)

    class Meta:
        verbose_name = "넣은 기사"
        verbose_name_plural = "넣은 기사"

    def __str__(self) -> str:
        return self.url or self.file or self.digest[:8]


def digest_of(record: Record) -> str:
    """A fingerprint of the story: headline, text, captions and when it was published."""
    told = record.as_dict()
    parts = [told[name] for name in ("headline", "body", "captions", "published_at")]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
