"""The discussion of an article, which is a row only where there is something to keep."""

from django.db.models import F

from hwalja.articles.models import Article
from hwalja.comments.models import Comment, Discussion


def of_article(article: Article) -> Discussion:
    """The row, made where there is none."""
    return Discussion.objects.get_or_create(article_id=article.pk)[0]


def found(article: Article) -> Discussion | None:
    return Discussion.objects.filter(pk=article.pk).first()


def count_one(article: Article) -> None:
    """One more that readers see; the row is made with the first of them."""
    rows = Discussion.objects.filter(pk=article.pk)
    if not rows.update(visible=F("visible") + 1):
        of_article(article)
        rows.update(visible=F("visible") + 1)


def recount(article_id: int) -> None:
    """Count what readers see anew; call it where more than one comment changed."""
    visible = Comment.objects.visible().filter(article=article_id).count()
    Discussion.objects.filter(pk=article_id).update(visible=visible)
