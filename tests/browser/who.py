"""People and organisations for the browser: profiles with everything there is, read in articles."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

WHO = [
    # id, name, kind, organisation, title, since
    ("han", "한가람", "person", "누리전자", "대표", "2020-03"),
    ("seo", "서은결", "person", "누리전자", "연구소장", "2023-07"),
    ("moon", "문보라", "person", "", "", ""),
    ("do", "도윤서", "person", "온별소프트", "대표", "2024-01"),
    ("pyo", "표하늬", "person", "", "", ""),
    ("maro", "마로 벨리니", "person", "", "", ""),
    ("nuri", "누리전자", "organisation", "", "", ""),
    ("onbyeol", "온별소프트", "organisation", "", "", ""),
    ("ilbo", "새벽통신", "organisation", "", "", ""),
    ("council", "가온시 반도체산업협의회", "organisation", "", "", ""),
    ("namesake", "한가람", "person", "두물대학교", "교수", "2018"),
]
# Headline, paragraphs, who stands in it, quotations of whom (and through whom), title, relation.
STORIES: list[dict[str, Any]] = [
    {
        "title": "누리전자 한가람 대표 “서두르지 않겠다”, 새 공장은 내년에",
        "text": "한가람 누리전자 대표는 “서두르지 않겠다. 고객이 먼저고 공장이 다음이다”라고 말했다. "
        "누리전자는 온별소프트에 300억 원을 투자했다. 도윤서 온별소프트 대표도 자리를 함께했다.",
        "quotes": {"서두르지 않겠다. 고객이 먼저고 공장이 다음이다": ("한가람", "direct", ())},
        "titles": {"누리전자 대표": ("한가람", "누리전자", "대표")},
        "relations": {
            "누리전자는 온별소프트에 300억 원을 투자했다": ("누리전자", "온별소프트", "투자")
        },
    },
    {
        "title": "누리전자, 연구소장에 서은결 임명",
        "text": "누리전자는 새 연구소장으로 서은결 씨를 임명했다. 한가람 대표와 문보라 위원도 참석했다. "
        "서은결 소장은 공정을 처음부터 다시 짜겠다고 밝혔다.",
        "quotes": {"공정을 처음부터 다시 짜겠": ("서은결", "indirect", ())},
        "relations": {"새 연구소장으로 서은결 씨를 임명": ("누리전자", "서은결", "임명")},
    },
    {
        "title": "온별소프트 도윤서 “한 작품 회사라는 말, 올해 끝난다”",
        "text": "도윤서 온별소프트 대표는 새벽통신과 인터뷰에서 “한 작품 회사라는 말은 올해 끝난다”고 말했다. "
        "한가람 누리전자 대표는 “투자한 것을 후회하지 않는다”고 했다.",
        "quotes": {
            "한 작품 회사라는 말은 올해 끝난다": ("도윤서", "direct", ("새벽통신",)),
            "투자한 것을 후회하지 않는다": ("한가람", "direct", ("새벽통신",)),
        },
        "titles": {"온별소프트 대표": ("도윤서", "온별소프트", "대표")},
    },
    {
        "title": "가온시 반도체산업협의회 첫 회의",
        "text": "가온시 반도체산업협의회는 전력이 먼저라고 밝혔다. 표하늬 의원과 마로 벨리니, 한가람 대표, "
        "서은결 소장, 문보라 위원이 나왔다. 새벽통신이 전했다.",
        "quotes": {"전력이 먼저": ("가온시 반도체산업협의회", "indirect", ())},
    },
]


def build(publish: Callable[..., Any], sections: list[Any], photo: Any) -> dict[str, str]:
    """Write and read the stories; paths by kind of page."""
    from django.utils import timezone

    from hwalja.articles.models import Correction

    _people(photo)
    now, made = timezone.now(), []
    for number in range(12):
        story = STORIES[number % len(STORIES)]
        at = now - timedelta(days=3 + number * 45)
        made.append(
            publish(
                sections[number % len(sections)],
                story["title"],
                body=[("paragraph", f"<p>{story['text']}</p>")],
                published_at=at,
            )
        )
        _read(made[-1], story)
    Correction.objects.create(
        article=made[0], text="투자한 돈을 30억 원에서 300억 원으로 바로잡습니다."
    )
    _decided_request()
    year = timezone.localtime(now).year
    return {
        "who": "/who/",
        "who shelf": "/who/by/ㅎ/",
        "who person": "/who/han/",
        "who bare": "/who/namesake/",
        "who organisation": "/who/nuri/",
        "who outlet": "/who/ilbo/",
        "who quotes": "/who/han/quotes/",
        "who quotes of a year": f"/who/han/quotes/{year}/",
        "who articles": "/who/han/articles/",
        "who then": "/who/han/at/2020/",
        "who criteria": "/who/criteria/",
        "who request": "/who/han/request/",
        "who search": "/who/search/?q=ㅎㄱㄹ",
    }


def _people(photo: Any) -> None:
    from hwalja.people.actions.add import add
    from hwalja.people.actions.edit import edit
    from hwalja.people.models import Fact, Name, Post, Profile
    from hwalja.people.records import PostRecord, Record, Source

    source = Source(document="회사가 낸 연혁")
    for pk, name, kind, place, title, since in WHO:
        posts = (PostRecord(place, title, since=since),) if title else ()
        record = Record(name, kind, pk, posts=posts, birthday="1974-05" if pk == "han" else "")
        add(record, None, source)
    for place, pk in (("누리전자", "nuri"), ("온별소프트", "onbyeol")):
        Post.objects.filter(organisation_name=place).update(organisation=pk)

    def more() -> None:
        Post.objects.create(
            profile_id="han",
            organisation_id="nuri",
            title="부사장",
            since="2014-01",
            until="2020-02",
            source_document="회사가 낸 연혁",
        )
        for kind, text in ((Name.HANJA, "韓佳藍"), (Name.ENGLISH, "Han Garam")):
            name = Name(profile_id="han", kind=kind, text=text)
            name.settle()
            name.save()
        Fact.objects.create(
            profile_id="han",
            kind=Fact.ABOUT,
            text="누리전자를 세운 사람들 가운데 하나다. 공정 기술자로 시작해 대표가 됐다.",
            source_document="회사가 낸 연혁",
        )
        Profile.objects.filter(pk="han").update(photo=photo)

    edit("han", None, more)


def _read(article: Any, story: dict[str, Any]) -> None:
    """Store what stands in the story, and let through what the desk lets through."""
    from hwalja.mentions import desk
    from hwalja.mentions.actions.accept import accept, accept_sure
    from hwalja.mentions.tests.cast import Said, linked, read
    from hwalja.people.models import Profile

    by_name = {row.name: row for row in Profile.objects.exclude(pk="namesake")}
    standing = {name: row for name, row in by_name.items() if name in story["text"]}
    quotes = {
        words: {
            "speaker": who,
            "speaker_id": by_name[who].pk,
            "kind": kind,
            "is_explicit": True,
            "outlet": outlets,
        }
        for words, (who, kind, outlets) in story["quotes"].items()
    }
    said = Said(
        names={name: linked(row) for name, row in standing.items()},
        quotes=quotes,
        titles=story.get("titles", {}),
        relations=story.get("relations", {}),
    )
    if not read(article, said):
        raise RuntimeError(article.title)
    # Two are called 한가람: names first, then what hangs on them.
    for item in (item for _ in range(2) for item in desk.of_article(article.pk).doubtful):
        accept(article.pk, [item.ref], None)
    accept_sure(article.pk, None)


def _decided_request() -> None:
    from hwalja.people.actions.ask_removal import ask
    from hwalja.people.actions.decide_removal import decide
    from hwalja.people.models import Profile, Removal

    told = {"relation": "self", "wish": "correct", "name": "한가람", "mail": ""}
    row = ask(Profile.objects.get(pk="han"), "here", reason="태어난 달이 틀렸습니다.", **told)
    decide(row.pk, None, Removal.CORRECTED, note="출생 기록으로 확인")
