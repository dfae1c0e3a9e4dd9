"""The rules of the comments, which editors set and operators do not."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

# What a column holds at most, whatever the newsroom allows.
HARDEST_LIMIT = 10_000


def _number(label: str, default: int, help_text: str) -> "models.PositiveIntegerField[int, int]":
    return models.PositiveIntegerField(label, default=default, help_text=help_text)


def _switch(label: str, default: bool, help_text: str = "") -> "models.BooleanField[bool, bool]":
    return models.BooleanField(label, default=default, help_text=help_text)


@register_setting(icon="comment", order=2)
class CommentRules(BaseGenericSetting):
    """One row. A number of 0 switches its rule off."""

    open = _switch(
        "댓글 받기", True, "끄면 모든 기사에서 새 댓글을 받지 않습니다. 있는 댓글은 남습니다."
    )
    guests = _switch("손님도 쓰기", True, "로그인하지 않고 이름과 비밀번호로 씁니다.")
    most_characters = _number("글자 수", 200, "글자로 셉니다. 0이면 세지 않습니다.")
    most_bytes = _number(
        "바이트", 400, "영문과 숫자는 1, 한글은 2, 그림 글자는 4로 셉니다. 0이면 세지 않습니다."
    )
    closes_after = _number("기사가 나간 뒤 닫는 날", 30, "일. 0이면 닫지 않습니다.")
    premoderated = _switch(
        "모두 보고 싣기", False, "어떤 댓글도 담당자가 보기 전에는 실리지 않습니다."
    )
    closes_sensitive = _switch(
        "민감한 기사는 닫아 두기",
        True,
        "자살, 미성년자, 범죄 피해자를 다룬 기사. 기사마다 열 수 있습니다.",
    )

    per_article = _number("한 기사에", 3, "한 사람이 쓸 수 있는 댓글 수")
    gap = _number("다음 댓글까지", 60, "초")
    per_day = _number("하루에", 20, "한 사람이 쓸 수 있는 댓글 수")
    per_address = _number(
        "한 주소에서 한 시간에", 60, "같은 인터넷 주소를 여럿이 쓰는 곳을 생각해 넉넉히 둡니다."
    )
    per_minute = _number("한 기사에 1분에", 120, "넘으면 새 댓글을 잠시 받지 않습니다.")
    newcomers_wait = _number("처음 쓰는 사람", 0, "첫 댓글 몇 개를 담당자가 보고 싣습니다.")
    holds_links = _switch("링크와 전화번호는 보고 싣기", True)
    holds_personal = _switch("개인정보는 막기", True, "주민등록번호, 계좌번호, 카드번호, 메일 주소")
    threshold = models.FloatField(
        "보조기의 문턱",
        default=0.9,
        help_text="위험도가 이보다 높으면 담당자가 보고 싣습니다. 1이면 쓰지 않습니다.",
    )

    breaks_at_reports = _number(
        "신고가 몰릴 때",
        20,
        "한 기사의 댓글에 10분 동안 이만큼 신고가 들어오면 보고 싣기로 바꿉니다.",
    )
    breaks_at_surge = _number(
        "댓글이 몰릴 때", 300, "한 기사에 10분 동안 이만큼 달리면 보고 싣기로 바꿉니다."
    )
    breaks_at_blocked = _number(
        "막힌 댓글이 많을 때", 50, "%. 최근 30개 중 막히거나 가려진 몫이 이보다 크면 닫습니다."
    )
    breaks_at_newcomers = _number(
        "처음 쓰는 사람이 몰릴 때",
        80,
        "%. 10분 동안 달린 30개 이상 중 처음 쓰는 사람의 몫이 이보다 크면 보고 싣기로 바꿉니다.",
    )
    forgets_after = _number(
        "주소를 지우는 날", 90, "일. 글쓴이의 인터넷 주소를 알아볼 수 없게 바꾼 값도 이때 지웁니다."
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("open"),
                FieldPanel("guests"),
                FieldRowPanel([FieldPanel("most_characters"), FieldPanel("most_bytes")]),
                FieldPanel("closes_after"),
                FieldPanel("premoderated"),
                FieldPanel("closes_sensitive"),
            ],
            heading="쓰기",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("per_article"), FieldPanel("gap"), FieldPanel("per_day")]
                ),
                FieldRowPanel([FieldPanel("per_address"), FieldPanel("per_minute")]),
            ],
            heading="도배",
        ),
        MultiFieldPanel(
            [
                FieldPanel("newcomers_wait"),
                FieldPanel("holds_links"),
                FieldPanel("holds_personal"),
                FieldPanel("threshold"),
            ],
            heading="보고 싣기",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("breaks_at_reports"), FieldPanel("breaks_at_surge")]),
                FieldRowPanel([FieldPanel("breaks_at_blocked"), FieldPanel("breaks_at_newcomers")]),
            ],
            heading="차단기",
        ),
        FieldPanel("forgets_after"),
    ]

    class Meta:
        verbose_name = "댓글 규칙"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    most_characters__lte=HARDEST_LIMIT, most_bytes__lte=HARDEST_LIMIT
                ),
                name="comments_limits_fit",
                violation_error_message=f"글자 수와 바이트는 {HARDEST_LIMIT:,} 이하여야 합니다.",
            ),
            models.CheckConstraint(
                condition=models.Q(threshold__gte=0, threshold__lte=1),
                name="comments_threshold_is_a_share",
                violation_error_message="문턱은 0과 1 사이여야 합니다.",
            ),
        ]


class SectionComments(models.Model):
    """Comments of a section, where they are not as everywhere else."""

    OPEN, WAITING, CLOSED = "open", "waiting", "closed"
    MODES = [(OPEN, "받기"), (WAITING, "보고 싣기"), (CLOSED, "받지 않기")]

    section = models.OneToOneField(
        "articles.Section", models.CASCADE, related_name="comments", verbose_name="섹션"
    )
    mode = models.CharField("댓글", max_length=8, choices=MODES, default=OPEN)

    class Meta:
        verbose_name = "섹션의 댓글"
        verbose_name_plural = "섹션의 댓글"

    def __str__(self) -> str:
        return f"{self.section}: {self.get_mode_display()}"
