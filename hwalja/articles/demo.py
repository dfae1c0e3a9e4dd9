"""The demo newspaper laid out: sections, reporters, pictures, articles, a full front."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString

from hwalja.articles.demo_paper import copy, pictures
from hwalja.articles.demo_paper.blocks import LINK, Block
from hwalja.articles.models import (
    Article,
    BreakingNews,
    Correction,
    FrontPage,
    Placement,
    Reporter,
    Section,
    Series,
)
from hwalja.media import renditions
from hwalja.media.actions.add_photo import add_photo
from hwalja.media.models import Photo

Progress = Callable[[str], None]
KINDS = {
    "correction": Correction.Kind.CORRECTION,
    "reply": Correction.Kind.REBUTTAL,
}
LEADS = 9  # Stories placed on the front by hand, as an editor would.


class Layout:
    """One laying-out of the demo paper; holds what was made by its name in the copy."""

    def __init__(self, paper: copy.Paper, front: FrontPage) -> None:
        self.paper = paper
        self.front = front
        self.sections: dict[str, Section] = {}
        self.reporters: dict[str, Reporter] = {}
        self.series: dict[str, Series] = {}
        self.photos: dict[str, Photo] = {}
        self.articles: dict[str, Article] = {}

    def lay(self, say: Progress) -> None:
        self._sections()
        self._people()
        say("그림을 그립니다…")
        self._photos()
        say("기사를 싣습니다…")
        self._articles()
        self._corrections()
        self._front()

    def _sections(self) -> None:
        for item in self.paper.sections:
            parent = self.sections[item.parent] if item.parent else self.front
            section = Section(title=item.title, slug=item.slug)
            type(parent).objects.get(pk=parent.pk).add_child(instance=section)
            section.save_revision().publish()
            self.sections[item.path] = section

    def _people(self) -> None:
        for person in self.paper.reporters:
            self.reporters[person.slug] = Reporter.objects.create(
                name=person.name,
                slug=person.slug,
                email=person.email,
                title=person.title,
                bio=person.bio,
            )
        for item in self.paper.series:
            self.series[item.slug] = Series.objects.create(
                name=item.name, slug=item.slug, description=item.description
            )

    def _photos(self) -> None:
        for story in self.paper.stories:
            for photo in story.photos:
                if photo.file not in self.photos:
                    self.photos[photo.file] = _draw(photo)

    def _articles(self) -> None:
        items: list[copy.Story | copy.Brief] = [*self.paper.stories, *self.paper.briefs]
        items.sort(key=lambda item: item.published)
        made = [(item, self._number(item)) for item in items]
        for item, article in made:
            self._publish(item, article)

    def _number(self, item: copy.Story | copy.Brief) -> Article:
        """The article with its address, before any text can link to it."""
        article = Article(title=item.headline, live=False)
        article.published_at = _past(item.published)
        article.modified_at = _past(item.modified) if isinstance(item, copy.Story) else None
        section = Section.objects.get(pk=self.sections[item.section].pk)
        section.add_child(instance=article)
        if isinstance(item, copy.Story):
            self.articles[item.slug] = article
        return article

    def _publish(self, item: copy.Story | copy.Brief, article: Article) -> None:
        if isinstance(item, copy.Story):
            self._fill(article, item)
        else:
            article.body = [("paragraph", self._paragraphs([item.text]))]
            article.bylines.add(article.bylines.model(reporter=self.reporters[item.reporter]))
        article.save_revision().publish()
        # The admin's lists go by Wagtail's own times.
        Article.objects.filter(pk=article.pk).update(
            first_published_at=article.published_at,
            last_published_at=article.modified_at or article.published_at,
        )

    def _fill(self, article: Article, story: copy.Story) -> None:
        article.deck = story.deck
        article.origin = story.origin
        article.sponsored = story.sponsored
        article.ai_use = story.ai
        article.series = self.series.get(story.series)
        article.body = list(self._body(story))
        for slug in story.reporters:
            article.bylines.add(article.bylines.model(reporter=self.reporters[slug]))
        article.tags.add(*story.tags)

    def _body(self, story: copy.Story) -> Iterator[tuple[str, Any]]:
        run: list[str] = []
        for block in story.body:
            if block.kind == "paragraph":
                run.append(block.text)
                continue
            if run:
                yield "paragraph", self._paragraphs(run)
                run = []
            yield self._block(block, story)
        if run:
            yield "paragraph", self._paragraphs(run)
        if story.related:
            yield "related", {"articles": [self.articles[slug] for slug in story.related]}

    def _block(self, block: Block, story: copy.Story) -> tuple[str, Any]:
        if block.kind == "photo":
            words = story.photos[block.number - 1]
            photo = self.photos[words.file]
            return "photo", {"photo": photo, "caption": words.caption, "credit": words.credit}
        if block.kind == "heading":
            return "subheading", block.text
        if block.kind == "quote":
            return "pull_quote", {"quote": block.text, "attribution": block.title}
        if block.kind == "list":
            return "items", {"ordered": False, "items": [self._words(t) for t in block.items]}
        if block.kind == "table":
            return "table", {"caption": block.title, "table": _table(block), "source": ""}
        return "info_box", {"title": block.title, "text": self._html(block.blocks)}

    def _words(self, text: str) -> str:
        """Escaped text with links to the demo's own stories kept by id."""

        def link(found: re.Match[str]) -> str:
            words, target = found[1], found[2]
            if target in self.articles:
                return f'<a linktype="page" id="{self.articles[target].pk}">{words}</a>'
            return f'<a href="{target}">{words}</a>'

        return LINK.sub(link, escape(text).replace("&#x27;", "'").replace("&quot;", '"'))

    def _paragraphs(self, texts: Iterable[str]) -> str:
        return "".join(f"<p>{self._words(text)}</p>" for text in texts)

    def _html(self, blocks: Iterable[Block]) -> str:
        return "".join(
            f"<ul>{''.join(f'<li>{self._words(item)}</li>' for item in block.items)}</ul>"
            if block.kind == "list"
            else f"<p>{self._words(block.text)}</p>"
            for block in blocks
        )

    def _corrections(self) -> None:
        for story in self.paper.stories:
            if story.correction:
                Correction.objects.create(
                    article=self.articles[story.slug],
                    kind=KINDS[story.correction.kind],
                    text=story.correction.text,
                    published_at=_past(story.published + timedelta(hours=3)),
                )

    def _front(self) -> None:
        front = FrontPage.objects.get(pk=self.front.pk)
        stories = [s for s in self.paper.stories if s.photos and not s.sponsored][:LEADS]
        for order, story in enumerate(stories):
            placement = Placement(article=self.articles[story.slug], sort_order=order)
            front.placements.add(placement)
        front.save_revision().publish()
        newest = self.articles[self.paper.stories[0].slug]
        BreakingNews.objects.create(
            headline=newest.title,
            article=newest,
            starts_at=timezone.now(),
            ends_at=timezone.now() + timedelta(hours=12),
        )


