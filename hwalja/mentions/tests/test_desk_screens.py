"""The desk's screens without their script: what is shown to whom, and what its forms do."""

import re
from secrets import token_hex
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hwalja.accounts.models import User
from hwalja.articles.models import Article
from hwalja.mentions import desk, steps
from hwalja.mentions.models import Decision, Mention, Quotation, Reading, Step
from hwalja.mentions.tests.cast import Said, publish, read, rewrite
from hwalja.people.models import Profile
from hwalja.people.tests.cast import make_curator, person
from hwalja.testing import Newsroom

pytestmark = pytest.mark.django_db


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, article: Article, **query: str) -> str:
    answer = as_(user).get(reverse("who_desk:desk", args=[article.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def press(user: User, article: Article, do: str, **fields: Any) -> Any:
    fields = {"do": do, "key": token_hex(16), **fields}
    url = reverse("who_desk:do", args=[article.pk])
    return as_(user).post(url, fields, headers={"accept": "application/json"})


def ref(model: Any, words: str) -> str:
    return str(model.objects.filter(text=words).order_by("start")[0].ref)


def test_doubtful_first_sure_folded(article: Article, newsroom: Newsroom) -> None:
    shown = page(newsroom.desk, article)
    doubtful, rest = shown.split("data-sure", 1)
    assert re.findall(r"<mark>(.*?)</mark>", doubtful) == ["문보라", "때가 됐다"]
    assert "새 인물?" in doubtful
    assert "확실한 것" in rest and "내년에 공장을 짓겠다" in rest
    assert "저절로 실린 것" in rest and "서두르지 않겠다" in rest


def test_who_may_write_it_may_look_who_may_publish_it_decides(
    article: Article, newsroom: Newsroom
) -> None:
    body = {"ref": ref(Mention, "문보라")}
    draft = newsroom.write(body=[("paragraph", "<p>문보라가 떠났다.</p>")])
    press(newsroom.reporter, draft, "read")
    read(draft, Said(names={"문보라": {}}))
    shown = page(newsroom.reporter, draft)
    assert "보기만 합니다" in shown and "<mark>문보라</mark>" in shown
    assert 'name="do"' not in shown
    assert press(newsroom.reporter, draft, "undo").status_code == 409
    assert as_(newsroom.moderator).get(reverse("who_desk:desk", args=[draft.pk])).status_code == 302
    assert press(newsroom.reporter, article, "reject", **body).status_code in (302, 403)
    assert press(newsroom.other_desk, article, "reject", **body).status_code in (302, 403)
    assert not Decision.objects.exists()
    for user in (newsroom.desk, newsroom.chief, make_curator()):
        assert press(user, article, "reject", **body).status_code == 200


def test_by_forms_alone(article: Article, newsroom: Newsroom) -> None:
    shown = page(newsroom.desk, article)
    card = shown.split('class="who-new"', 1)[1].split("</form>", 1)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', card))
    assert fields["name"] == "문보라"
    url = reverse("who_desk:do", args=[article.pk])
    sent = {**fields, "do": "new", "kind": "person", "title": "연구원", "organisation": "누리전자"}
    for _ in range(2):
        assert as_(newsroom.desk).post(url, sent).status_code == 302
    made = Profile.objects.get(name="문보라")
    assert [str(post) for post in made.posts.all()] == ["누리전자 연구원"]
    assert made.source_article == article.number
    assert "정한 것 1" in page(newsroom.desk, article)


def test_the_same_press_twice_is_one_decision(article: Article, newsroom: Newsroom) -> None:
    key = token_hex(16)
    for _ in range(3):
        answer = press(newsroom.desk, article, "undo", key=key, spent=900)
        assert answer.status_code == 409
    assert not Step.objects.exists()
    for _ in range(3):
        answer = press(
            newsroom.desk, article, "reject", key=key, spent=900, ref=ref(Mention, "문보라")
        )
        assert answer.status_code == 200
    assert Decision.objects.count() == 1
    assert Step.objects.get().spent == 900


def test_what_is_doubtful_is_decided_one_by_one(article: Article, newsroom: Newsroom) -> None:
    """The words of whom only an editor named are doubtful too, direct ones in the sentence aside."""
    press(newsroom.desk, article, "new", ref=ref(Mention, "문보라"), name="문보라")
    Quotation.objects.filter(text="때가 됐다").update(is_explicit=False)
    read(article, said_again(article))
    found = desk.of_article(article.pk)
    assert [item.found.text for item in found.doubtful] == ["때가 됐다"]
    sure = [item.ref for item in found.sure]
    assert "때가 됐다" not in [item.found.text for item in found.sure]
    assert press(newsroom.desk, article, "accept", ref=sure).status_code == 200
    assert desk.of_article(article.pk).sure == []
    assert Quotation.objects.get(text="때가 됐다").verdict == ""


def said_again(article: Article) -> Said:
    """As first read; nobody knew 문보라, and her words are carried on."""
    kang = Profile.objects.get(name="강가람")
    who = {"speaker": "강가람", "speaker_id": kang.pk, "is_explicit": True}
    return Said(
        names={
            "강가람": {"status": "linked", "id": kang.pk},
            "강 ": {"status": "linked", "id": kang.pk, "name": "강가람", "how": "short"},
            "문보라": {},
        },
        quotes={
            "서두르지 않겠다": who,
            "내년에 공장을 짓겠다": {**who, "kind": "indirect"},
            "때가 됐다": {"speaker": "문보라"},
        },
    )


def test_words_of_nobody_are_a_finding_too(newsroom: Newsroom) -> None:
    article = publish(newsroom, "<p>때가 됐다는 말이 나온다.</p>")
    read(article, Said(quotes={"때가 됐다": {"kind": "indirect"}}))
    assert "맞음, 말한 이 없음" in page(newsroom.desk, article)
    assert (
        press(newsroom.desk, article, "accept", ref=ref(Quotation, "때가 됐다")).status_code == 200
    )
    assert desk.of_article(article.pk).doubtful == []
    assert not Quotation.objects.get().public


def test_somebody_else_is_found_by_initials(article: Article, newsroom: Newsroom) -> None:
    other = person("문보라", organisation="가온대", title="교수")
    url = reverse("who_desk:find", args=[article.pk])
    found = as_(newsroom.desk).get(url, {"q": "ㅁㅂㄹ"}).content.decode()
    assert f'data-profile="{other.pk}"' in found and "가온대 교수" in found
    mention = ref(Mention, "문보라")
    plain = page(newsroom.desk, article, ref=mention, q="ㅁㅂㄹ", side="a")
    assert f'name="profile" value="{other.pk}"' in plain
    press(newsroom.desk, article, "change", ref=mention, profile=other.pk)
    assert Mention.objects.get(text="문보라").profile == other


def test_a_draft_is_read_only_when_asked(newsroom: Newsroom) -> None:
    draft = newsroom.write()
    assert "아직 읽지 않은 기사" in page(newsroom.reporter, draft)
    assert not Reading.objects.filter(pk=draft.pk).exists()
    assert press(newsroom.reporter, draft, "read").status_code == 200
    assert Reading.objects.get(pk=draft.pk).state == Reading.WAITING
    assert "<progress" in page(newsroom.desk, draft)


def test_a_paper_without_the_analyst_says_so(newsroom: Newsroom, settings: Any) -> None:
    settings.ANALYST = False
    shown = page(newsroom.desk, newsroom.write())
    assert "기사를 읽지 않는 신문" in shown and 'value="read"' not in shown


def test_it_says_that_the_text_is_another_by_now(article: Article, newsroom: Newsroom) -> None:
    assert "글이 바뀌었습니다" not in page(newsroom.desk, article)
    Reading.objects.filter(pk=article.pk).update(digest="x")
    assert "글이 바뀌었습니다" in page(newsroom.desk, article)
    rewrite(article, "새해", "새 해")


def test_failures_are_listed_and_read_again(article: Article, newsroom: Newsroom) -> None:
    Reading.objects.filter(pk=article.pk).update(state=Reading.FAILED, fault="MemoryError: ")
    failed = reverse("who_desk:failed")
    assert "MemoryError" in as_(newsroom.desk).get(failed).content.decode()
    assert "MemoryError" not in as_(newsroom.other_desk).get(failed).content.decode()
    url = reverse("who_desk:do", args=[article.pk])
    sent = {"do": "read", "key": token_hex(16), "from": "failed"}
    assert as_(newsroom.desk).post(url, sent).url == failed
    assert Reading.objects.get(pk=article.pk).state == Reading.WAITING


def test_the_list_shows_each_desk_what_is_open_in_its_sections(
    article: Article, newsroom: Newsroom
) -> None:
    index = reverse("who_desk:index")
    assert article.title in as_(newsroom.desk).get(index).content.decode()
    assert article.title in as_(make_curator()).get(index).content.decode()
    assert article.title not in as_(newsroom.other_desk).get(index).content.decode()
    assert as_(newsroom.reporter).get(index).status_code == 302
    assert desk.counts([article.pk]) == {article.pk: 5}
    # Who is not the person in one place may not be it in another: that is asked, too.
    while found := desk.of_article(article.pk).doubtful + desk.of_article(article.pk).sure:
        press(newsroom.chief, article, "reject", ref=found[0].ref)
    assert article.title not in as_(newsroom.desk).get(index).content.decode()


def test_wrong_requests_are_answered_in_korean(article: Article, newsroom: Newsroom) -> None:
    for fields in (
        {"do": "fly"},
        {"do": "accept", "key": "x"},
        {"do": "accept"},
        {"do": "accept", "ref": "mention:0"},
        {"do": "new", "ref": "mention:²"},
        {"do": "new", "ref": f"mention:{'9' * 25}"},
        {"do": "change", "ref": ref(Mention, "문보라"), "profile": "\0nobody"},
        {"do": "undo"},
        {"do": "accept", "ref": ref(Mention, "문보라"), "spent": "-5"},
    ):
        answer = press(newsroom.desk, article, **fields)
        assert answer.status_code in (409, 422), fields
        assert re.search("[가-힣]", answer.json()["text"])


def test_pauses_are_not_counted(article: Article, newsroom: Newsroom) -> None:
    words = ref(Quotation, "서두르지 않겠다")
    for spent in (12_000, 29_400):
        press(newsroom.desk, article, "reject", ref=words, spent=spent)
    assert steps.seconds(article.pk) == 41
    assert "이 기사 확인에 41초" in page(newsroom.desk, article)
    # Without the script the server looks at its own clock.
    Step.objects.update(at=Step.objects.latest("at").at.replace(year=2020))
    press(newsroom.desk, article, "reject", ref=words)
    assert steps.seconds(article.pk) == 41
