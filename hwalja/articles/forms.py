"""The editor's forms."""

from datetime import datetime
from typing import Any
from unicodedata import normalize
from uuid import uuid4

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from hwalja.articles import embargo


def _minute(time: datetime | None) -> datetime | None:
    """As the form's field shows it."""
    return time.replace(second=0, microsecond=0) if time else None


def composed(value: Any) -> Any:
    """The value with its Hangul composed: Macs paste it taken apart."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    if isinstance(value, dict):
        return {key: composed(item) for key, item in value.items()}
    return value


def composed_body(body: Any) -> Any:
    raw = body.get_prep_value()
    whole = composed(raw)
    return body if whole == raw else body.stream_block.to_python(whole)


class ArticleForm(WagtailAdminPageForm):
    """Keeps the embargo against everybody who may not lift it, and the schedule after it."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        data.update({name: composed(value) for name, value in data.items()})
        if "title" in data:
            data["title"] = " ".join(data["title"].split())
        if "body" in data:
            data["body"] = composed_body(data["body"])
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


class ArticleCopyForm(CopyForm):
    """A copy is an article of its own: it takes a new number, and mirrors nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "copy_subpages"):
            self.fields.pop(name, None)
        slug = self.fields["new_slug"]
        # Only until the number, which is an article's slug, is taken.
        slug.initial, slug.disabled = f"copy-{uuid4().hex}", True
        slug.widget = forms.HiddenInput()


# What sections are called, and the addresses that papers give them.
USUAL_SLUGS = {
    "경제": "economy",
    "국제": "world",
    "금융": "finance",
    "기업": "business",
    "문화": "culture",
    "부동산": "estate",
    "사회": "society",
    "산업": "industry",
    "생활": "life",
    "스포츠": "sports",
    "연예": "entertainment",
    "오피니언": "opinion",
    "인터넷": "internet",
    "과학": "science",
    "정책": "policy",
    "정치": "politics",
    "증권": "stocks",
    "지역": "local",
}


def usual_slug(title: str) -> str:
    """An address for a section of this title, as papers use."""
    return next((slug for word, slug in USUAL_SLUGS.items() if word in title), "section")


class SectionForm(WagtailAdminPageForm):
    """Addresses that can be said over the telephone: ASCII only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data.get("slug", "")
        suggestion = usual_slug(self.cleaned_data.get("title", ""))
        if not slug:
            return suggestion
        if not slug.isascii() or slug != slug.lower():
            raise forms.ValidationError(
                f"주소에는 영문 소문자, 숫자, 붙임표(-)만 씁니다. 예: {suggestion}"
            )
        return slug
