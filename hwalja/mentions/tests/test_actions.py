"""What editors decide, and that it can be taken back."""

import pytest
from django.core.exceptions import PermissionDenied

from hwalja.articles.models import Article
from hwalja.mentions import desk, shown
from hwalja.mentions.actions.accept import accept, accept_sure
from hwalja.mentions.actions.change_person import change_person
from hwalja.mentions.actions.decide import NotNow
from hwalja.mentions.actions.new_person import new_person
from hwalja.mentions.actions.reject import reject
from hwalja.mentions.actions.undo import undo, undo_last
from hwalja.mentions.models import Decision, Mention, Quotation
from hwalja.mentions.tests.cast import Said, read
from hwalja.people.models import Profile
from hwalja.people.tests.cast import make_curator, marks, person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db


def quotation(words: str) -> Quotation:
    return Quotation.objects.get(text=words)


def mention(words: str) -> Mention:
    return Mention.objects.filter(text=words).order_by("start")[0]


def public() -> list[str]:
    return list(
        Quotation.objects.filter(public=True).order_by("start").values_list("text", flat=True)
    )


def test_the_desk_of_the_section_the_chief_and_curators_decide(
    article: Article, newsroom: Newsroom
) -> None:
    ref = [quotation("내년에 공장을 짓겠다").ref]
    for user in (newsroom.reporter, newsroom.other_desk, newsroom.moderator):
        with pytest.raises(PermissionDenied):
            accept(article.pk, ref, user)
    for user in (newsroom.desk, newsroom.chief, make_curator()):
        made = accept(article.pk, ref, user)
        assert [row.by for row in made] == [user]


def test_what_is_sure_goes_with_one_key_and_the_rest_one_by_one(
    article: Article, newsroom: Newsroom
) -> None:
    found = desk.of_article(article.pk)
    doubtful = [item.found.text for item in found.doubtful]
    assert doubtful == ["문보라", "때가 됐다"]
    with pytest.raises(NotNow):
        accept(article.pk, [item.ref for item in (*found.doubtful, *found.sure)], newsroom.desk)
    accept_sure(article.pk, newsroom.desk)
    assert desk.of_article(article.pk).sure == []
    assert public() == ["서두르지 않겠다", "내년에 공장을 짓겠다"]
    assert not quotation("내년에 공장을 짓겠다").is_automatic


def test_what_was_rejected_is_remembered(article: Article, said: Said, newsroom: Newsroom) -> None:
    with marks() as marked:
        reject(article.pk, [quotation("서두르지 않겠다").ref], newsroom.desk)
    assert marked[article.get_absolute_url()] == 0
    read(article, said)
    assert public() == []


def test_who_is_not_the_person_says_nothing_as_them(
    article: Article, kang: Profile, newsroom: Newsroom
) -> None:
    accept_sure(article.pk, newsroom.desk)
    for one in Mention.objects.filter(name="강가람"):
        reject(article.pk, [one.ref], newsroom.desk)
    assert public() == []
    assert not shown.articles_of(kang).exists()


def test_another_person_takes_the_words_along(
    article: Article, kang: Profile, newsroom: Newsroom
) -> None:
    other = person("강가람", organisation="다른회사")
    made = change_person(article.pk, mention("강가람").ref, other.pk, newsroom.desk)
    assert {row.verdict for row in made} == {Decision.CHANGED}
    assert [row.text for row in shown.quotations_of(other)] == ["서두르지 않겠다"]
    assert not shown.quotations_of(kang).exists()
    undo(made[0].batch, newsroom.desk)
    assert [row.text for row in shown.quotations_of(kang)] == ["서두르지 않겠다"]


def test_a_new_person_comes_with_the_sentence(article: Article, newsroom: Newsroom) -> None:
    profile, _made = new_person(article.pk, mention("문보라").ref, newsroom.desk)
    assert (profile.name, profile.source_article) == ("문보라", article.number)
    assert profile.source_sentence == "문보라 연구원은 “때가 됐다”고 말했다."
    # Known now, and explicit: her words need no further key.
    assert [row.text for row in shown.quotations_of(profile)] == ["때가 됐다"]


def test_decisions_are_taken_back_in_their_order(article: Article, newsroom: Newsroom) -> None:
    ref = [quotation("내년에 공장을 짓겠다").ref]
    first = accept(article.pk, ref, newsroom.desk)
    second = reject(article.pk, ref, newsroom.desk)
    with pytest.raises(NotNow):
        undo(first[0].batch, newsroom.desk)
    undo(second[0].batch, newsroom.desk)
    assert "내년에 공장을 짓겠다" in public()
    undo_last(article.pk, newsroom.desk)
    assert "내년에 공장을 짓겠다" not in public()
    with pytest.raises(NotNow):
        undo_last(article.pk, newsroom.desk)
    assert Decision.objects.count() == 4


def test_what_is_gone_cannot_be_decided(article: Article, newsroom: Newsroom) -> None:
    ref = quotation("서두르지 않겠다").ref
    Quotation.objects.filter(text="서두르지 않겠다").update(stands=False)
    for wrong in ([ref], ["quotation:999999"], ["user:1"], ["mention:x"], []):
        with pytest.raises(NotNow):
            accept(article.pk, wrong, newsroom.chief)
