"""A whole small paper for the browser, in a home of its own: every kind of page, every kind of block.

python -m tests.browser.paper HOME     prints {"kind of page": "path", …} as JSON
"""

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.browser import who

LONG = (
    "강은전자가 충남 아산에 새 공장을 짓는다. 1조2천억 원을 들여 2028년 하반기 가동을 목표로 한다. "
    "회사는 7일 이사회를 열어 이런 계획을 의결했다고 공시했다. 업계에서는 공급 과잉을 걱정하는 목소리도 나온다."
)
HEADLINES = [
    "달빛은행 3분기 순이익 4210억, 이자이익 줄어도 수수료가 메웠다",
    "해솔조선 LNG운반선 여섯 척 수주, 올해 목표 9할 채워",
    "한빛게임즈 새 대표에 도윤서, '한 작품 회사' 꼬리표 뗀다",
    "가람식품 즉석밥 값 5% 내린다, 쌀값 하락 반영",
    "서북전력 해상풍력 입찰 다시 유찰, 사업비 놓고 줄다리기",
    "누리항공 중거리 노선 접고 일본 증편, 겨울 성수기 승부수",
    "새봄제약 비만 치료제 임상 2상 성공, 주가 하루 새 28% 뛰어",
    "도담건설 미분양 털기 안간힘, 계약금 5%에 중도금 무이자",
]


def main(home: str) -> None:
    for name in [name for name in os.environ if name.startswith("HWALJA_")]:
        if name != "HWALJA_BASE_URL":
            del os.environ[name]
    os.environ["HWALJA_HOME"] = home
    os.environ["DJANGO_SETTINGS_MODULE"] = "hwalja.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    with Path(os.devnull).open("w") as nowhere:
        call_command("init", stdout=nowhere)
    json.dump(build(), sys.stdout)


