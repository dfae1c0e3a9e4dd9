"""A correction was written, changed or taken back: the article says so at once."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from hwalja.articles.models import Article, Correction


@transaction.atomic
def corrected(correction: Correction, user: Any, verb: str = "write") -> None:
    """Date the article's change, and write it into its history; the text is left alone."""
    article = Article.objects.get(pk=correction.article_id)
    if article.published_at:
        Article.objects.filter(pk=article.pk).update(modified_at=timezone.now())
    data = {"kind": correction.get_kind_display(), "text": correction.text}
    log(article, f"hwalja.correction.{verb}", user=user, data=data)
