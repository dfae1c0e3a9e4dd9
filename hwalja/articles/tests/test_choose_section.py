"""From the list of articles to the editor of a new one."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from hwalja.accounts.models import User
from hwalja.articles.actions.trash import trash
from hwalja.articles.models import Section
from hwalja.testing import Newsroom, make_user

Enter = Callable[[User], Client]
CHOOSE = "/admin/articles/choose_parent/"


def _editor(section: Section) -> str:
    return reverse("wagtailadmin_pages:add", args=("articles", "article", section.pk))


def test_the_list_leads_there(newsroom: Newsroom, enter: Enter) -> None:
    page = enter(newsroom.reporter).get(reverse("articles:index")).content.decode()
    assert f'href="{CHOOSE}"' in page


def test_who_may_write_in_one_section_is_in_the_editor(newsroom: Newsroom, enter: Enter) -> None:
    assert enter(newsroom.other_desk).get(CHOOSE).headers["location"] == _editor(newsroom.finance)


def test_who_may_write_in_several_chooses_in_the_papers_order(
    newsroom: Newsroom, enter: Enter
) -> None:
    page = enter(newsroom.reporter).get(CHOOSE)
    text = page.content.decode()
    places = [
        text.index(f'href="{_editor(section)}"')
        for section in (newsroom.industry, newsroom.internet, newsroom.finance)
    ]
    assert places == sorted(places) and text.count("w-ml-8") == 1
    assert page.context["sections"][1].title == "인터넷·게임·콘텐츠"


def test_only_where_one_may_write(newsroom: Newsroom, enter: Enter) -> None:
    text = enter(newsroom.desk).get(CHOOSE).content.decode()
    assert _editor(newsroom.internet) in text and _editor(newsroom.finance) not in text


@pytest.mark.parametrize("superuser", [False, True])
def test_the_trash_is_no_section(newsroom: Newsroom, enter: Enter, superuser: bool) -> None:
    user = make_user("boss", "남주인", is_superuser=True) if superuser else newsroom.chief
    trash(newsroom.write(), newsroom.chief)
    found = enter(user).get(CHOOSE).context["sections"]
    assert {section.title for section in found} == {"기업과산업", "인터넷·게임·콘텐츠", "금융"}


def test_a_paper_without_sections_says_so(newsroom: Newsroom, enter: Enter) -> None:
    for section in (newsroom.internet, newsroom.industry, newsroom.finance):
        Section.objects.get(pk=section.pk).delete()
    add = reverse("wagtailadmin_pages:add", args=("articles", "section", newsroom.front.pk))
    for who, may_add in ((newsroom.chief, True), (newsroom.reporter, False)):
        page = enter(who).get(CHOOSE).content.decode()
        assert "섹션이 없습니다" in page and (add in page) == may_add
