"""An article is edited: what stands where it stood is shown, and what is gone is gone at once."""

import pytest

from hwalja.articles.models import Article
from hwalja.mentions import desk, shown, story
from hwalja.mentions.actions.accept import accept, accept_sure
from hwalja.mentions.actions.reject import reject
from hwalja.mentions.models import Mention, Quotation, Reading
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.store import store
from hwalja.mentions.tests.cast import STORY, VERSION, Said, read, rewrite, split
from hwalja.people.models import Profile
from hwalja.people.tests.cast import marks
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db
SURE, LATER = "서두르지 않겠다", "내년에 공장을 짓겠다"


def said_by(profile: Profile) -> list[str]:
    return [row.text for row in shown.quotations_of(profile)]


def test_publishing_asks_for_a_reading(newsroom: Newsroom) -> None:
    article = newsroom.publish()
    assert Reading.objects.get(pk=article.pk).state == Reading.WAITING


def test_words_are_gone_with_the_edit(article: Article, kang: Profile) -> None:
    with marks() as marked:
        rewrite(article, SURE, "서둘러야 한다")
    assert said_by(kang) == []
    assert f"/who/{kang.pk}/" in marked


def test_what_nobody_touched_stays_before_it_is_read_again(article: Article, kang: Profile) -> None:
    before = Quotation.objects.get(text=SURE)
    article = rewrite(article, "<p>누리전자는 지난해", "<p>보도자료를 보면 누리전자는 지난해")
    article = rewrite(article, "<p>강가람", "<p>앞선 문장이다. 강가람")
    after = Quotation.objects.get(text=SURE)
    assert after.pk == before.pk and after.start == before.start + len("앞선 문장이다. ")
    assert said_by(kang) == [SURE]
    assert Reading.objects.get(pk=article.pk).state == Reading.WAITING


def test_another_speaker_in_the_sentence_hides_the_words_at_once(
    article: Article, kang: Profile, newsroom: Newsroom, said: Said
) -> None:
    accept(article.pk, [Quotation.objects.get(text=SURE).ref], newsroom.desk)
    article = rewrite(article, "강가람 누리전자 대표는", "문보라 누리전자 연구원은")
    assert said_by(kang) == []
    said.quotes[SURE] = {"speaker": "문보라", "is_explicit": True}
    assert read(article, said)
    assert said_by(kang) == []
    assert desk.of_article(article.pk).doubtful[0].found.text == SURE
    rewrite(article, "문보라 누리전자 연구원은", "강가람 누리전자 대표는")
    said.quotes[SURE] = {"speaker": "강가람", "speaker_id": kang.pk, "is_explicit": True}
    assert read(article, said)
    assert said_by(kang) == [SURE]
    assert Quotation.objects.get(text=SURE).verdict == "accepted"


def test_another_word_in_the_sentence_changes_no_decision(
    article: Article, kang: Profile, newsroom: Newsroom, said: Said
) -> None:
    accept_sure(article.pk, newsroom.desk)
    article = rewrite(
        article, "내년에 공장을 짓겠다고 밝혔다", "내년에 공장을 짓겠다고 이날 밝혔다"
    )
    assert said_by(kang) == [SURE]
    assert read(article, said)
    assert said_by(kang) == [SURE, LATER]


def test_a_decision_comes_back_with_its_words(
    article: Article, kang: Profile, newsroom: Newsroom, said: Said
) -> None:
    reject(article.pk, [Quotation.objects.get(text=SURE).ref], newsroom.desk)
    sentence = STORY[0].removeprefix("<p>").partition(" 강 대표")[0]
    article = rewrite(article, sentence, "")
    assert read(article, said)
    row = Quotation.objects.get(text=SURE)
    assert (row.stands, row.verdict) == (False, "rejected")
    # It is put at the end of the other paragraph: the same sentence, elsewhere.
    article = rewrite(article, "고 말했다.</p>", f"고 말했다. {sentence}</p>")
    assert read(article, said)
    again = Quotation.objects.get(text=SURE)
    assert (again.pk, again.stands, again.verdict) == (row.pk, True, "rejected")
    assert said_by(kang) == []


def test_a_longer_name_is_another(article: Article, kang: Profile, newsroom: Newsroom) -> None:
    accept(article.pk, [Mention.objects.filter(text="강가람")[0].ref], newsroom.desk)
    rewrite(article, "강가람 누리전자", "강가람솔 누리전자")
    assert not Mention.objects.get(text="강가람").stands


def test_a_decision_holds_whatever_a_later_reader_says(
    article: Article, kang: Profile, newsroom: Newsroom, said: Said
) -> None:
    accept_sure(article.pk, newsroom.desk)
    said.quotes[LATER] = {"kind": "indirect"}
    del said.titles["누리전자 대표"]
    assert read(article, said)
    assert LATER in said_by(kang)
    assert [row.said for row in shown.titles_of(kang)] == ["누리전자 대표"]
    del said.quotes[LATER]
    assert read(article, said)
    assert LATER in said_by(kang)


def test_a_text_that_changed_meanwhile_is_not_kept(article: Article, said: Said) -> None:
    before = story.current(Article.objects.get(pk=article.pk))
    rewrite(article, SURE, "서둘러야 한다")
    now = story.current(Article.objects.get(pk=article.pk))
    assert before.digest != now.digest
    document = before.document(split)
    assert not store(
        article.pk, before, document, said.reading(before.text), Directory(()), VERSION
    )
    assert Reading.objects.get(pk=article.pk).state == Reading.WAITING