def make_pictures() -> None:
    """Make the sizes of the front's pictures now; the task worker makes the others."""
    front = Article.objects.published().newest_first()[:60]
    on_front = {row.list_photo_id for row in front} | {
        row.list_photo_id for row in Article.objects.filter(pk__in=_placed())
    }
    renditions.make_many([pk for pk in on_front if pk])


def _placed() -> list[int]:
    return list(Placement.objects.values_list("article_id", flat=True))


def _past(moment: Any) -> Any:
    """The copy tells days and hours; what would lie ahead today happened yesterday."""
    if moment is None or moment <= timezone.now():
        return moment
    return moment - timedelta(days=1)


def _draw(words: copy.Photo) -> Photo:
    data = BytesIO()
    pictures.draw(words.file).convert("RGB").save(data, "JPEG", quality=92)
    return add_photo(
        data.getvalue(),
        title=words.caption[:80],
        caption=words.caption,
        credit=words.credit,
        description=words.alt,
    )


def _table(block: Block) -> dict[str, Any]:
    return {
        "data": [list(row) for row in block.rows],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        "cell": [],
        "mergeCells": [],
        "hidden": None,
    }


def policy_html(blocks: Iterable[Block]) -> SafeString:
    """A policy's text as HTML."""
    tags = {"heading": "h2", "list": "ul"}
    rows = (
        (tags.get(block.kind, "p"), _inner(block), tags.get(block.kind, "p")) for block in blocks
    )
    return format_html_join("", "<{}>{}</{}>", rows)


def _inner(block: Block) -> SafeString:
    if block.kind == "list":
        return format_html_join("", "<li>{}</li>", ((item,) for item in block.items))
    return SafeString(escape(block.text))
