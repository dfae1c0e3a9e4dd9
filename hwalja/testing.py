"""The named cast of every test: a small newsroom, its paper, its readers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image

from hwalja.accounts.models import User
from hwalja.articles import roles
from hwalja.articles.actions.found import found
from hwalja.articles.blocks import put_away
from hwalja.articles.models import Article, FrontPage, Reporter, Section
from hwalja.comments.models import Standing
from hwalja.comments.roles import MODERATORS
from hwalja.media.models import Photo
from hwalja.press import shared
from hwalja.testing_rows import Once
from hwalja.testing_template import commits

PASSWORD = "correct-horse-활자-42"


@dataclass
class Newsroom:
    """A founded paper: a section with a sub-section, another section, and their people.

    `desk` runs 기업과산업, `other_desk` runs 금융; nobody is a superuser. `blocked` is a reader
    with an account whom a moderator has banned.
    """

    front: FrontPage
    industry: Section
    internet: Section
    finance: Section
    kim: Reporter
    reporter: User
    desk: User
    other_desk: User
    chief: User
    photographer: User
    moderator: User
    blocked: User

    def write(self, section: Section | None = None, **fields: Any) -> Article:
        """A draft with a byline and two paragraphs; never published."""
        fields.setdefault("title", "강은전자, 새 공장에 1조 원 투자")
        fields.setdefault("body", [("paragraph", "<p>첫 문단입니다.</p><p>둘째 문단입니다.</p>")])
        fields.setdefault("owner", self.reporter)
        article = Article(live=False, **fields)
        article.bylines.add(article.bylines.model(reporter=self.kim))
        (section or self.internet).add_child(instance=article)
        article.save_revision(user=self.reporter)
        return article

    def publish(self, section: Section | None = None, **fields: Any) -> Article:
        """A published article, as its database row now stands."""
        article = self.write(section, **fields)
        article.get_latest_revision().publish(user=self.chief)
        return Article.objects.get(pk=article.pk)


def make_user(username: str, name: str, *groups: Group, **fields: Any) -> User:
    user = User(
        username=username,
        last_name=name[0],
        first_name=name[1:],
        email=f"{username}@paper.example",
        **fields,
    )
    user.set_password(PASSWORD)
    user.save()
    user.groups.set(groups)
    return user


def make_section(parent: FrontPage | Section, title: str, slug: str) -> Section:
    section = parent.add_child(instance=Section(title=title, slug=slug))
    section.save_revision().publish()
    return Section.objects.get(pk=section.pk)


def make_photo(title: str = "공장", size: tuple[int, int] = (1600, 1000), **fields: Any) -> Photo:
    data = BytesIO()
    Image.new("RGB", size, "#8899aa").save(data, "JPEG")
    file = ImageFile(BytesIO(data.getvalue()), name=f"{title}.jpg")
    return Photo.objects.create(title=title, file=file, **fields)


@pytest.fixture(autouse=True)
def _plain_static(settings: Any) -> None:
    """Tests read static files where they lie; hashed names are for a prepared home."""
    storages = {**settings.STORAGES}
    storages["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = storages
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _forget_parts() -> Iterator[None]:
    """A rolled-back test must not leave its parts, or a page's photos, behind in this process."""
    shared.forget_everything()
    put_away()
    yield
    shared.forget_everything()
    put_away()


@pytest.fixture
def newsroom(request: pytest.FixtureRequest, db: None) -> Newsroom:
    # Where a test commits, the database was laid anew, and counts from the beginning.
    made: Newsroom = make_newsroom() if commits(request.node) else NEWSROOM()
    return made


def make_newsroom() -> Newsroom:
    front = found()
    industry = make_section(front, "기업과산업", "industry")
    internet = make_section(industry, "인터넷·게임·콘텐츠", "internet")
    finance = make_section(front, "금융", "finance")
    group = {row.name: row for row in Group.objects.all()}
    reporter = make_user("kim", "김하늘", group[roles.REPORTERS])
    blocked = make_user("noh", "노을")
    Standing.objects.create(
        person=f"u{blocked.pk}", name="노을", kind=Standing.BANNED, reason="욕설·혐오"
    )
    return Newsroom(
        front=FrontPage.objects.get(pk=front.pk),
        industry=Section.objects.get(pk=industry.pk),
        internet=internet,
        finance=finance,
        kim=Reporter.objects.create(
            name="김하늘", slug="kim", email="kim@paper.example", user=reporter
        ),
        reporter=reporter,
        desk=make_user("lee", "이바다", group["데스크 · 기업과산업"]),
        other_desk=make_user("jung", "정들", group["데스크 · 금융"]),
        chief=make_user("choi", "최산", group[roles.CHIEF]),
        photographer=make_user("park", "박구름", group[roles.PHOTOGRAPHERS]),
        moderator=make_user("seo", "서린", group[MODERATORS]),
        blocked=blocked,
    )


NEWSROOM = Once(make_newsroom)


@pytest.fixture
def enter(db: None) -> Callable[[User], Client]:
    """`enter(newsroom.desk)`: the newsroom's doors open for that person."""

    def as_(user: User) -> Client:
        found = Client()
        found.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return found

    return as_


@pytest.fixture
def reader() -> Client:
    """A reader: no account, no cookie."""
    return Client()
