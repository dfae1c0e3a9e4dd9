"""Where a fact was read."""

from django.db import models


class Sourced(models.Model):
    """A fact with its source: a sentence of an article, or a document.

    `source_article` is the article's number: the rooms of the articles stand above this one.
    """

    source_article = models.BigIntegerField(
        "출처 기사 번호",
        null=True,
        blank=True,
        db_index=True,
        help_text="우리 기사라면 /news/ 뒤의 번호",
    )
    source_sentence = models.TextField(
        "출처 문장", max_length=600, blank=True, help_text="그 기사에서 이 사실이 적힌 문장 그대로"
    )
    source_document = models.CharField(
        "출처 문서", max_length=300, blank=True, help_text="기사가 아니면 문서 이름이나 주소"
    )

    class Meta:
        abstract = True

    @property
    def source_url(self) -> str:
        """Where a reader finds the source; empty where that is no address."""
        if self.source_article:
            return f"/news/{self.source_article}/"
        is_address = self.source_document.startswith(("http://", "https://"))
        return self.source_document if is_address else ""

    @property
    def has_source(self) -> bool:
        return bool(self.source_article or self.source_sentence or self.source_document)


class Hideable(Sourced):
    """A fact that can be taken from readers at the wish of whom it is about; it is not deleted."""

    hidden = models.BooleanField(
        "요청으로 숨김", default=False, help_text="독자에게 보이지 않습니다. 지우지 않고 숨깁니다."
    )

    class Meta:
        abstract = True
