"""Open, rename and close the desk of a section."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from hwalja.articles import roles
from hwalja.articles.models import Desk, Section


def _free_name(section: Section, group_id: int = 0) -> str:
    """The desk's name; two sections of one title are told apart by their address."""
    name = f"{roles.DESK_PREFIX}{section.title}"[:140]
    taken = Group.objects.filter(name=name).exclude(pk=group_id).exists()
    return f"{name} ({section.pk})" if taken else name


@transaction.atomic
def open_desk(section: Section) -> Desk:
    """A desk for a top section: its group, and the workflow 기자 → 데스크 → publish."""
    group = Group.objects.create(name=_free_name(section))
    roles.grant_work(group, roles.DESK_WORK)
    roles.grant_pages(group, section, roles.EDITING)
    roles.grant_photos(group, (*roles.USING_PHOTOS, "change"))
    task = GroupApprovalTask.objects.create(name=group.name)
    task.groups.set([group, *Group.objects.filter(name=roles.CHIEF)])
    workflow = Workflow.objects.create(name=f"기자 → {group.name}")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page_id=section.pk, workflow=workflow)
    return Desk.objects.create(section=section, group=group, task=task, workflow=workflow)


@transaction.atomic
def rename_desk(section: Section) -> None:
    """After a section is renamed: its desk, task and workflow follow."""
    desk = Desk.objects.select_related("group", "task", "workflow").get(section=section)
    name = _free_name(section, desk.group_id)
    if name == desk.group.name:
        return
    Group.objects.filter(pk=desk.group_id).update(name=name)
    GroupApprovalTask.objects.filter(pk=desk.task_id).update(name=name)
    Workflow.objects.filter(pk=desk.workflow_id).update(name=f"기자 → {name}")


@transaction.atomic
def close_desk(section: Section) -> None:
    """Before a section goes, or becomes a sub-section: its people lose their rights there.

    The task and the workflow are only put out of use: the history of articles names them.
    """
    desk = Desk.objects.filter(section_id=section.pk).first()
    if desk is None:
        return
    WorkflowPage.objects.filter(workflow=desk.workflow_id).delete()
    desk.workflow.deactivate()
    desk.task.deactivate()
    desk.group.delete()


def staff(section: Section) -> None:
    """The desk that a section should have now: one of its own if it is a top section."""
    has_desk = Desk.objects.filter(section_id=section.pk).exists()
    if section.is_top:
        (rename_desk if has_desk else open_desk)(section)
    elif has_desk:
        close_desk(section)
