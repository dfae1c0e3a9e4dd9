"""Role × action: who may do what, through the admin's own pages."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from hwalja.accounts.models import User
from hwalja.articles import roles
from hwalja.articles.actions.appoint import appoint
from hwalja.articles.models import Article, BreakingNews, Section
from hwalja.articles.tests.forms import article_form, section_form
from hwalja.testing import PASSWORD, Newsroom, make_section, make_user

pytestmark = [pytest.mark.slow, pytest.mark.both]

Enter = Callable[[User], Client]
EVERYBODY = ("reporter", "colleague", "desk", "other_desk", "chief", "photographer")


def _page(name: str, *args: object) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def _draft(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def create(newsroom: Newsroom, client: Client) -> bool:
    url = _page("add", "articles", "article", newsroom.internet.pk)
    client.post(url, article_form(title="새로 쓴 기사"))
    return Article.objects.filter(title="새로 쓴 기사").exists()


def create_and_publish(newsroom: Newsroom, client: Client) -> bool:
    url = _page("add", "articles", "article", newsroom.internet.pk)
    client.post(url, article_form(title="바로 낸 기사", **{"action-publish": "1"}))
    return Article.objects.published().filter(title="바로 낸 기사").exists()


def edit(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(_page("edit", article.pk), article_form(title="고친 제목"))
    return _draft(article).title == "고친 제목"


def publish(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(_page("edit", article.pk), article_form(**{"action-publish": "1"}))
    return Article.objects.published().filter(pk=article.pk).exists()


def bulk_publish(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    client.post(f"{url}?id={article.pk}", {})
    return Article.objects.published().filter(pk=article.pk).exists()


def api_publish(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(f"/admin/api/main/pages/{article.pk}/action/publish/")
    return Article.objects.published().filter(pk=article.pk).exists()


def unpublish(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.publish()
    client.post(_page("unpublish", article.pk))
    return not Article.objects.published().filter(pk=article.pk).exists()


def delete_draft(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(_page("delete", article.pk))
    return not Article.objects.child_of(newsroom.internet).filter(pk=article.pk).exists()


def delete_live(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.publish()
    client.post(_page("delete", article.pk))
    return not Article.objects.child_of(newsroom.internet).filter(pk=article.pk).exists()


def move(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(_page("move_confirm", article.pk, newsroom.finance.pk))
    return Article.objects.child_of(newsroom.finance).filter(pk=article.pk).exists()


def lock(newsroom: Newsroom, client: Client) -> bool:
    article = newsroom.write()
    client.post(_page("lock", article.pk))
    article.refresh_from_db()
    return article.locked


def add_section(newsroom: Newsroom, client: Client) -> bool:
    client.post(_page("add", "articles", "section", newsroom.front.pk), section_form())
    return Section.objects.filter(slug="estate").exists()


def add_subsection(newsroom: Newsroom, client: Client) -> bool:
    client.post(_page("add", "articles", "section", newsroom.industry.pk), section_form())
    return Section.objects.filter(slug="estate").exists()


def edit_section(newsroom: Newsroom, client: Client) -> bool:
    client.post(_page("edit", newsroom.internet.pk), section_form(title="통신", slug="internet"))
    return _draft(newsroom.internet).title == "통신"


def delete_section(newsroom: Newsroom, client: Client) -> bool:
    client.post(_page("delete", newsroom.internet.pk))
    return not Section.objects.filter(pk=newsroom.internet.pk).exists()


def open_front(newsroom: Newsroom, client: Client) -> bool:
    return client.get(_page("edit", newsroom.front.pk)).status_code == 200


def settings(newsroom: Newsroom, client: Client) -> bool:
    url = reverse("wagtailsettings:edit", args=("masthead", "masthead"))
    return client.get(url, follow=True).redirect_chain[-1:] != [("/admin/", 302)]


def users(newsroom: Newsroom, client: Client) -> bool:
    return client.get(reverse("wagtailusers_users:index")).status_code == 200


def photos(newsroom: Newsroom, client: Client) -> bool:
    return client.get(reverse("wagtailimages:add")).status_code == 200


WRITERS = {"reporter", "colleague", "desk", "chief"}
MATRIX: dict[Callable[[Newsroom, Client], bool], set[str]] = {
    create: WRITERS,
    create_and_publish: {"desk", "chief"},
    edit: {"reporter", "desk", "chief"},
    publish: {"desk", "chief"},
    bulk_publish: {"desk", "chief"},
    api_publish: set(),
    unpublish: {"desk", "chief"},
    delete_draft: {"reporter", "desk", "chief"},
    delete_live: {"desk", "chief"},
    move: {"reporter", "chief"},
    lock: {"desk", "chief"},
    add_section: {"chief"},
    add_subsection: {"chief"},
    edit_section: {"chief"},
    delete_section: {"chief"},
    open_front: {"chief"},
    settings: {"chief"},
    users: {"chief"},
    photos: set(EVERYBODY),
}


@pytest.mark.parametrize("action", MATRIX, ids=lambda action: action.__name__)
def test_who_may(
    newsroom: Newsroom, enter: Enter, action: Callable[[Newsroom, Client], bool]
) -> None:
    colleague = make_user("oh", "오솔길", Group.objects.get(name=roles.REPORTERS))
    people = {name: getattr(newsroom, name, colleague) for name in EVERYBODY}
    # The permitted come last: what they change must not stand in for what others could.
    order = sorted(people, key=lambda name: name in MATRIX[action])
    for name in order:
        done = action(newsroom, enter(people[name]))
        assert done == (name in MATRIX[action]), f"{action.__name__} by {name}"
        if done and action in (create, create_and_publish):
            Article.objects.filter(title__contains="기사").delete()
        if done and action in (add_section, add_subsection):
            Section.objects.filter(slug="estate").delete()


def test_nobody_without_a_role_enters(newsroom: Newsroom, enter: Enter) -> None:
    stranger = make_user("none", "무명씨")
    assert enter(stranger).get("/admin/").status_code in (302, 403)


def test_a_section_brings_its_desk_and_takes_it_along(newsroom: Newsroom) -> None:
    section = make_section(newsroom.front, "문화", "culture")
    group = Group.objects.get(name="데스크 · 문화")
    assert section.get_workflow().name == "기자 → 데스크 · 문화"
    section.title = "문화·연예"
    section.save_revision().publish()
    group.refresh_from_db()
    assert group.name == "데스크 · 문화·연예"
    assert section.desk.task.__class__.objects.get(pk=section.desk.task_id).name == group.name
    Section.objects.get(pk=section.pk).delete()
    assert not Group.objects.filter(pk=group.pk).exists()


def test_a_subsection_has_its_parents_desk(newsroom: Newsroom) -> None:
    assert not hasattr(newsroom.internet, "desk")
    assert newsroom.internet.get_workflow() == newsroom.industry.desk.workflow


def test_a_section_that_moves_beneath_another_loses_its_desk(newsroom: Newsroom) -> None:
    newsroom.finance.move(newsroom.industry, pos="last-child")
    assert not Group.objects.filter(name="데스크 · 금융").exists()
    moved = Section.objects.get(pk=newsroom.finance.pk)
    moved.move(newsroom.front, pos="last-child")
    assert Section.objects.get(pk=moved.pk).desk.group.name == "데스크 · 금융"


def test_two_sections_of_one_title_have_two_desks(newsroom: Newsroom) -> None:
    other = make_section(newsroom.front, "금융", "money")
    assert other.desk.group_id != newsroom.finance.desk.group_id


def test_appointing_again_changes_nothing(newsroom: Newsroom) -> None:
    group = Group.objects.get(name=roles.REPORTERS)
    group.permissions.clear()
    appoint()
    assert not group.permissions.exists()
    assert Group.objects.count() == 7
    assert not BreakingNews.objects.exists()


def test_the_chief_makes_accounts_but_not_operators(newsroom: Newsroom, enter: Enter) -> None:
    operator = make_user("root", "운영자", is_superuser=True)
    client = enter(newsroom.chief)
    edit = reverse("wagtailusers_users:edit", args=(operator.pk,))
    data = {
        "username": "root",
        "email": "x@paper.example",
        "first_name": "자",
        "last_name": "운영",
        "password1": "taken-over-12345",
        "password2": "taken-over-12345",
        "is_active": "on",
    }
    client.post(edit, data)
    client.post(reverse("wagtailusers_users:delete", args=(operator.pk,)))
    bulk = reverse("wagtail_bulk_action", args=("accounts", "user", "delete"))
    client.post(f"{bulk}?id={operator.pk}&next=/admin/")
    operator.refresh_from_db()
    assert operator.check_password(PASSWORD)
    url = reverse("wagtailusers_users:add")
    client.post(
        url, {**data, "username": "han", "email": "han@paper.example", "is_superuser": "on"}
    )
    assert not User.objects.filter(username="han").exists()
    made = {**data, "username": "han", "email": "han@paper.example"}
    client.post(url, made)
    han = User.objects.get(username="han")
    edit = reverse("wagtailusers_users:edit", args=(han.pk,))
    client.post(edit, {**made, "is_superuser": "on"})
    han.refresh_from_db()
    assert not han.is_superuser


@pytest.mark.slow
def test_a_draft_is_read_only_by_those_who_work_on_it(newsroom: Newsroom, enter: Enter) -> None:
    article = newsroom.write(body=[("paragraph", "<p>비밀본문</p>")])
    article.deck = "비밀부제"
    revision = article.save_revision(user=newsroom.reporter)
    article.get_workflow().start(article, newsroom.reporter)
    state = article.current_workflow_task_state
    pk = article.pk
    urls = [
        *(_page(name, pk) for name in ("edit", "view_draft", "preview_on_edit", "copy", "delete")),
        *(_page(name, pk) for name in ("history", "workflow_history", "usage", "revisions_index")),
        _page("revisions_view", pk, revision.pk),
        _page("revisions_revert", pk, revision.pk),
        _page("revisions_compare", pk, "earliest", "latest"),
        _page("workflow_preview", pk, state.task_id),
        f"/admin/api/main/pages/{pk}/?fields=*",
        reverse("articles:index") + "?q=1",
        "/admin/",
    ]
    colleague = make_user("oh", "오솔길", Group.objects.get(name=roles.REPORTERS))
    for user in (colleague, newsroom.other_desk, newsroom.photographer):
        client = enter(user)
        for url in urls:
            page = client.get(url).content.decode()
            assert "비밀본문" not in page and "비밀부제" not in page, (user.username, url)
    seen = enter(newsroom.desk).get(_page("view_draft", pk)).content.decode()
    assert "비밀본문" in seen and "비밀부제" in seen
