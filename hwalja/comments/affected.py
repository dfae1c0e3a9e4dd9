"""Which parts a change touches, and the signals that tell of one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from hwalja.articles.models import Article
from hwalja.comments import openness, press
from hwalja.comments.models import CommentRules, SectionComments, Word
from hwalja.comments.shared import RULES, SECTION_MODES
from hwalja.comments.words import WORDS
from hwalja.press import door, marks, parts
from hwalja.press.marks import Order


def _of_article(article: Article) -> Iterator[tuple[str, Order]]:
    """Its headline may make it a sensitive one, and its time closes it."""
    yield press.key(article.number), Order.KEPT
    _appoint(article)


def _appoint(article: Article) -> None:
    """Comments close by their age without anybody doing anything."""
    closes_at = openness.closing_time(article, RULES.get())
    if closes_at and closes_at > timezone.now():
        keys = [press.key(article.number)]
        door.appoint(f"comments:{article.pk}", keys, [closes_at + timedelta(seconds=1)])


def rules_changed(sender: type, **kwargs: Any) -> None:
    """All discussions are as the rules have them: each part is made anew in its turn."""
    RULES.touch()
    SECTION_MODES.touch()
    marks.mark([(marks.tagged(parts.tag(press.PART)), Order.BULK)])


def _words_changed(sender: type, **kwargs: Any) -> None:
    WORDS.touch()


def register() -> None:
    door.on("article", _of_article)
    door.every_address(press.addresses)


def connect() -> None:
    for signal in (post_save, post_delete):
        for model in (CommentRules, SectionComments):
            signal.connect(rules_changed, sender=model, dispatch_uid=f"comments.{model.__name__}")
        signal.connect(_words_changed, sender=Word, dispatch_uid="comments.words")
