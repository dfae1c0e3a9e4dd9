"""Invented people and an article that names them, read."""

import pytest

from hwalja.articles.models import Article
from hwalja.mentions.tests.cast import Said, linked, publish, read
from hwalja.people.models import Profile
from hwalja.people.tests.cast import organisation, person
from hwalja.testing import Newsroom


@pytest.fixture
def kang() -> Profile:
    return person("강가람")


@pytest.fixture
def nuri() -> Profile:
    return organisation("누리전자")


@pytest.fixture
def said(kang: Profile, nuri: Profile) -> Said:
    who = {"speaker": "강가람", "speaker_id": kang.pk}
    return Said(
        names={
            "강가람": linked(kang),
            "누리전자": linked(nuri),
            "강 ": linked(kang, name="강가람", how="short"),
            "문보라": {},
        },
        quotes={
            "서두르지 않겠다": {**who, "is_explicit": True, "cue": "말하다"},
            "내년에 공장을 짓겠다": {**who, "kind": "indirect"},
            "때가 됐다": {"speaker": "문보라", "is_explicit": True},
        },
        titles={"누리전자 대표": ("강가람", "누리전자", "대표")},
    )


@pytest.fixture
def article(newsroom: Newsroom, said: Said) -> Article:
    article = publish(newsroom)
    assert read(article, said)
    return article
