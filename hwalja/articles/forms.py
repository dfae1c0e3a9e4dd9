"""The editor's forms."""

from datetime import datetime
from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from hwalja.articles import embargo


def _minute(time: datetime | None) -> datetime | None:
    """As the form's field shows it."""
    return time.replace(second=0, microsecond=0) if time else None


class ArticleForm(WagtailAdminPageForm):
    """Keeps the embargo against everybody who may not lift it, and the schedule after it."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if {"embargo_until", "go_live_at"} <= data.keys():
            held = self._held()
            data["embargo_until"] = self._embargo(data["embargo_until"], held)
            data["go_live_at"] = self._schedule(data, held)
            self._check_end(data)
        return data

    def _held(self) -> datetime | None:
        if not self.instance.pk:
            return None
        return embargo.held_until(type(self.instance).objects.get(pk=self.instance.pk))

    def _embargo(self, wanted: datetime | None, held: datetime | None) -> datetime | None:
        if held is None or _minute(wanted) == _minute(held):
            return held or wanted
        shorter = wanted is None or wanted < held
        if (
            shorter
            and embargo.in_force(held)
            and not self.for_user.has_perm("articles.lift_embargo")
        ):
            self.add_error(
                "embargo_until",
                f"{embargo.said(held)}까지인 엠바고는 편집국장만 앞당기거나 풀 수 있습니다.",
            )
        return wanted

    def _schedule(self, data: dict[str, Any], held: datetime | None) -> datetime | None:
        """Where the schedule was the embargo's end, or there was none, it follows the embargo."""
        wanted, until = data["go_live_at"], data["embargo_until"]
        if held and _minute(wanted) == _minute(held):
            wanted = None
        if until is None or not embargo.in_force(until):
            return wanted
        if wanted and wanted < until:
            self.add_error(
                "go_live_at",
                f"엠바고가 {embargo.said(until)}에 끝납니다. 그 뒤로 예약하거나 비우십시오.",
            )
        return wanted or until

    def _check_end(self, data: dict[str, Any]) -> None:
        start, end = data["go_live_at"], data.get("expire_at")
        if start and end and start >= end and not self.has_error("go_live_at"):
            self.add_error("expire_at", "내리는 때가 내는 때보다 뒤여야 합니다.")
