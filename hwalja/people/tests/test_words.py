"""Dates, ids and names by themselves."""

import pytest

from hwalja.people import ids, naming, partial, search


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1958", "1958"),
        ("1958-5", "1958-05"),
        ("19580512", "1958-05-12"),
        ("1958.05.12.", "1958-05-12"),
        ("18740000", "1874"),
        ("19130500", "1913-05"),
    ],
)
def test_dates_are_read_as_far_as_they_go(text: str, read: str) -> None:
    assert partial.read(text) == read


@pytest.mark.parametrize("text", ["", "58", "2020-13", "2021-02-29", "어제", "2020-05-12-1"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        partial.read(text)


def test_dates_are_said_as_they_are_known() -> None:
    assert partial.said("2020-05") == "2020년 5월"
    assert partial.said("2020-05-07") == "2020년 5월 7일"
    assert partial.said("") == ""


@pytest.mark.parametrize(
    ("since", "until", "on", "held"),
    [
        ("2020-03", "2022", "2021", True),
        ("2020-03", "2022", "2020-03-15", True),
        ("2020-03", "2022", "2020-02", False),
        # Within the year that is known, it may still have been so.
        ("2020-03", "2022", "2022-11", True),
        ("2020-03", "2022", "2023", False),
        ("2020-03", "", "2026-11-29", True),
        ("", "2019-06", "2019-07", False),
        ("", "", "1999", True),
        ("2020-03", "", "2020", True),
    ],
)
def test_a_post_covers_a_date(since: str, until: str, on: str, held: bool) -> None:
    assert partial.covers(since, until, on) is held


def test_ids_are_pieces_of_an_address() -> None:
    assert all(map(ids.is_id, ["19581139", "P-1", "Q_42", "가람", "a:b", "x.y", ids.new()]))
    assert not any(map(ids.is_id, ["", "a b", "a/b", "a?b", "search", "x" * 65, ".", "a.json"]))


def test_the_same_words_have_the_same_id() -> None:
    assert ids.of_content("person", "강가람", "") == ids.of_content("person", "강가람", "")
    assert ids.of_content("person", "강가람", "") != ids.of_content("person", "강", "가람")
    assert ids.is_id(ids.of_content("person", "강가람", ""))


def test_names_are_folded_and_shelved() -> None:
    assert naming.fold("Gang, Ga-Ram") == naming.fold("gang garam")
    assert naming.initials("강 가람") == "ㄱㄱㄹ"
    assert [naming.shelf(name) for name in ("강가람", "까치", "Nuri", "3M", "姜")] == [
        "ㄱ",
        "ㄱ",
        "N",
        naming.OTHERS,
        naming.OTHERS,
    ]
    assert [naming.head(name) for name in ("강가람", "nuri", "3M")] == ["강", "N", "3"]


def test_other_names_are_known_by_their_script() -> None:
    told = {"姜가람": "alias", "姜佳藍": "hanja", "Garam Gang": "english", "가람이": "alias"}
    assert {name: naming.kind_of(name) for name in told} == told


def test_a_letter_stands_for_a_syllable() -> None:
    assert search.holds("강가람", "ㄱㄱㄹ")
    assert search.holds("강가람", "강ㄱ")
    assert search.holds("강가람", "가ㄹ")
    assert not search.holds("강가람", "강ㄴ")
    assert not search.holds("강가람", "ㄱㄱㄹㅁ")
