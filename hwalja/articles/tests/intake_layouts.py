"""The layouts of invented newspapers: each turns a story into a page captured as text."""

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import fill

from hwalja.articles.tests.intake_stories import Told

WHEN = "2025-01-08T14:05:00+09:00"


@dataclass(frozen=True)
class Page:
    """A captured page and what it truly says beside the story."""

    text: str
    section: bool = True
    deck: bool = False
    mail: bool = True
    people: bool = True
    outlet: str | None = None
    published: str | None = WHEN
    modified: str | None = None
    captions: bool = True
    related: bool = True
    limit: tuple[int | None, int | None] = (None, None)


def _photos(told: Told, form: str, before: str = "") -> list[str]:
    """Photo lines to be put after the first paragraphs, in the house form of a paper."""
    return [before + form.format(text=text, credit=credit) for text, credit in told.captions]


def _mixed(body: list[str], photos: list[str]) -> list[str]:
    """One photo after each paragraph from the second on, the rest in front."""
    rest = photos[1:]
    mixed = photos[:1]
    for n, paragraph in enumerate(body):
        mixed.append(paragraph)
        if n and rest:
            mixed.append(rest.pop(0))
    return mixed + rest


def _names(told: Told, join: str = "·") -> str:
    return join.join(name for name, _ in told.people)


def _mails(told: Told) -> list[str]:
    return [f"{name} 기자 {mail}" for name, mail in told.people]


def window(told: Told) -> Page:
    """Section set apart by two spaces, headline again at each photo, sign-off in the last line."""
    photos = _photos(told, told.headline + "\n▲ {text} < {credit} >")
    body = [f"[한강경제] {told.body[0]}", *told.body[1:]]
    body[-1] += f" {_names(told)} 기자"
    return Page(
        f"HangangWho\nHangangWho\n{'  '.join(told.section)} \n\n{told.headline}\n\n"
        + " ".join(_mails(told))
        + " 2025-01-08 14:05:00\n확대 축소\n공유하기\n"
        + "X 공유하기 페이스북 공유하기 url 공유하기 인쇄하기\n\n"
        + "\n\n".join(_mixed(body, photos))
        + "\n\n최신기사\n\n"
        + "\n".join(told.related)
        + f"\n{told.headline}\nhangangwho\n\n댓글 (0)\n\n"
        "  • - 200자까지 적을 수 있습니다. (지금 0 byte / 최대 400byte)\n"
        "  • - 다른 사람의 권리를 침해하는 댓글은 삭제될 수 있습니다.",
        outlet="한강경제",
        limit=(200, 400),
    )


def nd(told: Told) -> Page:
    """The rented CMS of many small papers: crumbs, 기자명, 승인, buttons, deck, mail, copyright."""
    photos = _photos(told, "{text} /사진={credit}")
    return Page(
        "본문영역으로 바로가기\n상단영역\n전체메뉴\n로그인\n회원가입\n"
        f"홈 > {told.section[0]} > {told.section[1]}\n{told.headline}\n기자명 {_names(told)} 기자\n"
        "입력 2025.01.08 14:05\n수정 2025.01.08 15:10\n댓글 0\nSNS 기사보내기\n페이스북(으)로 기사보내기 "
        "트위터(으)로 기사보내기 카카오톡(으)로 기사보내기 URL복사(으)로 기사보내기 다른 공유 찾기 기사스크랩하기\n"
        "바로가기\n본문 글씨 줄이기\n본문 글씨 키우기\n가\n"
        + "".join(f"- {line}\n" for line in told.deck)
        + "\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n"
        + "\n".join(_mails(told))
        + "\n저작권자 © 한강일보 무단전재 및 재배포 금지\n관련기사\n"
        + "\n".join(told.related)
        + "\n댓글 0\n댓글입력\n비밀번호\n0 / 400\n댓글쓰기\n많이 본 뉴스\n"
        "1\n한들시 축제에 30만 명 몰려\n2\n동백중공업, 쇄빙선 두 척 수주\n"
        "제호 : 한강일보\n등록번호 : 서울 아00000\n발행인 : 도세훈\n주소 : 서울시 한강로 1",
        deck=bool(told.deck),
        modified="2025-01-08T15:10:00+09:00",
        related=False,
        limit=(400, None),
    )


def wire(told: Told) -> Page:
    """A wire service: dateline with place, mail line, sent time under the story."""
    photos = _photos(told, "{text} [{credit}]" if not told.captions else "{text} [사진={credit}]")
    body = [f"(서울=한강통신) {_names(told, ' ')} 기자 = {told.body[0]}", *told.body[1:]]
    return Page(
        f"{told.headline}\n송고시간 2025-01-08 14:05\n공유\n댓글\n글자크기조정\n인쇄\n\n"
        + "\n\n".join(_mixed(body, photos))
        + f"\n\n{told.people[0][1]}\n"
        "<저작권자(c) 한강통신, 무단 전재-재배포, AI 학습 및 활용 금지>\n2025/01/08 14:05 송고\n"
        "#한강 #강은전자\n핫뉴스\n" + "\n".join(told.related) + "\n더보기",
        section=False,
        mail=False,
        outlet="한강통신",
    )


