"""Photos and the sizes made of them."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition


class Photo(AbstractImage):
    """A picture with what a newspaper must say about it.

    Wagtail's `description` is the alternative text.
    """

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

    class Meta(AbstractImage.Meta):
        verbose_name = "사진"
        verbose_name_plural = "사진"


class Rendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
        verbose_name = "변환본"
