"""What an article's body is made of."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.signals import request_started
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText, expand_db_html

from hwalja.articles import embeds

if TYPE_CHECKING:
    from hwalja.articles.lines import Line

# The editor's own marks in a text; nothing to a reader.
_KEYS = re.compile(r' data-block-key="[^"]*"')

INLINE = ["bold", "italic", "link", "superscript", "subscript"]

# Photos, and articles fit for readers, that a page has fetched together, by id: filled by
# reading.py for one page. While None, as in the editor, each block fetches its own.
photos_at_hand: ContextVar[dict[int, Any] | None] = ContextVar("photos_at_hand", default=None)
links_at_hand: ContextVar["dict[int, Line] | None"] = ContextVar("links_at_hand", default=None)


def put_away(**kwargs: object) -> None:
    """Hold nothing: a thread's next request may be the editor's, who needs every photo."""
    photos_at_hand.set(None)
    links_at_hand.set(None)


request_started.connect(put_away, dispatch_uid="articles.blocks.put_away")


@contextmanager
def at_hand(photos: dict[int, Any], links: "dict[int, Line]") -> Iterator[None]:
    """Blocks take photos and articles from these, and fetch nothing."""
    photos_token, links_token = photos_at_hand.set(photos), links_at_hand.set(links)
    try:
        yield
    finally:
        photos_at_hand.reset(photos_token)
        links_at_hand.reset(links_token)


class PhotoChooserBlock(ImageChooserBlock):
    """A photo; taken from those the page has fetched together, where it has."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        held = photos_at_hand.get()
        if held is None:
            return super().bulk_to_python(values)
        return [held.get(value) for value in values]

    def to_python(self, value: Any) -> Any:
        held = photos_at_hand.get()
        return super().to_python(value) if held is None else held.get(value)


class ParagraphBlock(blocks.RichTextBlock):
    """Running text. Rendered without a template: a story has dozens of these."""

    def render(self, value: RichText, context: dict[str, Any] | None = None) -> SafeString:
        return SafeString(_KEYS.sub("", expand_db_html(value.source)))


class SubheadingBlock(blocks.CharBlock):
    def render(self, value: str, context: dict[str, Any] | None = None) -> SafeString:
        return format_html("<h2>{}</h2>", value)


class PhotoBlock(blocks.StructBlock):
    """One picture; empty words are taken from the photo itself."""

    photo = PhotoChooserBlock(label="사진", required=False)
    caption = blocks.CharBlock(label="설명", required=False, max_length=500)
    credit = blocks.CharBlock(label="출처", required=False, max_length=120)

    class Meta:
        icon = "image"
        label = "사진"
        template = "articles/blocks/photo.html"


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="제목", required=False, max_length=100)
    photos = blocks.ListBlock(PhotoBlock(), label="사진", min_num=2)

    class Meta:
        icon = "image"
        label = "화보"
        template = "articles/blocks/gallery.html"


class PullQuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label="인용", max_length=400)
    attribution = blocks.CharBlock(label="말한 사람", required=False, max_length=100)

    class Meta:
        icon = "openquote"
        label = "인용 강조"
        template = "articles/blocks/pull_quote.html"


class TabularBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label="표 제목", required=False, max_length=160)
    table = TableBlock(
        label="표", table_options={"language": "ko-KR"}, template="articles/blocks/cells.html"
    )
    source = blocks.CharBlock(label="자료", required=False, max_length=120)

    class Meta:
        icon = "table"
        label = "표"
        template = "articles/blocks/table.html"


class ItemsBlock(blocks.StructBlock):
    ordered = blocks.BooleanBlock(label="번호 매기기", required=False)
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE, label="항목"), label="항목")

    class Meta:
        icon = "list-ul"
        label = "목록"
        template = "articles/blocks/items.html"


class VideoBlock(EmbedBlock):
    """A video's address; only of a provider on the list."""

    def clean(self, value: EmbedValue | None) -> EmbedValue | None:
        if isinstance(value, EmbedValue) and embeds.read(value.url) is None:
            allowed = ", ".join(provider.name for provider in embeds.PROVIDERS)
            raise ValidationError(
                f"이 주소의 동영상은 넣을 수 없습니다. {allowed} 동영상의 주소를 넣으십시오."
            )
        return blocks.URLBlock.clean(self, value)

    class Meta:
        icon = "media"
        label = "동영상"
        template = "articles/blocks/embed.html"


class InfoBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="제목", max_length=100)
    text = blocks.RichTextBlock(label="내용", features=[*INLINE, "ul", "ol"])

    class Meta:
        icon = "help"
        label = "정보 상자"
        template = "articles/blocks/info_box.html"


class ArticleChooserBlock(blocks.PageChooserBlock):
    """An article; on a page, only as far as readers may see it."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        held = links_at_hand.get()
        if held is None:
            return super().bulk_to_python(values)
        return [held.get(value) for value in values]

    def to_python(self, value: Any) -> Any:
        held = links_at_hand.get()
        return super().to_python(value) if held is None else held.get(value)


class RelatedBlock(blocks.StructBlock):
    articles = blocks.ListBlock(
        ArticleChooserBlock(page_type="articles.Article", label="기사"), label="기사", min_num=1
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """`articles`: those that readers may see, and their newest words."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "articles": [row for row in value["articles"] if row]}

    class Meta:
        icon = "doc-full"
        label = "관련 기사"
        template = "articles/blocks/related.html"


class BodyBlock(blocks.StreamBlock):
    paragraph = ParagraphBlock(label="문단", features=INLINE, icon="pilcrow")
    subheading = SubheadingBlock(label="소제목", max_length=120, icon="title")
    photo = PhotoBlock()
    gallery = GalleryBlock()
    pull_quote = PullQuoteBlock()
    table = TabularBlock()
    items = ItemsBlock()
    embed = VideoBlock()
    info_box = InfoBoxBlock()
    related = RelatedBlock()


def _photo_rows(raw: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for row in raw:
        if row["type"] == "photo":
            yield row["value"]
        elif row["type"] == "gallery":
            yield from (item.get("value", item) for item in row["value"]["photos"])


def photo_ids(raw: Iterable[Any]) -> list[int]:
    """Ids of the photos in a body's raw data, in order."""
    return [row["photo"] for row in _photo_rows(raw) if row.get("photo")]


def related_ids(raw: Iterable[Any]) -> list[int]:
    """Ids of the articles that related blocks name, in order."""
    return [
        item.get("value", item) if isinstance(item, dict) else item
        for row in raw
        if row["type"] == "related"
        for item in row["value"]["articles"]
    ]
