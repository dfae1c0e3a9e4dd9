"""The roles of a newsroom, as groups: what each may do, on one screen.

A desk's group belongs to its section and is made with it; see actions/open_desk.py.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from hwalja.masthead.roles import CHIEF as CHIEF
from hwalja.masthead.roles import ENTERING as ENTERING
from hwalja.masthead.roles import grant_work as grant_work

REPORTERS = "기자"
PHOTOGRAPHERS = "사진"
DESK_PREFIX = "데스크 · "

# On pages, with everything beneath them.
WRITING = ("add",)
EDITING = ("add", "change", "publish", "lock", "unlock")
RUNNING = (*EDITING, "bulk_delete")

# On the photos of the root collection.
USING_PHOTOS = ("add", "choose")
KEEPING_PHOTOS = ("add", "choose", "change", "delete")

# On models: "app.codename", or "app.model" for all that can be done to it.
DESK_WORK = (
    *ENTERING,
    "articles.add_correction",
    "articles.change_correction",
    "articles.view_correction",
    "articles.breakingnews",
    "articles.reporter",
    "articles.series",
)
CHIEF_WORK = (
    *DESK_WORK,
    "articles.correction",
    "articles.article",
    "articles.section",
    "articles.frontpage",
    "articles.lift_embargo",
    "masthead.masthead",
    "masthead.policy",
    "press.view_trouble",
    "press.change_trouble",
    "accounts.user",
    "auth.group",
    "wagtailredirects.redirect",
    "wagtailcore.site",
    "wagtailcore.collection",
    "wagtailcore.task",
    "wagtailcore.workflow",
)


def grant_pages(group: Group, page: Page, verbs: Iterable[str]) -> None:
    """Let the group do this to a page and all beneath it."""
    for verb in verbs:
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission_type=verb)


def grant_photos(group: Group, verbs: Iterable[str]) -> None:
    """Let the group do this to the photos of every collection.

    Wagtail asks for the permission on its own image model, whatever the model is.
    """
    root = Collection.get_first_root_node()
    for verb in verbs:
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=f"{verb}_image"
        )
        GroupCollectionPermission.objects.create(
            group=group, collection=root, permission=permission
        )