def bracketed(told: Told) -> Page:
    """A news agency with square datelines, 등록 and 수정 with slashes, its slogan before the mail."""
    photos = _photos(told, "[서울=한강시스] {text} (사진={credit})")
    body = [f"[서울=한강시스] {_names(told)} 기자 = {told.body[0]}", *told.body[1:]]
    return Page(
        f"{told.section[0]}\n{told.section[1]}\n\n{told.headline}\n\n"
        "등록 2025/01/08 14:05:00\n수정 2025/01/08 14:30:12\n이메일 공유\n프린트\n작게\n크게\n\n"
        + "\n".join(_mixed(body, []))
        + f"\n◎공감 한강시스 {told.people[0][1]}\n"
        "<저작권자ⓒ 한강시스. 무단전재-재배포 금지>\n\n이 시간 뉴스\n"
        + "\n".join(told.related)
        + "\n\n세상에 이런 일이\n"
        + "\n".join(photos[:0]),
        mail=False,
        outlet="한강시스",
        modified="2025-01-08T14:30:12+09:00",
        captions=False,
    )


def broadsheet(told: Told) -> Page:
    """A large daily: deck above the byline, 입력 with a dot after the date, comments counted."""
    photos = _photos(told, "{text} /{credit}")
    photos = [
        p if p.endswith(("뉴스1", "연합뉴스", "기자", "제공")) else p.replace("/", "/사진=")
        for p in photos
    ]
    return Page(
        f"한강일보\n정치\n사회\n경제\n국제\n문화\n스포츠\n오피니언\n\n{told.section[0]} | {told.section[1]}\n\n"
        f"{told.headline}\n\n"
        + "".join(f"{line}\n" for line in told.deck)
        + f"\n{_names(told, ', ')} 기자\n입력 2025.01.08. 14:05\n댓글 12\n\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n#누리은행\n#디지털\n\n당신이 관심 있을 만한 콘텐츠\n"
        + "\n".join(told.related)
        + "\n\n100자평 12\n도움말 삭제기준\n로그인을 해주세요.\n0/100자\n",
        deck=bool(told.deck),
        mail=False,
        limit=(100, None),
    )


def table(told: Told) -> Page:
    """A paper with mail in the byline and its section after the headline; no blank lines in the body."""
    photos = _photos(told, "▲ {text} [사진={credit}]")
    return Page(
        f"{told.headline} - 한강타임스\n한강타임스\n{told.headline}\n"
        + "\n".join(_mails(told))
        + "\n승인 2025년 1월 8일 오후 2시 5분\n페이스북\n트위터\n카카오톡\n"
        + "\n".join(_mixed(list(told.body), photos))
        + f"\n{_names(told)} 기자 다른기사 보기\n<저작권자 © 한강타임스, 무단 전재 및 재배포 금지>\n인기기사\n"
        + "\n".join(f"{n} {item}" for n, item in enumerate(told.related, 1)),
        section=False,
    )


def portal(told: Told) -> Page:
    """A portal's copy: the outlet on top, 오전/오후 times, mood buttons below."""
    photos = _photos(told, "사진 확대\n{text} <사진={credit}>")
    return Page(
        f"한강경제\n구독\n{told.headline}\n입력2025.01.08. 오후 2:05 수정2025.01.08. 오후 4:40 기사원문\n"
        f"{_names(told)} 기자\n추천\n좋아요\n슬퍼요\n화나요\n댓글\n본문 요약봇\n텍스트 음성 변환 서비스 사용하기\n"
        "글자 크기 변경하기\nSNS 보내기\n인쇄하기\n\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n"
        + " ".join(_mails(told))
        + "\n\nCopyright ⓒ 한강경제. All rights reserved. 무단 전재 및 재배포 금지.\n"
        "이 기사는 언론사에서 경제 섹션으로 분류했습니다.\n한강경제 많이 본 뉴스\n"
        + "\n".join(told.related),
        section=False,
        modified="2025-01-08T16:40:00+09:00",
    )


