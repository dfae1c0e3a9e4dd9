"""Desks (데스크): who approves and publishes in a section."""

from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import GroupApprovalTask, Workflow


class Desk(models.Model):
    """The desk of a top section, sub-sections included: its people, and how copy reaches them."""

    section = models.OneToOneField("articles.Section", models.CASCADE, related_name="desk")
    group = models.OneToOneField(Group, models.CASCADE, related_name="desk")
    task = models.OneToOneField(GroupApprovalTask, models.CASCADE, related_name="+")
    workflow = models.OneToOneField(Workflow, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "데스크"
        verbose_name_plural = "데스크"

    def __str__(self) -> str:
        return self.group.name
