"""Whom the paper takes into its directory, as its readers are told."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField

DEFAULT = """
<h2>누구를 싣습니까</h2>
<p>공적인 일을 맡고 있거나 맡았던 사람, 스스로 공적인 자리에서 말하는 사람, 그리고 기사에 거듭 나오는 기관을 싣습니다. 편집국 사람이 보고 정하며, 저절로 실리는 사람은 없습니다.</p>
<h2>누구를 싣지 않습니까</h2>
<p>미성년자, 범죄 피해자와 그 가족, 이름을 밝히지 않기로 한 취재원, 혐의만으로 기사에 나온 사람, 사고나 사건에 우연히 관련된 사람은 싣지 않습니다.</p>
<h2>무엇을 적습니까</h2>
<p>이름, 맡은 자리, 태어난 해, 지역, 정당처럼 공적인 일과 관련된 사실만 적고, 사실마다 출처를 답니다. 혐의와 의혹은 사실로 적지 않습니다.</p>
<h2>고치거나 내리려면</h2>
<p>본인은 누구나 자기 쪽의 ‘고침·삭제 요청’에서 고치거나 숨기거나 내려 달라고 할 수 있습니다. 인물 담당이 살펴보고 메일로 답합니다. 공적인 기록으로 남겨야 할 것은 까닭을 밝히고 남길 수 있습니다.</p>
""".strip()


@register_setting(icon="clipboard-list", order=20)
class Criteria(BaseGenericSetting):
    """One row: the text of /who/criteria/."""

    body = RichTextField(
        "수록 기준",
        features=["h2", "h3", "bold", "ol", "ul", "link"],
        default=DEFAULT,
        help_text="/who/criteria/ 에 실립니다. 인물마다 그 쪽에서 이어집니다.",
    )
    changed_at = models.DateTimeField("고친 때", auto_now=True)

    panels = [FieldPanel("body")]

    class Meta:
        verbose_name = "인물 수록 기준"
