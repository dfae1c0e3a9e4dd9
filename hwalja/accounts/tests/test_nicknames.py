"""What a member may be called."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from hwalja.accounts import members, nicknames
from hwalja.accounts.tests.joining import make_member
from hwalja.masthead.models import Masthead
from hwalja.press import shared
from hwalja.testing import Newsroom

GOOD = ["독자", "동네독자", "Reader7", "산-바다", "a.b_c", "열두자까지쓸수있는별명임", "이야기자루"]
ODD = [
    "독", "열세자까지는쓸수없는별명임요", "두 낱말", "ㄱㄴㄷ", "독자ㅋ", "-독자", "독자-", "독--자", "<b>독자",
    "рeader", "ｒｅａｄｅｒ", "독자😀", "독\u0301자", "讀者",
]  # fmt: skip
OURS = [
    "김하늘기자", "기자김하늘", "김하늘_기자", "편집국", "활자편집장", "운영자1", "Admin", "ADMlN", "adm1n", "데스크",
    "hwalja", "0fficial", "박기자님",
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_these_may_be_used(newsroom: Newsroom, name: str) -> None:
    assert members.clean_nickname(name) == name


@pytest.mark.parametrize("name", ODD)
def test_these_are_no_names(name: str, db: None) -> None:
    with pytest.raises(ValidationError, match="한글, 영문, 숫자"):
        members.clean_nickname(name)


@pytest.mark.parametrize("name", OURS)
def test_nobody_poses_as_the_paper(name: str, newsroom: Newsroom) -> None:
    with pytest.raises(ValidationError, match="기자나 신문사"):
        members.clean_nickname(name)


@pytest.mark.parametrize(
    "name", ["활자경제", "활자.경제", "활자경제팬", "김하늘", "김-하늘", "최산"]
)
def test_nobody_poses_as_this_paper_or_its_people(name: str, newsroom: Newsroom) -> None:
    masthead = Masthead.objects.first() or Masthead()
    masthead.name = "활자 경제"
    masthead.save()
    shared.forget_everything()
    with pytest.raises(ValidationError, match="기자나 신문사"):
        members.clean_nickname(name)


@pytest.mark.parametrize("name", ["산독자1", "산독자l", "산독자I", "산.독자1", "산독-자i"])
def test_two_names_that_look_alike_are_one(name: str, db: None) -> None:
    make_member("산독자1")
    with pytest.raises(ValidationError, match="이미 쓰이는"):
        members.clean_nickname(name)


def test_what_is_typed_on_a_mac_is_composed(db: None) -> None:
    assert members.clean_nickname(unicodedata.normalize("NFD", "산독자")) == "산독자"
    assert members.clean_nickname(" 산\u200b독자 ") == "산독자"


@given(st.text(max_size=20))
def test_what_is_well_formed_fits_its_columns(text: str) -> None:
    name = nicknames.spell(text)
    if nicknames.is_well_formed(name):
        assert unicodedata.is_normalized("NFC", name) and name == nicknames.spell(name)
        assert len(nicknames.key(name)) <= nicknames.LONGEST


@given(st.from_regex(r"\A[가-힣A-Za-z0-9]{2,12}\Z"))
def test_letters_and_digits_are_always_well_formed(text: str) -> None:
    assert nicknames.is_well_formed(nicknames.spell(text))
