"""Every change of the directory reaches every page on which it stands."""

import pytest

from hwalja.people.actions.edit import edit
from hwalja.people.actions.hide import hide, restore
from hwalja.people.actions.hide_fact import hide_facts
from hwalja.people.actions.load import load
from hwalja.people.actions.merge import merge
from hwalja.people.actions.split import split
from hwalja.people.actions.undo_merge import undo
from hwalja.people.models import Criteria, Post, Profile
from hwalja.people.records import Record
from hwalja.people.tests.cast import marks, organisation, person
from hwalja.press import door
from hwalja.press.marks import Order
from hwalja.press.on_demand import _press
from hwalja.press.tests.presses import Press
from hwalja.testing import Newsroom, make_photo

pytestmark = pytest.mark.slow


class Directory:
    """A few people and an organisation, all of their pages pressed."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self.maker = organisation()
        self.one, self.other = person(id="one"), person("강가온", id="other", title="이사")
        self.namesake = person(id="same", organisation="한내대", title="교수")
        Post.objects.filter(organisation_name="누리전자").update(organisation=self.maker.pk)
        press.run()
        for key in self.keys():
            _press(press.store, key)
        assert not press.drift()

    def keys(self) -> list[str]:
        found = [key for key in door.addresses() if key.startswith("/who/")]
        found += ["/sitemap.xml", *(f"/sitemaps/who-{part}.xml" for part in range(32))]
        for pk in Profile.objects.values_list("pk", flat=True):
            found += [f"/who/{pk}.json", f"/who/{pk}/feed/"]
        return found


@pytest.fixture
def directory(newsroom: Newsroom, press: Press) -> Directory:
    return Directory(press)


def _rename(pk: str, name: str) -> None:
    edit(pk, None, lambda: Profile.objects.filter(pk=pk).update(name=name))


CHANGES = {
    "renamed": lambda d: _rename("one", "한가람"),
    "organisation renamed": lambda d: _rename(d.maker.pk, "온누리전자"),
    "hidden": lambda d: hide("one", None, why="본인 요청"),
    "organisation hidden": lambda d: hide(d.maker.pk, None, why="요청"),
    "merged": lambda d: merge("one", "other", None, why="한 사람"),
    "split": lambda d: split("one", "강가람", [f"post:{_post()}"], None, why="다른 사람"),
    "fact hidden": lambda d: hide_facts("one", [f"post:{_post()}"], None, why="요청"),
    "criteria": lambda d: Criteria.load().save(),
    "loaded": lambda d: load(
        [Record("강가람", id="new"), Record("강가온", id="one")], None, document="새.json"
    ),
    "photo": lambda d: edit(
        "one", None, lambda: Profile.objects.filter(pk="one").update(photo=make_photo())
    ),
}


def _post() -> int:
    return Post.objects.get(profile="one").pk


@pytest.mark.parametrize("change", CHANGES)
def test_no_pressed_page_says_anything_else(directory: Directory, change: str) -> None:
    CHANGES[change](directory)
    directory.press.run()
    assert directory.press.drift() == []


def test_what_was_undone_is_pressed_too(directory: Directory) -> None:
    row = merge("one", "other", None, why="한 사람")
    directory.press.run()
    assert directory.press.status("/who/other/") == 301
    undo(row.pk, None, why="다른 사람")
    hide("same", None, why="요청")
    directory.press.run()
    assert directory.press.status("/who/other/") == 200
    assert directory.press.status("/who/same/") == 410
    restore("same", None, why="공인")
    directory.press.run()
    assert directory.press.drift() == []


def test_what_must_not_be_seen_goes_first(directory: Directory) -> None:
    with marks() as found:
        hide("one", None, why="본인 요청")
    first = {key for key, order in found.items() if order == Order.REMOVAL}
    assert first >= {"/who/one/", "/who/one.json", "/who/one/feed/", "/who/", "/who/by/강/"}
    assert first >= {"/who/same/", f"/who/{directory.maker.pk}/", "tag:who-one"}


def test_an_old_name_goes_first_from_where_it_stood(directory: Directory) -> None:
    with marks() as found:
        _rename("one", "한가람")
    assert found["/who/by/ㄱ/"] == found["/who/same/"] == Order.REMOVAL
    assert found["/who/by/ㅎ/"] == Order.FRONT


def test_forms_and_searches_are_never_pressed(directory: Directory) -> None:
    from hwalja.press.compose import Refused, compose

    for key in ("/who/search/?q=강", "/who/one/request/", "/who/one/on/?day=2020"):
        with pytest.raises(Refused):
            compose(key, 0)
