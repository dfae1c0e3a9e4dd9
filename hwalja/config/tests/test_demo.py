"""The demo newspaper, laid out for real."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import Client

from hwalja.articles.models import Article, Section


@pytest.mark.slow
@pytest.mark.django_db
def test_demo_fills_an_empty_paper_once(reader: Client) -> None:
    said = StringIO()
    call_command("demo", stdout=said)
    assert Article.objects.published().count() >= 150
    front = reader.get("/").content.decode()
    assert "활자경제" in front and front.count("<img") >= 5
    for section in Section.objects.all():
        assert reader.get(section.get_absolute_url()).status_code == 200
    log_ins = [line.split()[-2:] for line in said.getvalue().splitlines() if line.startswith("  ")]
    assert len(log_ins) == 5
    for username, password in log_ins:
        assert authenticate(username=username, password=password) is not None
    articles = Article.objects.count()
    call_command("demo", stdout=StringIO())
    assert Article.objects.count() == articles
