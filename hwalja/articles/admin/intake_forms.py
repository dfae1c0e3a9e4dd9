"""The two forms of 기사 넣기: the copy, and what was recognised in it."""

import re
from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from hwalja.articles.actions.enter_reporter import find_reporter
from hwalja.articles.actions.enter_section import find_section
from hwalja.articles.intake import Byline, NotAnArticle, Record, copy_text, read, read_pasted, when
from hwalja.articles.intake.bylines import EMAIL
from hwalja.articles.intake.decoding import MAX_BYTES
from hwalja.articles.models import Reporter, Section
from hwalja.hangul.normalise import clean, collapse

BODY_HELP = (
    "문단 사이는 한 줄 띄웁니다. 사진 자리는 ‘▲ 사진 설명 < 출처 >’ 한 줄, 소제목은 ‘■ 소제목’입니다. "
    "목록은 줄마다 ‘- ’, 표는 줄마다 ‘| 칸 | 칸 |’으로 적습니다."
)


class CopyForm(forms.Form):
    """Copy as it came: pasted, or a file. `record` is what was recognised in it."""

    text = forms.CharField(
        label="원고",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text="기사 화면을 통째로 복사해 붙여도 됩니다. 메뉴와 광고, 다른 기사 제목은 걸러냅니다.",
    )
    file = forms.FileField(
        label="파일",
        required=False,
        help_text="글(txt)이나 HTML 파일. 원고를 붙였으면 비웁니다.",
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )
    record: Record

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MAX_BYTES:
            raise ValidationError("파일이 너무 큽니다. 10MB까지 넣을 수 있습니다.")
        return file

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        text: str = data.get("text", "").strip()
        file: Any = data.get("file")
        if self.errors:
            return data
        if not text and not file:
            raise ValidationError("원고를 붙이거나 파일을 고르십시오.")
        try:
            self.record = read_pasted(text) if text else read(file.read(), file.name, pasted=True)
        except NotAnArticle as refusal:
            self.add_error("text" if text else "file", str(refusal))
        return data


class TimeField(forms.CharField):
    """A time in any form that Korean newspapers print; shown to the second."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        found = when.parse(text)
        if found is None:
            raise ValidationError("시각을 읽을 수 없습니다. 예: 2025-01-12 06:00:00")
        return found

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return timezone.localtime(value, when.KST).strftime("%Y-%m-%d %H:%M:%S")
        return value


class SectionField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return obj.title if obj.is_top else f"— {obj.title}"


class RecordForm(forms.Form):
    """What was recognised, to be corrected; `user` may only choose sections they write for."""

    headline = forms.CharField(label="제목", max_length=255)
    deck = forms.CharField(label="부제", max_length=300, required=False)
    section = SectionField(Section.objects.none(), label="섹션", empty_label="고르십시오")
    reporters = forms.CharField(
        label="기자", required=False, help_text="이름과 메일. 여럿이면 쉼표로 나눕니다."
    )
    published_at = TimeField(label="입력", required=False, help_text="비우면 게시한 때가 됩니다.")
    modified_at = TimeField(label="수정", required=False)
    outlet_tag = forms.CharField(
        label="매체 표기", max_length=40, required=False, help_text="본문 첫머리의 [ ] 안"
    )
    body = forms.CharField(
        label="본문",
        help_text=BODY_HELP,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30}),
    )
    url = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    file = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        allowed = cast(SectionField, self.fields["section"])
        allowed.queryset = Section.objects.filter(pk__in=sections_for(user)).order_by("path")

    def clean_body(self) -> str:
        text: str = self.cleaned_data["body"]
        record = Record()
        copy_text.read(text, record)
        if not record.body:
            raise ValidationError("본문에 문단이 없습니다.")
        return text

    def clean_reporters(self) -> list[Byline]:
        found = [_byline(part) for part in re.split(r"[,\n·]", self.cleaned_data["reporters"])]
        bylines = [one for one in found if one]
        strangers = [one.name for one in bylines if find_reporter(one) is None]
        if strangers and not self.user.has_perm("articles.add_reporter"):
            names = ", ".join(f"‘{name}’" for name in strangers)
            raise ValidationError(
                f"등록되지 않은 기자입니다: {names}. 데스크에 등록을 부탁하십시오."
            )
        return bylines

    def record(self) -> Record:
        """The corrected record."""
        data = self.cleaned_data
        record = Record(
            file=data["file"] or None,
            url=data["url"] or None,
            headline=collapse(clean(data["headline"])),
            deck=collapse(clean(data["deck"])) or None,
            reporters=data["reporters"],
            published_at=data["published_at"],
            modified_at=data["modified_at"],
            outlet_tag=collapse(clean(data["outlet_tag"])) or None,
        )
        copy_text.read(data["body"], record)
        return record


def _byline(text: str) -> Byline | None:
    """A name and perhaps a mail: "홍길동 기자 hong@paper.example"."""
    mail = EMAIL.search(text)
    name = re.sub(r"\s*기자$", "", collapse(EMAIL.sub("", clean(text)))).strip("()<> ")
    return Byline(name[:60], mail[0] if mail else None) if name else None


def sections_for(user: Any) -> list[int]:
    """Ids of the sections to which this person may add articles."""
    return [
        section.pk
        for section in Section.objects.order_by("path")
        if section.permissions_for_user(user).can_add_subpage()
    ]


def initial(record: Record, user: Any) -> dict[str, Any]:
    """A record as the form shows it; copy that names no reporter is the user's own."""
    found = find_section(record.section, record.subsection)
    named = record.reporters or Reporter.objects.filter(user=user)[:1]
    people = [" ".join(filter(None, (one.name, one.email))) for one in named]
    return {
        "headline": record.headline[:255],
        "deck": (record.deck or "").replace("\n", " · ")[:300],
        "section": found.pk if found else None,
        "reporters": ", ".join(people),
        "published_at": record.published_at,
        "modified_at": record.modified_at,
        "outlet_tag": (record.outlet_tag or "")[:40],
        "body": copy_text.write(record),
        "url": (record.url or "")[:500],
        "file": (record.file or "")[-255:],
    }
