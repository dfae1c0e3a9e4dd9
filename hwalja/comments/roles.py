"""The moderators' group, and what of the comments the editor-in-chief may do.

The groups of the newsroom are founded by the articles, which know nothing of comments: the
moderators' is made after migrating, and the editor-in-chief's is added to when it is made.
"""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group
from django.db.models.signals import post_migrate, post_save

from hwalja.articles.roles import CHIEF, ENTERING, grant_work

MODERATORS = "댓글 관리자"
MODERATE = "comments.moderate"
MODERATING = (*ENTERING, MODERATE, "comments.word")
RUNNING = (*MODERATING, "comments.sectioncomments", "comments.commentrules")


def appoint(sender: Any, **kwargs: Any) -> None:
    """The group, where it is missing; what exists stays as editors left it."""
    # Django makes them after this signal too, and nobody says who comes first.
    create_permissions(sender, verbosity=0)
    group, made = Group.objects.get_or_create(name=MODERATORS)
    if made:
        grant_work(group, MODERATING)
        for chief in Group.objects.filter(name=CHIEF):
            grant_work(chief, RUNNING)


def _on_group(sender: type[Group], instance: Group, created: bool, **kwargs: Any) -> None:
    if created and instance.name == CHIEF:
        grant_work(instance, RUNNING)


def connect(app: Any) -> None:
    post_migrate.connect(appoint, sender=app, dispatch_uid="comments.roles")
    post_save.connect(_on_group, sender=Group, dispatch_uid="comments.roles")
