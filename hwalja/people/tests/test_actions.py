"""Every verb: what it changes, what it logs, who may do it."""

import pytest
from django.core.exceptions import PermissionDenied

from hwalja.people import entries, pieces, signals
from hwalja.people.actions.add import Taken, add
from hwalja.people.actions.edit import edit
from hwalja.people.actions.hide import NotNow, hide, restore
from hwalja.people.actions.hide_fact import hide_facts
from hwalja.people.actions.merge import merge, plan
from hwalja.people.actions.split import split
from hwalja.people.actions.undo_merge import undo
from hwalja.people.models import Fact, LogRow, Merge, Name, Post, Profile
from hwalja.people.records import Record
from hwalja.people.tests.cast import SAID, fresh, make_curator, organisation, person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.both


def ids() -> set[str]:
    return {row["id"] for row in entries.rows()}


def test_everything_added_has_its_source_and_a_log(db: None) -> None:
    profile = person(birthday="1970-02")
    for row in (profile, Post.objects.get(), Fact.objects.get()):
        assert (row.source_article, row.source_sentence) == (12, SAID)
    row = LogRow.objects.get()
    assert row.action == "add"
    assert row.after["이름"] == "강가람"
    assert "누리전자 대표" in row.after["자리"][0]


def test_an_id_given_is_kept_and_given_once(db: None) -> None:
    assert person(id="kang-1").pk == "kang-1"
    with pytest.raises(Taken):
        person(id="kang-1")


def test_a_change_says_what_was_before_and_after(newsroom: Newsroom) -> None:
    profile, curator = person(), make_curator()
    before = entries.version()
    edit(
        profile.pk,
        curator,
        lambda: Profile.objects.filter(pk=profile.pk).update(name="강가온"),
        why="이름을 바꿈",
    )
    row = LogRow.objects.filter(action="edit").get()
    assert (row.before, row.after) == ({"이름": "강가람"}, {"이름": "강가온"})
    assert (row.by, row.why) == (curator, "이름을 바꿈")
    assert fresh(profile).initials == "ㄱㄱㅇ"
    assert entries.version() > before


def test_a_change_of_nothing_leaves_no_trace(db: None) -> None:
    profile = person()
    before = entries.version()
    edit(profile.pk, None, lambda: None)
    assert entries.version() == before
    assert not LogRow.objects.filter(action="edit").exists()


def test_a_hidden_fact_leaves_the_directory_and_comes_back(db: None) -> None:
    profile = person(birthday="1970-02")
    born = f"fact:{Fact.objects.get().pk}"
    hide_facts(profile.pk, [born], None, why="본인 요청")
    assert next(entries.rows())["birthday"] == ""
    assert LogRow.objects.filter(action="hide_fact", why="본인 요청").exists()
    hide_facts(profile.pk, [born], None, why="다시", hidden=False)
    assert next(entries.rows())["birthday"] == "1970-02"


def test_facts_of_others_are_not_hidden(db: None) -> None:
    one, other = person(birthday="1970"), person("윤슬")
    hide_facts(other.pk, [piece.ref for piece in pieces.of(one)], None, why="잘못")
    assert not Fact.objects.get().hidden


def test_hidden_and_restored(db: None) -> None:
    profile = person()
    hide(profile.pk, None, why="본인 요청")
    assert ids() == set()
    with pytest.raises(NotNow):
        hide(profile.pk, None, why="또")
    restore(profile.pk, None, why="공인")
    assert ids() == {profile.pk}


def test_the_older_id_stays_whichever_is_named_first(db: None) -> None:
    old, new = person(id="zz"), person("강가람", title="이사", id="aa")
    row = merge("aa", "zz", None, why="한 사람")
    assert (row.kept_id, row.other_id) == ("zz", "aa")
    assert ids() == {"zz"}
    assert fresh(new).merged_into_id == "zz"
    assert {post.title for post in Post.objects.filter(profile=old)} == {"대표", "이사"}


def test_a_merge_keeps_one_of_what_both_have(db: None) -> None:
    one, other = person(birthday="1970"), person("강 가람", birthday="1970")
    made = plan(one, other)
    assert len(made.left) == 2
    assert made.lines == []
    assert made.name == ""
    merge(one.pk, other.pk, None, why="한 사람")
    assert next(entries.rows())["aliases"] == []
    assert Post.objects.filter(profile=one).count() == 1


def test_merged_of_merged_leads_straight_on(db: None) -> None:
    first, second, third = (person(name) for name in ("강가람", "강가온", "강가윤"))
    merge(second.pk, third.pk, None, why="한 사람")
    merge(first.pk, second.pk, None, why="한 사람")
    assert fresh(third).merged_into_id == first.pk
    assert next(entries.rows())["aliases"] == ["강가윤", "강가온"]


