"""The comments of an article as a part of its page, so that a comment makes no page anew."""

from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string

from hwalja.articles.models import Article
from hwalja.comments import openness, press, shape
from hwalja.comments.models import Comment
from hwalja.press.parts import Part, Variants


def _comments(number: str) -> Variants:
    """All of it under the empty name; the link beneath the headline as `count`."""
    # Of a hidden article nothing is pressed, its readers' words included.
    said = Comment.objects.standing().filter(article=OuterRef("pk"))
    rows = Article.objects.published().defer_streamfields().select_related("discussion")
    rows = rows.annotate(has_comments=Exists(said))
    article = rows.filter(number=number).first()
    if article is None:
        return {"": "", "count": ""}
    discussion = getattr(article, "discussion", None)
    context = {
        "article": article,
        "count": discussion.visible if discussion else 0,
        "openness": openness.of(article, discussion),
        "listing": shape.listing(article.pk) if article.has_comments else shape.NOTHING,
        "sorts": shape.SORTS,
    }
    return {
        "": render_to_string("comments/part.html", context),
        "count": render_to_string("comments/count.html", context),
    }


# Nothing is held ready: each is asked for when it has changed, and then once.
COMMENTS = Part(press.PART, _comments, at_most=0)
