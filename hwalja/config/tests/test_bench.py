"""`hwalja bench costs`: what is measured, and that measuring leaves the paper as it was."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from hwalja.articles import bulk
from hwalja.articles.models import Article, Section
from hwalja.config import costs, sqlite
from hwalja.config.management.commands.bench import _row
from hwalja.press import clock
from hwalja.testing import Newsroom


@pytest.fixture
def paper(newsroom: Newsroom, settings: Any, tmp_path: Path, monkeypatch: Any) -> Newsroom:
    settings.HOME = tmp_path
    monkeypatch.setattr("hwalja.config.serve.readiness.home", lambda: None)
    monkeypatch.setattr("hwalja.config.serve.readiness.database", lambda: None)
    monkeypatch.setattr(costs, "WARM_UP", 0)
    monkeypatch.setattr(costs, "ROUNDS", 1)
    for number in range(101):
        article = newsroom.write(title=f"기사 {number}")
        article.tags.add("반도체")
        article.save_revision(user=newsroom.reporter).publish(user=newsroom.chief)
    return newsroom


def _measured() -> dict[str, Any]:
    said = StringIO()
    call_command("bench", "costs", "--json", stdout=said)
    return dict(json.loads(said.getvalue())["costs"])


@pytest.mark.slow  # Publishes a hundred articles first.
def test_only_a_paper_made_for_it_is_published_in(paper: Newsroom) -> None:
    before = list(Article.objects.order_by("pk").values_list("pk", "latest_revision"))
    found = _measured()
    assert {"기사", "1면", "하루", "태그의 한 달", "뉴스 사이트맵"} <= set(found)
    assert "편집 화면" not in found
    assert all(cost["size"] > 100 and cost["queries"] > 0 for cost in found.values()), found
    assert list(Article.objects.order_by("pk").values_list("pk", "latest_revision")) == before


@pytest.mark.slow
def test_measuring_a_bench_paper_leaves_its_articles(paper: Newsroom) -> None:
    Path(paper_home(), "bench.json").write_text("{}")
    before = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    found = _measured()
    assert {"기사 목록", "섹션 둘러보기", "편집 화면", "고쳐 내기", "새로 내기"} <= set(found)
    assert list(Article.objects.order_by("pk").values_list("pk", flat=True)) == before


def paper_home() -> Path:
    from django.conf import settings

    return Path(settings.HOME)


def test_columns_stand_under_each_other() -> None:
    rows = [_row(name, costs.Cost(1.5, 1.0, 2000, 3)) for name in ("1면", "기사 목록: 찾기")]
    widths = [len(row.encode("euc-kr")) for row in rows]
    assert widths[0] == widths[1]


@pytest.fixture
def grown(newsroom: Newsroom) -> None:
    """Two hundred articles, and few of all else."""
    now = timezone.now()
    stories = [bulk.Story(n, f"기사 {n}", "", "[]", now) for n in range(1, 201)]
    bulk.Layer().lay(newsroom.internet, stories)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL looks after its own figures")
def test_the_planner_is_told_every_hour_how_large_tables_are(grown: None) -> None:
    duty = next(duty for duty in clock.DUTIES if duty.run is sqlite.know_sizes)
    assert duty.every == 3600
    duty.run()
    # A few sections are read first, and not every page in the order of the tree.
    assert "SCAN wagtailcore_page" not in Section.objects.order_by("path").explain()
