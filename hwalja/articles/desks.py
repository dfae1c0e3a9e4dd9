"""Every top section has a desk: made, renamed and closed with it."""

from typing import Any

from django.db.models.signals import post_save, pre_delete
from wagtail.models import Page
from wagtail.signals import post_page_move

from hwalja.articles.actions.open_desk import close_desk, staff
from hwalja.articles.models import Section


def _on_saved(sender: type[Section], instance: Section, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        staff(instance)


def _on_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if issubclass(sender, Section):
        staff(Section.objects.get(pk=instance.pk))


def _on_deleted(sender: type[Section], instance: Section, **kwargs: Any) -> None:
    close_desk(instance)


def connect() -> None:
    post_save.connect(_on_saved, sender=Section, dispatch_uid="articles.desks")
    post_page_move.connect(_on_moved, dispatch_uid="articles.desks")
    pre_delete.connect(_on_deleted, sender=Section, dispatch_uid="articles.desks")
