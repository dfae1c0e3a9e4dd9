"""The form of a person or an organisation."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from hwalja.people import search, slots
from hwalja.people.history import LONGEST_WHY
from hwalja.people.models import Profile

SOURCE = [
    FieldRowPanel([FieldPanel("source_article"), FieldPanel("source_document")]),
    FieldPanel("source_sentence"),
]
FACT = [MultiFieldPanel([*SOURCE, FieldPanel("hidden")], heading="출처")]


class ProfileForm(WagtailAdminModelForm):
    """Asks for the reason of a change, and once more where the name is somebody's already."""

    why = forms.CharField(
        label="고치는 까닭",
        max_length=LONGEST_WHY,
        required=False,
        help_text="고친 기록에 남습니다.",
    )
    another = forms.BooleanField(
        label="같은 이름의 다른 사람입니다",
        required=False,
        help_text="같은 이름이 이미 있을 때에만 표시하십시오. 같은 사람이면 그쪽을 고치십시오.",
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        name, is_new = data.get("name", ""), self.instance._state.adding
        if is_new and name and not data.get("another"):
            same = [row for row in search.find(name, Profile.objects.all()) if row.name == name]
            if same:
                ids = ", ".join(row.pk for row in same[:5])
                self.add_error(
                    "another",
                    f"‘{name}’이(가) 이미 있습니다({ids}). 다른 사람이면 표시해 주십시오.",
                )
        return data


def form_of(what: str) -> ObjectList:
    """`what`: 인물 or 기관, as the texts say it."""
    return ObjectList(
        [
            HelpPanel(
                f"{what}에 관해 확인된 것만 적고, 사실마다 출처를 답니다. 혐의와 의혹은 적지 않습니다. "
                "고친 것은 모두 기록에 남습니다."
            ),
            FieldPanel("name"),
            FieldPanel("another"),
            MultiFieldPanel(SOURCE, heading="이름의 출처"),
            FieldRowPanel([FieldPanel("photo"), FieldPanel("photo_hidden")]),
            InlinePanel(
                "names",
                [FieldRowPanel([FieldPanel("kind"), FieldPanel("text")]), *FACT],
                heading="다른 이름",
                label="이름",
                help_text="별명, 옛 이름, 한자, 영문. 이 이름으로도 찾습니다.",
            ),
            InlinePanel("posts", [*_POST, *FACT], heading="맡은 자리", label="자리"),
            InlinePanel(
                "facts",
                [FieldPanel("kind"), FieldPanel("text"), *FACT],
                heading="그 밖의 사실",
                label="사실",
                help_text="태어난 때(1958, 1958-05-12), 지역, 정당, 소개",
            ),
            *slots.content("panels"),
            FieldPanel("why"),
        ],
        base_form_class=ProfileForm,
    )


_POST = [
    FieldRowPanel([FieldPanel("organisation"), FieldPanel("organisation_name")]),
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("party"), FieldPanel("district")]),
    FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
]
