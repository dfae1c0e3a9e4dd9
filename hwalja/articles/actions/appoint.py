"""Make the standing groups of a newsroom."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Workflow

from hwalja.articles import roles
from hwalja.articles.models import FrontPage


@transaction.atomic
def appoint() -> None:
    """기자, 편집국장 and 사진, where they are missing; what exists stays as editors left it."""
    front = FrontPage.objects.get()
    group, made = Group.objects.get_or_create(name=roles.REPORTERS)
    if made:
        roles.grant_work(group, roles.ENTERING)
        roles.grant_pages(group, front, roles.WRITING)
        roles.grant_photos(group, roles.USING_PHOTOS)
    group, made = Group.objects.get_or_create(name=roles.CHIEF)
    if made:
        roles.grant_work(group, roles.CHIEF_WORK)
        roles.grant_pages(group, front, roles.RUNNING)
        roles.grant_photos(group, roles.KEEPING_PHOTOS)
    group, made = Group.objects.get_or_create(name=roles.PHOTOGRAPHERS)
    if made:
        roles.grant_work(group, roles.ENTERING)
        roles.grant_photos(group, roles.KEEPING_PHOTOS)


def dismiss_strangers() -> None:
    """Take away the groups and the workflow that Wagtail's migrations leave in a new database."""
    Group.objects.filter(name__in=("Editors", "Moderators")).delete()
    for workflow in Workflow.objects.filter(name="Moderators approval"):
        for step in workflow.workflow_tasks.all():
            step.task.delete()
        workflow.delete()