def test_a_merge_is_undone_exactly(db: None) -> None:
    one, other = person(), person("강가온", title="이사", birthday="1970")
    maker = organisation()
    Post.objects.filter(profile=other).update(organisation=maker)
    before = sorted(map(str, entries.rows()))
    row = merge(one.pk, other.pk, None, why="한 사람")
    assert len(list(entries.rows())) == 2
    undo(row.pk, None, why="다른 사람")
    assert sorted(map(str, entries.rows())) == before
    with pytest.raises(NotNow):
        undo(row.pk, None, why="또")


def test_of_two_merges_the_later_is_undone_first(db: None) -> None:
    first, second, third = (person(name) for name in ("강가람", "강가온", "강가윤"))
    early = merge(second.pk, third.pk, None, why="한 사람")
    late = merge(first.pk, second.pk, None, why="한 사람")
    with pytest.raises(NotNow):
        undo(early.pk, None, why="다른 사람")
    undo(late.pk, None, why="다른 사람")
    assert fresh(third).merged_into_id == second.pk
    undo(early.pk, None, why="다른 사람")
    assert ids() == {first.pk, second.pk, third.pk}


def test_those_who_cannot_be_merged(db: None) -> None:
    one, other, maker = person(), person("강가온"), organisation()
    hide(other.pk, None, why="본인 요청")
    for two in (one, other, maker):
        with pytest.raises(NotNow):
            merge(one.pk, two.pk, None, why="?")
    assert not Merge.objects.exists()


def test_members_follow_a_merged_organisation(db: None) -> None:
    one, other = organisation(), organisation("누리전자 주식회사")
    post = Post.objects.filter(profile=person())
    post.update(organisation=other)
    row = merge(one.pk, other.pk, None, why="한 회사")
    assert post.get().organisation_id == one.pk
    undo(row.pk, None, why="다른 회사")
    assert post.get().organisation_id == other.pk


def test_a_split_gives_the_chosen_facts_to_a_new_profile(db: None) -> None:
    profile = person(birthday="1970")
    Post.objects.create(profile=profile, title="가수")
    chosen = f"post:{Post.objects.get(title='가수').pk}"
    row = split(profile.pk, "강가람", [chosen], None, why="다른 사람")
    assert [post.title for post in Post.objects.filter(profile=row.other)] == ["가수"]
    assert [post.title for post in Post.objects.filter(profile=profile)] == ["대표"]
    assert ids() == {profile.pk, row.other_id}
    undo(row.pk, None, why="한 사람")
    assert Post.objects.filter(profile=profile).count() == 2
    assert fresh(row.other).merged_into_id == profile.pk


def test_a_split_of_nothing_is_none(db: None) -> None:
    profile, other = person(), person("윤슬")
    theirs = [piece.ref for piece in pieces.of(other)]
    with pytest.raises(NotNow):
        split(profile.pk, "강가람", theirs, None, why="?")
    assert ids() == {profile.pk, other.pk}


def test_the_rooms_above_hear_of_a_merge_within_its_transaction(db: None) -> None:
    heard = []

    def hear(sender: type, **told: object) -> None:
        heard.append((told["kept"], told["other"], told["undone"]))

    signals.profiles_merged.connect(hear)
    try:
        one, other = person(), person("강가온")
        row = merge(one.pk, other.pk, None, why="한 사람")
        undo(row.pk, None, why="다른 사람")
    finally:
        signals.profiles_merged.disconnect(hear)
    assert heard == [(one, other, False), (one, other, True)]


VERBS = {
    "add": lambda one, two, user: add(Record("하늬"), user),
    "edit": lambda one, two, user: edit(one.pk, user, lambda: Name.objects.all().delete()),
    "hide": lambda one, two, user: hide(one.pk, user, why="?"),
    "hide_fact": lambda one, two, user: hide_facts(one.pk, ["photo"], user, why="?"),
    "merge": lambda one, two, user: merge(one.pk, two.pk, user, why="?"),
    "split": lambda one, two, user: split(
        one.pk, "하늬", [piece.ref for piece in pieces.of(one)], user, why="?"
    ),
}


@pytest.mark.parametrize("verb", VERBS)
def test_who_may_do_what(newsroom: Newsroom, verb: str) -> None:
    one, two, curator = person(), person("윤슬"), make_curator()
    for user in (newsroom.reporter, newsroom.desk, newsroom.photographer, newsroom.moderator):
        with pytest.raises(PermissionDenied):
            VERBS[verb](one, two, user)
    VERBS[verb](one, two, curator)


def test_the_chief_may_do_what_curators_do(newsroom: Newsroom) -> None:
    one, two = person(), person("윤슬")
    merge(one.pk, two.pk, newsroom.chief, why="한 사람")
    assert newsroom.chief.has_perm("people.change_criteria")
    assert not make_curator().has_perm("people.change_criteria")
