"""The search index: a new headline is found, and costs no look at all the others."""

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch import index
from wagtail.search.models import IndexEntry

from hwalja.articles.models import Article
from hwalja.testing import Newsroom


def test_adding_one_reads_no_other(newsroom: Newsroom) -> None:
    article = newsroom.publish(title="강은전자 새 공장")
    with CaptureQueriesContext(connection) as asked:
        index.insert_or_update_object(article)
    assert not [row["sql"] for row in asked.captured_queries if "AVG(" in row["sql"]]
    assert list(Article.objects.autocomplete("강은")) == [article]
    assert list(Article.objects.search("공장")) == [article]


def test_building_it_anew_weighs_them_all(newsroom: Newsroom) -> None:
    short, long = (
        newsroom.publish(title="새 공장"),
        newsroom.publish(title="새 공장 " + "길다 " * 20),
    )
    call_command("update_index", verbosity=0)
    weight = dict(IndexEntry.objects.values_list("object_id", "title_norm"))
    assert weight[str(short.pk)] > weight[str(long.pk)]


def test_a_search_while_typing_asks_the_index_once(newsroom: Newsroom) -> None:
    rows = [newsroom.publish(title=title) for title in ("새 공장", "새 공장 새 공장", "새 공장 길")]
    for row in rows:
        index.insert_or_update_object(row)
    with CaptureQueriesContext(connection) as asked:
        found = list(Article.objects.autocomplete("새"))
    assert found == rows[::-1]
    assert [row["sql"].count(" MATCH ") + row["sql"].count(" @@ ") for row in asked] == [1]
