"""Photos and the sizes made of them."""

from typing import Any

from django.db import models
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    get_upload_to,
)
from wagtail.search import index

from hwalja.media.files import PhotoField


class Photo(AbstractImage):
    """A picture with what a newspaper must say about it.

    Wagtail's `description` is the alternative text.
    """

    file = PhotoField("파일", upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(
        "대체 텍스트",
        max_length=255,
        blank=True,
        default="",
        help_text="사진을 볼 수 없는 독자에게 읽어 줄 말. 비우면 기사에서 사진 설명을 읽어 줍니다.",
    )
    caption = models.CharField("사진 설명", max_length=500, blank=True)
    credit = models.CharField(
        "출처", max_length=120, blank=True, help_text="찍거나 만든 사람 또는 기관. 예: 연합뉴스"
    )
    rights = models.CharField(
        "사용 조건",
        max_length=300,
        blank=True,
        help_text="쓸 수 있는 범위와 기한. 독자에게는 보이지 않습니다.",
    )
    taken_on = models.DateField("찍은 날", null=True, blank=True)
    # The sizes that pages may show, written by renditions.py when they are all there:
    # {"full" or "card": {format: [[name in the store, width, height], …]}}.
    sizes = models.JSONField(default=dict, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "credit",
        "description",
        "taken_on",
        "rights",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.AutocompleteField("caption"),
        index.SearchField("credit"),
        index.AutocompleteField("credit"),
        index.FilterField("description"),
        index.FilterField("credit"),
        index.FilterField("taken_on"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = "사진"
        verbose_name_plural = "사진"

    @property
    def token(self) -> str:
        """The random part of the file's name; names of its sizes begin with it."""
        return self.filename.partition(".")[0]

    @property
    def default_alt_text(self) -> str:
        return self.description or self.caption or self.title

    def get_rendition(self, filter: Filter | str) -> "AbstractRendition":
        """As Wagtail's; but what its admin calls the original is the original, no copy of it."""
        spec = filter if isinstance(filter, str) else filter.spec
        if spec != "original":
            return super().get_rendition(filter)
        size: dict[str, Any] = {"width": self.width, "height": self.height}
        return Rendition(image=self, filter_spec=spec, file=self.file.name, **size)


class Rendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
        verbose_name = "변환본"
