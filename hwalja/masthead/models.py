"""The newspaper itself: its name, what press law makes it say, its policies."""

from datetime import date

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField


@register_setting(icon="doc-full-inverse", order=1)
class Masthead(BaseGenericSetting):
    """One row: settings of the paper that editors change, not operators."""

    name = models.CharField("제호", max_length=60, default="새 신문")
    tagline = models.CharField("소개 한 줄", max_length=120, blank=True)
    logo = models.ForeignKey(
        "media.Photo", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="로고"
    )
    outlet_tag = models.CharField(
        "매체 표기",
        max_length=40,
        blank=True,
        help_text="본문 첫머리의 [활자경제] 같은 표기. 대괄호 없이 씁니다.",
    )
    copyright_line = models.CharField(
        "저작권 문구", max_length=200, blank=True, default="무단 전재 및 재배포 금지"
    )

    # 신문 등의 진흥에 관한 법률 21조: what an internet newspaper must show.
    registration_number = models.CharField("등록번호", max_length=40, blank=True)
    registered_on = models.DateField("등록일", null=True, blank=True)
    first_issued_on = models.DateField("발행일", null=True, blank=True)
    publisher = models.CharField("발행인", max_length=60, blank=True)
    editor = models.CharField(
        "편집인", max_length=120, blank=True, help_text="분야별로 여럿이면 분야와 함께 씁니다."
    )
    publishing_office = models.CharField("발행소", max_length=160, blank=True)
    address = models.CharField("주소", max_length=160, blank=True)
    telephone = models.CharField("전화", max_length=40, blank=True)
    email = models.EmailField("대표 메일", blank=True)
    youth_officer = models.CharField("청소년보호책임자", max_length=60, blank=True)
    youth_contact = models.CharField("청소년보호책임자 연락처", max_length=80, blank=True)
    grievance_officer = models.CharField("고충처리인", max_length=60, blank=True)

    youtube = models.URLField(
        "유튜브 채널",
        blank=True,
        help_text="기사의 유튜브 단추가 여는 채널입니다. 비어 있으면 그 단추는 다른 공유 단추처럼 기사를 공유합니다.",
    )
    facebook = models.URLField("페이스북", blank=True)
    x = models.URLField("X", blank=True)
    instagram = models.URLField("인스타그램", blank=True)
    naver = models.URLField("네이버 채널", blank=True)
    kakao_channel = models.URLField("카카오톡 채널", blank=True)
    kakao_key = models.CharField(
        "카카오 JavaScript 키",
        max_length=64,
        blank=True,
        help_text="넣으면 기사 공유 단추를 누를 때만 카카오 SDK를 부릅니다. 비우면 기기의 공유 기능을 씁니다.",
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("tagline"),
                FieldPanel("logo"),
                FieldPanel("outlet_tag"),
                FieldPanel("copyright_line"),
            ],
            heading="신문",
        ),
        MultiFieldPanel(
            [
                FieldPanel("registration_number"),
                FieldRowPanel([FieldPanel("registered_on"), FieldPanel("first_issued_on")]),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("editor")]),
                FieldPanel("publishing_office"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("youth_officer"), FieldPanel("youth_contact")]),
                FieldPanel("grievance_officer"),
            ],
            heading="신문법 21조 표시 사항",
        ),
        MultiFieldPanel(
            [
                FieldPanel("youtube"),
                FieldPanel("facebook"),
                FieldPanel("x"),
                FieldPanel("instagram"),
                FieldPanel("naver"),
                FieldPanel("kakao_channel"),
                FieldPanel("kakao_key"),
            ],
            heading="채널과 공유",
        ),
    ]

    class Meta:
        verbose_name = "신문 설정"

    @property
    def press_law(self) -> list[tuple[str, str]]:
        """What 신문법 21조 has an internet newspaper show, as far as it is filled in."""
        youth = " ".join(filter(None, [self.youth_officer, self.youth_contact]))
        items = [
            ("제호", self.name),
            ("등록번호", self.registration_number),
            ("등록일", _written(self.registered_on)),
            ("발행일", _written(self.first_issued_on)),
            ("발행인", self.publisher),
            ("편집인", self.editor),
            ("발행소", self.publishing_office),
            ("주소", self.address),
            ("전화", self.telephone),
            ("메일", self.email),
            ("청소년보호책임자", youth),
            ("고충처리인", self.grievance_officer),
        ]
        return [(name, value) for name, value in items if value]

    @property
    def channels(self) -> list[tuple[str, str]]:
        """The paper's own channels elsewhere, as far as it has any."""
        items = [
            ("유튜브", self.youtube),
            ("페이스북", self.facebook),
            ("X", self.x),
            ("인스타그램", self.instagram),
            ("네이버", self.naver),
            ("카카오톡 채널", self.kakao_channel),
        ]
        return [(name, url) for name, url in items if url]


def _written(day: date | None) -> str:
    return f"{day.year}년 {day.month}월 {day.day}일" if day else ""


class Policy(models.Model):
    """A standing page: privacy, youth protection, ethics, terms …"""

    title = models.CharField("제목", max_length=80)
    slug = models.SlugField("주소", unique=True, help_text="/policies/ 뒤에 붙습니다.")
    body = RichTextField("본문", features=["h2", "h3", "bold", "ol", "ul", "link"])
    order = models.PositiveSmallIntegerField("차례", default=0)
    emphasised = models.BooleanField(
        "굵게", default=False, help_text="개인정보 처리방침은 굵게 보여야 합니다."
    )
    changed_at = models.DateTimeField("고친 때", auto_now=True)

    class Meta:
        verbose_name = "약관과 정책"
        verbose_name_plural = "약관과 정책"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/policies/{self.slug}/"
