"""What was sent to the desk is read before it goes out, so that the desk can decide in time."""

from typing import Any

from wagtail.models import TaskState
from wagtail.signals import task_submitted

from hwalja.articles.models import Article
from hwalja.mentions import waiting
from hwalja.mentions.carry import carry
from hwalja.mentions.models import Reading


def _on_submitted(sender: type[TaskState], instance: TaskState, **kwargs: Any) -> None:
    article = instance.workflow_state.content_object
    if isinstance(article, Article) and not article.live:
        ask(article)


def ask(article: Article) -> None:
    """Have the newest draft of an article that is not out read: what was read of the one before
    goes along."""
    if not Reading.objects.filter(pk=article.pk).exists():
        waiting.ask(article.pk, Reading.SOON)
    carry(Article.objects.get(pk=article.pk))


def connect() -> None:
    task_submitted.connect(_on_submitted, dispatch_uid="mentions.drafts")