def build() -> dict[str, str]:
    """Write the paper; paths by kind of page."""
    from django.utils import timezone

    from hwalja.articles.archive import period_of
    from hwalja.articles.models import BreakingNews, FrontPage, Reporter, Series
    from hwalja.masthead.models import Masthead, Policy
    from hwalja.media import renditions
    from hwalja.testing import make_photo, make_section, make_user

    front = FrontPage.objects.get()
    industry = make_section(front, "기업과산업", "industry")
    internet = make_section(industry, "인터넷·게임·콘텐츠", "internet")
    make_section(industry, "전자·전기·정보통신", "electronics")
    sections = [
        make_section(front, title, slug)
        for title, slug in [("금융", "finance"), ("시장과머니", "money"), ("정책", "policy")]
    ]
    boss = make_user("choi", "최산", is_superuser=True)
    reporter, *_ = (make_user(*who) for who in _newsroom())
    kim = Reporter.objects.create(
        name="김하늘",
        slug="kim",
        user=reporter,
        email="kim@paper.example",
        bio="기업과 사람을 씁니다. 숫자 뒤에 있는 결정을 찾습니다.",
        photo=make_photo("김하늘", (800, 800), description="김하늘 기자"),
    )
    lee = Reporter.objects.create(name="이바다", slug="lee", email="lee@paper.example")
    series = Series.objects.create(
        name="판이 바뀐다", slug="shift", description="업종의 순서가 뒤집히는 자리를 찾아갑니다."
    )
    photos = [
        make_photo(
            f"사진 {n}",
            caption=f"강은전자 아산 공장 {n + 1}동. 회사는 이 자리 옆 터 12만㎡에 새 공장을 짓는다.",
            credit="강은전자" if n else "연합사진",
            description="야트막한 산을 등지고 선 흰 공장 건물",
        )
        for n in range(4)
    ]
    renditions.make_many([photo.pk for photo in [*photos, kim.photo]], processes=1)
    publish = _publisher(boss, [kim, lee])
    first = publish(internet, HEADLINES[0], body=[("paragraph", f"<p>{LONG}</p>")])
    for number in range(46):
        fields: dict[str, Any] = {"sponsored": number == 3, "deck": LONG[:90] if number % 2 else ""}
        if number % 3 == 0:
            fields["lead_photo"] = photos[number % 4]
        title = HEADLINES[number % 8] + (f" ({number // 8}보)" if number >= 8 else "")
        section = internet if number % 2 else sections[number % 3]
        publish(section, title, body=[("paragraph", f"<p>{LONG}</p>")], **fields)
    # So that a day and a month have a neighbour.
    earlier = timezone.now() - timedelta(days=40)
    publish(internet, "지난달의 기사", published_at=earlier, body=[("paragraph", "<p>글</p>")])
    gone = publish(internet, "거두어들인 제목", body=[("paragraph", "<p>거두어들인 글</p>")])
    gone.unpublish()
    full = publish(
        internet,
        "강은전자 1조2천억 들여 아산에 새 공장, 대표 오지안 '늦었지만 옳은 순서'",
        deck="3년 장기계약 확보한 뒤 착공 결정\n공급 과잉 우려에는 “두 해 앞을 본다”",
        series=series,
        lead_photo=photos[0],
        ai_use="이 기사의 도표는 생성형 AI의 도움을 받아 만들고 기자가 확인했습니다.",
        tags=["강은전자", "반도체", "아산"],
        body=_every_block(photos, first),
    )
    from hwalja.articles.models import Correction

    Correction.objects.create(
        article=full, kind="correction", text="착공 시점을 3월에서 5월로 바로잡습니다."
    )
    Correction.objects.create(
        article=full,
        kind="rebuttal",
        place="end",
        text="강은전자는 증설이 아니라 이전이라고 밝혀 왔습니다.",
    )
    wire = publish(
        internet, "보도자료로 쓴 기사", origin="release", body=[("paragraph", "<p>글</p>")]
    )
    _waiting(wire)
    ad = publish(
        internet, "가람식품이 알리는 올겨울 밥상", sponsored=True, body=[("paragraph", "<p>글</p>")]
    )
    BreakingNews.objects.create(
        headline="한국은행 기준금리 0.25%p 내려, 두 번 연속",
        article=first,
        ends_at=full.published_at + timedelta(days=30),
    )
    Policy.objects.create(
        title="개인정보 처리방침",
        slug="privacy",
        emphasised=True,
        body="<h2>모으는 것</h2><p>기사를 읽는 데에는 아무것도 모으지 않습니다.</p><ul><li>쿠키 없음</li></ul>",
    )
    Policy.objects.create(title="청소년보호정책", slug="youth", body="<p>정책입니다.</p>")
    _masthead(Masthead.load())
    known = who.build(publish, [internet, *sections], kim.photo)
    _press()
    said = _comments(full)
    people = _people(publish, internet, photos[2], boss)
    day = period_of(full.dated, by_day=True)
    return {
        "front": "/",
        "article": full.get_absolute_url(),
        "article with people": people.get_absolute_url(),
        "report": f"{people.get_absolute_url()}who/report",
        "plain article": first.get_absolute_url(),
        "press release": wire.get_absolute_url(),
        "advertisement": ad.get_absolute_url(),
        "section": "/industry/",
        "sub-section": "/industry/internet/",
        "second page": "/industry/?page=2",
        "empty section": "/industry/electronics/",
        "latest": "/latest/",
        "reporter": "/reporters/kim/",
        "tag": "/tags/반도체/",
        "series": "/series/shift/",
        "day": f"/latest/{day.path}",
        "calendar": f"/industry/internet/{day.month.path}",
        "month": f"/reporters/kim/{day.month.path}",
        "search": "/search/",
        "search found": "/search/?q=공장",
        "search nothing": "/search/?q=없는말",
        "about": "/about/",
        "policy": "/policies/privacy/",
        "not found": "/no-such-page/",
        "withdrawn": gone.get_absolute_url(),
        "comments": f"{full.get_absolute_url()}comments/?sort=oldest",
        "comment": said,
        "comment report": f"{said}report",
        "comment form": f"{full.get_absolute_url()}comments/new?reply={said.split('/')[-2]}",
        **known,
    }


