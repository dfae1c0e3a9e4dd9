"""What is said under one article, as a whole."""

from django.db import models

from hwalja.comments.models.rules import SectionComments


class Discussion(models.Model):
    """The comments of an article: whether they are open, and how many there are.

    It is made with the first comment, or when somebody sets it; without one an article is
    as its section and the rules of the paper have it.
    """

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="discussion"
    )
    # What an editor has set; empty where nobody has.
    mode = models.CharField("댓글", max_length=8, choices=SectionComments.MODES, blank=True)
    mode_note = models.CharField("까닭", max_length=200, blank=True, help_text="독자에게 보입니다.")
    # What a circuit breaker has set, until an editor takes it back.
    broken = models.CharField(max_length=8, choices=SectionComments.MODES, blank=True)
    broken_by = models.CharField(max_length=20, blank=True)
    broken_at = models.DateTimeField(null=True, blank=True)
    # Breakers do not look at what was before an editor set them back.
    watched_from = models.DateTimeField(null=True, blank=True)
    # As many as readers see, replies among them.
    visible = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "기사의 댓글"
        verbose_name_plural = "기사의 댓글"

    def __str__(self) -> str:
        return str(self.article)


class Stirred(models.Model):
    """An article whose comments readers have changed, waiting to be marked for the press."""

    article_number = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.article_number)
