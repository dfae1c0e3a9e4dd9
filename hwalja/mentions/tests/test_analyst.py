"""The analyst reads what waits, whatever becomes of one article."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from hwalja.articles.models import Article
from hwalja.mentions import archive, desk, drafts, shown, summons, waiting
from hwalja.mentions.analyst import Analyst
from hwalja.mentions.management.commands.analyst import work
from hwalja.mentions.models import Mention, Quotation, Reading
from hwalja.mentions.reading.tests.reading import splitter
from hwalja.people.models import Profile
from hwalja.people.tests.cast import person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db
COPY = "<p>홍가람 나래건설 대표는 “공사를 서두르지 않겠다”고 12일 말했다. 홍 대표는 내년에 마친다고 밝혔다.</p>"


@pytest.fixture
def hong() -> Profile:
    return person("홍가람", organisation="나래건설")


@pytest.fixture
def analyst() -> Analyst:
    return Analyst(splitter())


def publish(newsroom: Newsroom, copy: str = COPY) -> Article:
    return newsroom.publish(title="나래건설 새 공사", body=[("paragraph", copy)])


def state(article: Article) -> str:
    return Reading.objects.get(pk=article.pk).state


def test_a_published_article_is_read(newsroom: Newsroom, hong: Profile, analyst: Analyst) -> None:
    article = publish(newsroom)
    work(analyst, threading.Event(), stays=0)
    assert state(article) == Reading.READ
    assert [row.text for row in shown.quotations_of(hong)] == ["공사를 서두르지 않겠다"]
    assert {item.found.text for item in desk.of_article(article.pk).sure} >= {"홍"}


def test_reading_again_changes_nothing(newsroom: Newsroom, hong: Profile, analyst: Analyst) -> None:
    article = publish(newsroom)
    analyst.read(article.pk)
    before = [list(model.objects.values()) for model in (Mention, Quotation)]
    analyst.read(article.pk)
    assert [list(model.objects.values()) for model in (Mention, Quotation)] == before


def test_one_that_fails_stops_no_other(newsroom: Newsroom) -> None:
    bad, good = publish(newsroom), publish(newsroom)

    def refuse(text: str) -> Any:
        if text == "고장":
            raise ValueError("못 읽는 글")
        return splitter()(text)

    analyst = Analyst(refuse)
    Article.objects.filter(pk=bad.pk).update(title="고장")
    while analyst.step():
        pass
    assert (state(bad), state(good)) == (Reading.FAILED, Reading.READ)
    assert Reading.objects.get(pk=bad.pk).fault == "ValueError: 못 읽는 글"


def test_one_that_takes_the_process_down_is_given_up(newsroom: Newsroom, analyst: Analyst) -> None:
    article = publish(newsroom)
    Reading.objects.filter(pk=article.pk).update(tries=2)
    assert analyst.step() and not analyst.step()
    assert state(article) == Reading.FAILED


def test_what_was_just_published_goes_before_the_archive(newsroom: Newsroom) -> None:
    old, new = publish(newsroom), publish(newsroom)
    Reading.objects.filter(pk=new.pk).update(turn=Reading.ARCHIVE)
    assert waiting.next_one() == old.pk
    Reading.objects.filter(pk=old.pk).update(turn=Reading.ARCHIVE)
    assert waiting.next_one() == new.pk


def test_a_draft_is_read_when_it_is_sent_to_the_desk(
    newsroom: Newsroom, hong: Profile, analyst: Analyst
) -> None:
    article = newsroom.write(title="나래건설 새 공사", body=[("paragraph", COPY)])
    assert not Reading.objects.exists()
    drafts.ask(article)
    assert analyst.step()
    assert Quotation.objects.filter(public=True, article=article.pk).exists()
    assert not shown.quotations_of(hong).exists()
    article.get_latest_revision().publish()
    assert shown.quotations_of(hong).exists()


def test_the_whole_archive_is_read_and_taken_up_again(
    newsroom: Newsroom, hong: Profile, analyst: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "Analyst", lambda: analyst)
    articles = [publish(newsroom) for _ in range(3)]
    Reading.objects.all().delete()
    assert archive.ask_all() == 3
    analyst.read(articles[0].pk)
    assert archive.ask_all() == 2
    lines: list[str] = []
    archive.read_all(lines.append)
    assert lines == [lines[0]] and lines[0].startswith("기사 2/2 (100%)")
    assert {state(article) for article in articles} == {Reading.READ}


def test_the_command_wants_files_or_all() -> None:
    with pytest.raises(CommandError, match="--all"):
        call_command("analyse")
    with pytest.raises(CommandError, match="--all"):
        call_command("analyse", "a.txt", "--all")


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.HOME, settings.ANALYST = tmp_path, True
    yield


@pytest.mark.usefixtures("home")
def test_the_analyst_is_called_only_where_there_is_work(newsroom: Newsroom, settings: Any) -> None:
    summons.summon()
    assert not summons.file().exists()
    publish(newsroom)
    settings.ANALYST = False
    summons.summon()
    assert not summons.file().exists()
    settings.ANALYST = True
    summons.summon()
    assert summons.file().exists()


@pytest.mark.slow
def test_a_web_worker_loads_no_analyser() -> None:
    """The application with every address it answers, and no trace of the analyser or numpy."""
    code = (
        "import sys, hwalja.config.wsgi;"
        "from django.urls import get_resolver;"
        "get_resolver().url_patterns;"
        "print([name for name in ('kiwipiepy', 'kiwipiepy_model', 'pycrfsuite') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
