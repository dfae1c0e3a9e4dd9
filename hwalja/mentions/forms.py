"""What a reader fills in to report a mistake."""

from typing import Any

from django import forms

from hwalja.mentions.models import Report
from hwalja.mentions.on_page import OnPage
from hwalja.people.forms import PlainField

LONGEST = 1000
_SHOWN = 60  # Characters of a quotation in the list.


class ReportForm(forms.Form):
    """About whom or which words of the page, and what is wrong with it."""

    about = forms.ChoiceField(
        label="무엇이",
        required=False,
        error_messages={"invalid_choice": "이 기사에 나온 것 가운데 하나를 골라 주십시오."},
    )
    wrong = forms.ChoiceField(
        label="어떻게 잘못됐습니까",
        choices=Report.WRONGS,
        widget=forms.RadioSelect,
        error_messages={"required": "하나를 골라 주십시오."},
    )
    detail = PlainField(
        label="덧붙일 말",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    # Nobody sees it; what fills in forms by itself does.
    url = forms.CharField(required=False, max_length=200)

    def __init__(self, data: Any, page: OnPage) -> None:
        super().__init__(data)
        self._told = dict(_choices(page))
        choices = [(key, said) for key, (said, _, _) in self._told.items()]
        self.fields["about"].choices = [("", "기사 전체나 빠진 인물"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> None:
        data = self.cleaned_data
        if data.get("wrong") == Report.OTHER and not data.get("detail") and not self.errors:
            self.add_error("detail", "무엇이 잘못됐는지 적어 주십시오.")

    @property
    def told(self) -> dict[str, Any]:
        """What the action takes."""
        _, profile, words = self._told.get(self.cleaned_data["about"], ("", None, ""))
        data = self.cleaned_data
        return {
            "profile": profile,
            "words": words,
            "wrong": data["wrong"],
            "detail": data["detail"],
        }


def _choices(page: OnPage) -> list[tuple[str, tuple[str, str, str]]]:
    """Of everybody and each quotation that readers see: key, what is said, profile, words."""
    found = []
    for one in page.entries:
        who = one.profile
        found.append((f"profile:{who.pk}", (who.name, who.pk, "")))
        for row in one.seen.quotations:
            short = row.text if len(row.text) <= _SHOWN else f"{row.text[:_SHOWN]}…"
            found.append((row.ref, (f"{who.name}: “{short}”", who.pk, row.text)))
    return found
