"""The editor's forms, filled in as a browser would send them."""

from typing import Any

from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def article_form(**changes: Any) -> dict[str, Any]:
    """A new article's form; keys with dashes reach into its parts, datetimes are written out."""
    data = nested_form_data(
        {
            "title": "강은전자, 새 공장에 1조 원 투자",
            "deck": "",
            "slug": "",
            "body": streamfield([("paragraph", rich_text("<p>첫 문단입니다.</p>"))]),
            "bylines": inline_formset([]),
            "comments": inline_formset([]),
            "series": "",
            "tags": "",
            "lead_photo": "",
            "origin": "own",
            "outlet_tag": "",
            "ai_use": "",
            "embargo_until": "",
            "go_live_at": "",
            "expire_at": "",
        }
    )
    for name, value in changes.items():
        if hasattr(value, "astimezone"):
            value = timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
        data[name.replace("__", "-")] = value
    return data


def body_form(*blocks: tuple[str, Any]) -> dict[str, Any]:
    """Form data of a body, to lay over `article_form`."""
    return nested_form_data({"body": streamfield(list(blocks))})


def section_form(**changes: Any) -> dict[str, Any]:
    data = {
        "title": "부동산",
        "slug": "estate",
        "description": "",
        "go_live_at": "",
        "expire_at": "",
    }
    return {**data, **nested_form_data({"comments": inline_formset([])}), **changes}