def _people(publish: Callable[..., Any], section: Any, portrait: Any, boss: Any) -> Any:
    """An article that names people: one with a portrait, words confirmed and words automatic."""
    from hwalja.mentions.actions.accept import accept
    from hwalja.mentions.models import Quotation
    from hwalja.mentions.tests.cast import Said, linked, read
    from hwalja.people.models import Profile
    from hwalja.people.tests.cast import organisation, person

    oh, firm = person("오지안", organisation="강은전자"), organisation("강은전자")
    han = person("데릭 헤일로프", organisation="아르보스시스템즈", title="최고경영자")
    Profile.objects.filter(pk=oh.pk).update(photo=portrait)
    first = "오지안 강은전자 대표는 7일 “늦었지만 옳은 순서”라고 말했다."
    second = "데릭 헤일로프는 “메모리를 기다리는 해는 올해가 마지막”이라고 밝혔다."
    third = "오 대표는 내년 봄에 터를 닦겠다고 했다."
    body = [("paragraph", f"<p>{text} {LONG}</p>") for text in (first, second, third)]
    article = publish(
        section, "강은전자와 아르보스, 한 사람은 늦추고 한 사람은 재촉했다", body=body
    )
    who = {"speaker": "오지안", "speaker_id": oh.pk}
    said = Said(
        names={
            "오지안": linked(oh),
            "데릭 헤일로프": linked(han),
            "강은전자": linked(firm),
        },
        quotes={
            "늦었지만 옳은 순서": {**who, "is_explicit": True},
            "메모리를 기다리는 해는 올해가 마지막": {
                "speaker": "데릭 헤일로프",
                "speaker_id": han.pk,
                "is_explicit": True,
            },
            "내년 봄에 터를 닦겠다": {**who, "kind": "indirect"},
        },
    )
    read(article, said)
    rows = Quotation.objects.filter(article=article.pk, profile=oh.pk)
    accept(article.pk, [row.ref for row in rows], boss)
    return article


def _newsroom() -> list[tuple[Any, ...]]:
    """Who comes to work: a reporter, and the desk of the first section."""
    from django.contrib.auth.models import Group

    from hwalja.articles import roles
    from hwalja.comments.roles import MODERATORS

    return [
        ("kim", "김하늘", Group.objects.get(name=roles.REPORTERS)),
        ("lee", "이바다", Group.objects.get(name="데스크 · 기업과산업")),
        ("seo", "서린", Group.objects.get(name=MODERATORS)),
    ]


# What waits for the moderator; readers see none of it.
WAITING = 70


def _waiting(article: Any) -> None:
    from hwalja.comments.models import Comment
    from hwalja.comments.tests.rows import unsaved

    told = "{}번째 댓글입니다. 이 돈이 다 어디서 나는지 궁금하네요. 010-1234-{:04} 로 물어보십시오."
    rows = [
        unsaved(
            article,
            told.format(number, number),
            name=f"독자{number}",
            person=f"g{number % 9}",
            state="waiting",
            rule=("links", "suspect_words", "attack")[number % 3],
            label=("none", "offensive", "hate")[number % 3],
            spans="12-16",
            score=(number % 10) / 10,
            judged=(number % 7) / 7,
        )
        for number in range(WAITING)
    ]
    Comment.objects.bulk_create(rows)


def _masthead(masthead: Any) -> None:
    from datetime import date

    masthead.name = "활자경제"
    masthead.tagline = "숫자 뒤의 사람까지 읽습니다"
    masthead.outlet_tag = "활자경제"
    masthead.registration_number = "서울 아00000"
    masthead.registered_on = date(2019, 4, 8)
    masthead.first_issued_on = date(2019, 5, 2)
    masthead.publisher = "편도윤"
    masthead.editor = "정문호"
    masthead.publishing_office = "서울특별시 가상구 활판로 21, 7층"
    masthead.telephone = "02-0000-2100"
    masthead.email = "desk@paper.example"
    masthead.youth_officer = "윤채린"
    masthead.save()


def _comments(article: Any) -> str:
    """What readers said under an article, and what is no longer there; the address of one."""
    from hwalja.comments.models import Comment, Discussion
    from hwalja.hangul.length import byte_length

    def say(name: str, body: str, **fields: Any) -> Comment:
        measured = {"characters": len(body), "bytes": byte_length(body)}
        return Comment.objects.create(
            article=article, name=name, body=body, **measured, **{"state": "visible", **fields}
        )

    first = say(
        "느티나무",
        "장기계약부터 맺고 착공한 점이 눈에 띕니다.\n\n다음 분기 실적도 다뤄 주십시오.",
        agrees=12,
    )
    for number in range(5):
        say("한강", f"{number + 1}번째 답글입니다. 저도 그렇게 생각합니다.", parent=first)
    say("새벽", "지역 일자리는 몇 개나 생깁니까?", featured=True, agrees=31, disagrees=2)
    say("누구", "가려진 말", state="hidden", rule="attack", leaves_sign=True)
    say("긴이름을가진독자입니다", "띄어쓰기없이길게이어지는말" * 14)
    for number in range(22):
        say(f"독자{number}", f"{number + 1}번째 의견입니다.")
    visible = Comment.objects.visible().filter(article=article).count()
    Discussion.objects.create(article=article, visible=visible)
    return first.get_absolute_url()