def tabloid(told: Told) -> Page:
    """Outlet and reporters in one bracket, credit after ⓒ, mail at the very end of the last line."""
    photos = _photos(told, "{text} ⓒ{credit}")
    body = [f"[한강스타 {_names(told, ' ')} 기자] {told.body[0]}", *told.body[1:]]
    body[-1] += f" {told.people[0][1]}"
    return Page(
        f"HOME > {told.section[0]} > {told.section[1]}\n\n{told.headline}\n\n2025-01-08 14:05\n글자크기\n+\n-\n"
        "카카오톡\nURL복사\n\n"
        + "\n\n".join(_mixed(body, photos))
        + "\n\n[사진] 한강DB\nⓒ 한강스타(hangangstar.example), 무단전재 및 재배포금지\n\n"
        "많이 본 뉴스 TOP 5\n"
        + "\n".join(f"{n:02d}\n{item}" for n, item in enumerate(told.related, 1)),
        mail=False,
        outlet="한강스타",
    )


def iso(told: Told) -> Page:
    """A young paper: ISO times, several authors with mails on lines of their own."""
    photos = _photos(told, "△ {text} 사진제공={credit}")
    return Page(
        f"{told.section[0]} › {told.section[1]}\n{told.headline}\n"
        + "".join(f"{line}\n" for line in told.deck)
        + "".join(f"{name} 기자\n{mail}\n" for name, mail in told.people)
        + "발행 2025-01-08T14:05:00+09:00\n업데이트 2025-01-08T06:00:00Z\n링크 복사\n\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n함께 읽으면 좋은 기사\n"
        + "\n".join(told.related)
        + "\n\n의견 3\n의견은 최대 1,000자까지 남길 수 있습니다.",
        deck=bool(told.deck),
        modified="2025-01-08T15:00:00+09:00",
        limit=(1000, None),
    )


def column(told: Told) -> Page:
    """Old-fashioned: date and weekday in words, reporter at the end only, no list at all."""
    photos = _photos(told, "◀ {text} 【사진={credit}】")
    return Page(
        f"섹션: {told.section[0]}\n제목: {told.headline}\n게재일자 : 2025년 01월 08일(수) 14시 05분\n조회수 : 1,204\n\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n"
        + "\n".join(_mails(told))
        + "\n목록 이전 다음\n",
        related=False,
    )


def crowded(told: Told) -> Page:
    """A ticker of headlines above, buttons in the middle, the list follows the body without a head."""
    photos = _photos(told, "▲ {text} ({credit} 제공)") if len(told.captions) < 2 else []
    ticker = "동백중공업 새 대표에 은가비\n한들시 버스 요금 100원 오른다\n누리조선 노조 파업 철회\n"
    body = list(told.body)
    body.insert(2, "광고\n공유하기\n닫기")
    body[-1] += f" /{_names(told)} 기자 {told.people[0][1]}"
    return Page(
        f"2025년 1월 9일 목요일\n속보\n{ticker}\n{told.section[0]} > {told.section[1]}\n\n{told.headline}\n\n"
        f"{_names(told)} 기자 | 2025-01-08 14:05:00\n\n"
        + "\n\n".join(_mixed(body, photos))
        + "\n\n"
        + "\n".join(told.related)
        + "\n\n회사소개 광고문의 이용약관 개인정보처리방침\n",
        mail=False,
        captions=False,
    )


def tv(told: Told) -> Page:
    """A broadcaster's site: name before the time, a notice of the player, suffix in the window title."""
    photos = _photos(told, "{text}\n[사진={credit}]")
    return Page(
        f"{told.headline} | 한강TV\n{told.headline}\n\n{_names(told)} 기자 입력 : 2025.01.08 14:05\n"
        "브라우저가 오디오 재생을 지원하지 않습니다.\n기사를 읽어드립니다\n0:00\n\n"
        + "\n\n".join(_mixed(list(told.body), photos))
        + "\n\n"
        f"{_names(told)} 기자 {told.people[0][1]}\nⓒ 한강TV & hangang.example, 무단 전재 및 재배포 금지\n관련 뉴스\n"
        + "\n".join(f"· {item}" for item in told.related),
        section=False,
        mail=False,
    )


def wrapped(told: Told) -> Page:
    """A mail-like copy with lines broken at a fixed width, paragraphs set apart by blank lines."""
    return Page(
        f"{told.section[0]} / {told.section[1]}\n\n{told.headline}\n\n{_names(told)} 기자 {told.people[0][1]}\n"
        "2025.01.08 14:05 입력\n\n"
        + "\n\n".join(fill(paragraph, 20 if len(paragraph) > 24 else 40) for paragraph in told.body)
        + f"\n\n{_names(told)} 기자\n\n최근 기사\n"
        + "\n".join(f"• {item}" for item in told.related),
        mail=False,
        captions=False,
    )


LAYOUTS: dict[str, Callable[[Told], Page]] = {
    one.__name__: one
    for one in (
        window,
        nd,
        wire,
        bracketed,
        broadsheet,
        table,
        portal,
        tabloid,
        iso,
        column,
        crowded,
        tv,
        wrapped,
    )
}
