"""The directory changes: articles already read follow."""

import pytest

from hwalja.articles.models import Article
from hwalja.mentions import known, shown
from hwalja.mentions.actions.change_person import change_person
from hwalja.mentions.models import Mention, Quotation, Reading, Relink
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.relinking import Relinking
from hwalja.people.actions.edit import edit
from hwalja.people.actions.merge import merge
from hwalja.people.actions.undo_merge import undo
from hwalja.people.models import Name, Profile
from hwalja.people.tests.cast import person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db


def follow() -> None:
    """What the analyst does of it."""
    directory = Directory(known.entries())
    for _ in Relinking(directory, Linker(directory)).steps():
        pass
    assert not Relink.objects.exists()


def rename(profile: Profile, alias: str) -> None:
    def change() -> None:
        Name.objects.filter(profile=profile).delete()
        if alias:
            row = Name(profile=profile, text=alias)
            row.settle()
            row.save()

    edit(profile.pk, None, change)


def test_an_alias_is_found_in_what_was_read(article: Article, nuri: Profile) -> None:
    moon = person("달보라", organisation="누리전자", title="연구원")
    follow()
    assert not Mention.objects.filter(proposed=moon).exists()
    rename(moon, "문보라")
    follow()
    row = Mention.objects.get(text="문보라")
    assert (row.name, row.status, row.candidates) == ("달보라", "linked", [moon.pk])
    assert [row.text for row in shown.quotations_of(moon)] == ["때가 됐다"]
    rename(moon, "")
    follow()
    row = Mention.objects.get(text="문보라")
    assert (row.name, row.status, row.proposed) == ("문보라", "new", None)
    assert not shown.quotations_of(moon).exists()


def test_a_name_that_nobody_read_is_read_again(article: Article) -> None:
    found = person("공장", title="")
    rename(found, "새해")
    follow()
    assert Reading.objects.get(pk=article.pk).state == Reading.WAITING


def test_a_name_that_is_shared_now_is_for_an_editor(article: Article, kang: Profile) -> None:
    assert shown.quotations_of(kang).exists()
    person("강가람", organisation="마루은행", title="행장")
    follow()
    assert Mention.objects.filter(text="강가람", tier=2).exists()
    assert not shown.quotations_of(kang).exists()


def test_a_merge_takes_everything_along_and_gives_it_back(
    article: Article, kang: Profile, newsroom: Newsroom
) -> None:
    other = person("강가람솔")
    row = Quotation.objects.get(text="때가 됐다")
    change_person(article.pk, row.ref, other.pk, newsroom.desk)
    assert [one.text for one in shown.quotations_of(other)] == ["때가 됐다"]
    done = merge(kang.pk, other.pk, None, why="같은 사람")
    assert len(shown.quotations_of(kang)) == 2
    assert [one.profile for one in shown.in_article(article).people] == [kang]
    follow()
    assert len(shown.quotations_of(kang)) == 2
    undo(done.pk, None, why="다른 사람")
    follow()
    assert [one.text for one in shown.quotations_of(other)] == ["때가 됐다"]
    assert [one.text for one in shown.quotations_of(kang)] == ["서두르지 않겠다"]