def _press() -> None:
    """A busy day of the press, and what went wrong in it, for its page in the admin."""
    from django.utils import timezone

    from hwalja.press.models import Home, Minute, Trouble

    now = timezone.now()
    walk = {"name": "tag:*", "done": 812, "share": 0.43, "began": now.timestamp() - 70}
    home = Home.objects.create(
        name="one", host="web1.paper.example", edition=0, seen_at=now, walks=[walk]
    )
    Home.objects.create(
        name="two", host="web2.paper.example", edition=0, seen_at=now - timedelta(hours=1)
    )
    for number in range(1, 90):
        Minute.objects.create(
            home=home,
            at=now - timedelta(minutes=15 * number),
            pages=number % 7 * 12,
            median=200 + number % 9 * 40,
            longest=900 + number % 13 * 700,
            waiting=number % 11,
        )
    for key, reason in [("/news/12/", "상태 500"), ("part:latest", "쿠키를 심는 쪽")]:
        Trouble.objects.create(home=home, key=key, reason=reason, since=now, tried_at=now)


def _publisher(boss: Any, reporters: list[Any]) -> Callable[..., Any]:
    from hwalja.articles.models import Article

    def publish(section: Any, title: str, tags: list[str] | None = None, **fields: Any) -> Any:
        article = Article(live=False, title=title, owner=boss, **fields)
        for reporter in reporters[: 2 if fields.get("series") else 1]:
            article.bylines.add(article.bylines.model(reporter=reporter))
        article.tags.add(*(tags or []))
        section.add_child(instance=article)
        article.save_revision(user=boss).publish(user=boss)
        return Article.objects.get(pk=article.pk)

    return publish


def _every_block(photos: list[Any], other: Any) -> list[tuple[str, Any]]:
    link = f'<a linktype="page" id="{other.pk}">앞선 기사</a>'
    picture = {"caption": "", "credit": ""}
    table = {
        "data": [
            ["구분", "2024년", "2025년", "증감"],
            ["매출", "3조1,200억 원", "3조8,900억 원", "24.7%"],
            ["영업이익", "2,140억 원", "4,010억 원", "87.4%"],
        ],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
    }
    return [
        ("photo", {"photo": photos[0], **picture}),
        ("paragraph", f"<p>{LONG}</p><p>{LONG} {link}에서 다룬 대로다.</p>"),
        ("subheading", "늦은 착공, 빠른 가동"),
        ("paragraph", f"<p>{LONG}</p>" * 3),
        (
            "pull_quote",
            {
                "quote": "늦었지만 옳은 순서다. 고객이 먼저고 공장이 다음이다.",
                "attribution": "오지안 강은전자 대표",
            },
        ),
        ("paragraph", f"<p>{LONG}</p>"),
        ("table", {"caption": "강은전자 실적", "table": table, "source": "강은전자 공시"}),
        ("photo", {"photo": photos[1], **picture}),
        (
            "items",
            {"ordered": False, "items": ["<p>착공 2026년 5월</p>", "<p>가동 2028년 하반기</p>"]},
        ),
        ("info_box", {"title": "강은전자는", "text": "<p>1987년 세운 전자부품 회사다.</p>"}),
        ("related", {"articles": [other]}),
        ("embed", "https://www.youtube.com/watch?v=abcdefghijk"),
        (
            "gallery",
            {
                "title": "공장 터를 가다",
                "photos": [{"photo": photos[n], **picture} for n in (2, 3)],
            },
        ),
        ("paragraph", f"<p>{LONG}</p>"),
    ]


if __name__ == "__main__":
    main(sys.argv[1])
