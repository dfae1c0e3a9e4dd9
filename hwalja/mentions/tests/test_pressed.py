"""What changes about those in a story is right on its pressed page at once."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import pytest

from hwalja.articles.models import Article
from hwalja.mentions.actions.accept import accept_sure
from hwalja.mentions.actions.reject import reject
from hwalja.mentions.models import Mention, Quotation
from hwalja.mentions.tests.cast import rewrite
from hwalja.people.actions.edit import edit
from hwalja.people.actions.hide import hide
from hwalja.people.actions.merge import merge
from hwalja.people.models import Profile
from hwalja.people.tests.cast import person
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom, make_photo

pytestmark = pytest.mark.slow

SOON = 5.0  # Seconds from the change to the page.
WORDS = "“서두르지 않겠다”"


@dataclass
class Pressed:
    """An article with people, its page and theirs pressed."""

    article: Article
    kang: Profile
    newsroom: Newsroom
    press: Press

    @property
    def page(self) -> str:
        return self.press.text(self.article.get_absolute_url())

    @property
    def strip(self) -> str:
        found = self.page.partition('<section class="named-here"')[2]
        return found.partition("</section>")[0]

    def mentions(self) -> list[str]:
        return [row.ref for row in Mention.objects.filter(name="강가람", stands=True)]


@pytest.fixture
def pressed(article: Article, kang: Profile, newsroom: Newsroom, press: Press) -> Pressed:
    press.run()
    found = Pressed(article, kang, newsroom, press)
    assert WORDS in found.strip
    return found


def _withdraw(p: Pressed) -> None:
    Article.objects.get(pk=p.article.pk).unpublish()


def _reject_words(p: Pressed) -> None:
    reject(p.article.pk, [Quotation.objects.get(text="서두르지 않겠다").ref], p.newsroom.desk)


def _reject_name(p: Pressed) -> None:
    reject(p.article.pk, p.mentions(), p.newsroom.desk)


def _portrait(p: Pressed) -> None:
    edit(p.kang.pk, None, lambda: Profile.objects.filter(pk=p.kang.pk).update(photo=make_photo()))


def _rename(p: Pressed) -> None:
    edit(p.kang.pk, None, lambda: Profile.objects.filter(pk=p.kang.pk).update(name="강가람솔"))


def _merge(p: Pressed) -> None:
    other = person("강가람", id="elder")
    Profile.objects.filter(pk="elder").update(created_at=p.kang.created_at.replace(year=2020))
    merge(other.pk, p.kang.pk, None, why="같은 사람")


Check = Callable[[Pressed], bool]
CHANGES: dict[str, tuple[Callable[[Pressed], object], Check]] = {
    "withdrawn": (_withdraw, lambda p: p.press.status(p.article.get_absolute_url()) == 410),
    "edited": (
        lambda p: rewrite(p.article, "서두르지 않겠다", "서둘러야 한다"),
        lambda p: "서둘러야 한다" in p.page and WORDS not in p.strip,
    ),
    "words rejected": (_reject_words, lambda p: WORDS not in p.strip and "강가람" in p.strip),
    "name rejected": (_reject_name, lambda p: f"/who/{p.kang.pk}/" not in p.page),
    "accepted": (
        lambda p: accept_sure(p.article.pk, p.newsroom.desk),
        lambda p: "내년에 공장을 짓겠다" in p.strip,
    ),
    "hidden": (
        lambda p: hide(p.kang.pk, None, why="본인 요청"),
        lambda p: f"/who/{p.kang.pk}/" not in p.page and WORDS not in p.strip,
    ),
    "merged": (_merge, lambda p: '"/who/elder/"' in p.page and f"/who/{p.kang.pk}/" not in p.page),
    "renamed": (_rename, lambda p: ">강가람솔</a>" in p.strip),
    "portrait": (_portrait, lambda p: "<img" in p.strip),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_page_is_right_within_five_seconds(pressed: Pressed, change: str) -> None:
    do, is_right = CHANGES[change]
    assert not is_right(pressed)
    do(pressed)
    begin = monotonic()
    pressed.press.run()
    assert is_right(pressed)
    assert monotonic() - begin <= SOON
    assert pressed.press.drift() == []
