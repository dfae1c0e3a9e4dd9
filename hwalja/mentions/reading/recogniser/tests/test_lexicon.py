"""What the lexicon knows, and the features made of it."""

import pytest

from hwalja.mentions.reading.recogniser.features import features
from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.names import given_names, is_full
from hwalja.mentions.reading.recogniser.training.forms import Form, kinds, people_and_things
from hwalja.mentions.reading.recogniser.training.words import LongName, places
from hwalja.mentions.reading.recogniser.units import units
from hwalja.mentions.reading.shapes import Token

TEXT = "마루시 나래구 김가온 씨"
TOKENS = [
    Token("마루", "NNP", 0, 2),
    Token("시", "NNG", 2, 3),
    Token("나래", "NNG", 4, 6),
    Token("구", "NNG", 6, 7),
    Token("김", "NNP", 8, 9),
    Token("가온", "NNG", 9, 11),
    Token("씨", "NNB", 12, 13),
]
LINE = units(TEXT, TOKENS)


def test_the_longest_listed_name_wins() -> None:
    lexicon = Lexicon(
        names={"마루시": "LC+", "마루시 나래구": "LC LCP_COUNTY", "나래": "PS", "씨": "XX"}
    )
    found = lexicon.marks(TEXT, LINE)
    assert [each[0] if each else "" for each in found] == [
        "BLC",
        "ILC",
        "ILC",
        "ELC",
        "",
        "",
        "SXX",
    ]
    assert found[0] == ["BLC", "BLC4", "BLCP_COUNTY"]


def test_a_name_can_be_taken_for_unlisted() -> None:
    lexicon = Lexicon(names={"나래0구": "LC", "마루시": "LC"})
    assert lexicon.without(["나래3구", "없는 이름"]).names == {"마루시": "LC"}
    assert len(lexicon.names) == 2


def test_a_part_of_a_text_is_looked_at_as_a_text() -> None:
    assert Lexicon(names={"나래구": "LC"}).marks(TEXT, LINE[2:4])[1][0] == "ELC"


def test_a_name_that_ends_inside_a_unit_is_not_found() -> None:
    assert Lexicon(names={"김가": "PS"}).marks(TEXT, LINE) == [[] for _ in LINE]


def test_often_seen_forms_are_told_apart() -> None:
    forms = [Form("마루", "LCP_CITY", 9), Form("마루", "OGG_SPORTS", 1), Form("3월", "DT_MONTH", 1)]
    assert kinds(forms) == {"마루": "LC+ LCP_CITY", "0월": "DT "}
    forms = [Form("마루", "LCP_CITY", 3), Form("마루", "OGG_SPORTS", 1)]
    assert kinds(forms) == {"마루": "LC/OG LCP_CITY"}


def test_terms_are_not_times() -> None:
    labels = [Form("가", kind, 1).label for kind in ("TMM_DRUG", "TI_HOUR", "OGG_SPORTS", "CV_LAW")]
    assert labels == ["XX", "TI", "OG", "CV"]


def test_odds_of_given_names() -> None:
    forms = [Form(f"김{first}온", "PS_NAME", 1) for first in "가나다라마"]
    forms += [Form(thing, "OGG_ECONOMY", 1) for thing in ("은행은행", "은행창구", "회사은행")]
    given = given_names(*people_and_things(forms))
    assert given.odds("가", "온") > 0 > given.odds("은", "행")
    assert given.odds("뷁", "뷁") < 0


def test_full_names() -> None:
    assert is_full("김가온")
    assert not any(map(is_full, ["가온", "뷁가온", "김Ab", "김가온솔"]))


def test_places_of_words_in_long_names() -> None:
    found = places(
        [
            LongName(("가", "나")),
            LongName(("가", "다")),
            LongName(("가나", "나"), "g"),
        ]
    )
    assert found == {"가": "f2l0", "나": "f0l1"}


def test_features_show_name_list_and_neighbours() -> None:
    given = given_names(["김가온"], ["은행"])
    lexicon = Lexicon(names={"마루시": "LC"}, given=given, groups={"씨/NNB": [3, 17]})
    shown = features(TEXT, LINE, lexicon)
    assert len(shown) == len(LINE)
    assert {"w=마루", "g0BLC", "g1ELC"} <= set(shown[0])
    assert any(one.startswith("ug1") for one in shown[4])
    assert "c2=3" in shown[4]
    assert "c0=3" in shown[6]
    assert any(one.startswith("+1=<") for one in shown[6])


def test_features_of_nothing() -> None:
    assert features("", [], Lexicon()) == []


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("김가온", True),
        ("김가은", True),
        ("김행은", False),
        ("마가온", False),
        ("김가온누리", False),
    ],
)
def test_a_korean_name_is_told_from_a_foreign_word(word: str, is_one: bool) -> None:
    given = given_names([f"김가{last}" for last in "온은" * 3], ["은행", "소식", "은행은행"])
    lexicon = Lexicon(words={"마가온": "f3l1", "김가은": "f0l0o"}, given=given)
    assert lexicon.is_korean_name(word) is is_one
