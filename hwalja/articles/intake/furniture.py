"""The words of a news page which are no part of any story, told apart by whole-line shape.

A line counts as furniture only if nothing is left of it once its furniture words are taken
away. A sentence which merely uses such words keeps its particles and its verb, and so stays.
"""

import re

_BEFORE, _AFTER = r"(?<![가-힣A-Za-z0-9])", r"(?![가-힣A-Za-z])"

_SERVICES = (
    "페이스북|페북|facebook|트위터|twitter|엑스|X|네이버\\s?밴드|밴드|band|네이버\\s?블로그|네이버|naver|"
    "카카오\\s?스토리|카카오\\s?톡?|카톡|kakao\\s?talk|kakao|라인|line|텔레그램|telegram|링크드인|linkedin|"
    "인스타그램|instagram|유튜브|youtube|스레드|threads|핀터레스트|pinterest|블로그|왓츠앱|구글|google|"
    "이메일|e-?mail|메일|메신저|문자|sns|rss|url|링크|주소|카카오채널|채널"
)
_DEEDS = (
    "(?:로|으로|에)?\\s?공유(?:하기)?|share|보내기|복사(?:하기)?|copy|추가(?:하기)?|구독(?:하기|중)?|"
    "스크랩(?:하기)?|인쇄(?:하기)?|프린트|print|저장(?:하기)?|북마크|bookmark|즐겨찾기|신고(?:하기)?|"
    "닫기|열기|펼치기|접기|더\\s?보기|전체\\s?보기|모두\\s?보기|바로\\s?가기|이동|검색|기사\\s?검색|메뉴|전체\\s?메뉴|"
    "로그인|로그아웃|회원\\s?가입|마이\\s?페이지|login|sign\\s?in|sign\\s?up|menu|search|close|home|홈|"
    "확대|축소|크게|작게|확대\\s?보기|크게\\s?보기|원본\\s?보기|좋아요|싫어요|추천(?:해요|하기)?|비추천|공감(?:하기)?|"
    "훈훈해요|슬퍼요|화나요|후속기사\\s?원해요|기뻐요|놀랐어요|응원해요|팔로우|follow|알림(?:받기)?|"
    "듣기|음성|음성\\s?으로\\s?듣기|기사\\s?듣기|다시\\s?듣기|재생|정지|번역|번역하기|translate|"
    "요약|요약\\s?보기|ai\\s?요약|ai\\s?챗|제보(?:하기)?|기사\\s?제보|댓글\\s?(?:쓰기|달기|보기|작성|등록|입력)|"
    "댓글|의견|답글|쓰기|등록|취소|목록|목록으로|이전|다음|처음|맨\\s?위로|위로|top|뒤로|go\\s?top|기타|"
    "선물하기|기사\\s?선물하기|읽기\\s?모드|다크\\s?모드|라이트\\s?모드|보내|전송|후원(?:하기)?|응원하기|찜하기|찜"
)
_THINGS = (
    "이?\\s?기사를?\\s?(?:공유(?:하기|합니다)?|인쇄|스크랩|저장|보내기)|다른\\s?공유\\s?찾기|(?:sns\\s?)?기사\\s?보내기|"
    "(?:본문\\s?)?(?:글자|글씨|폰트)(?:\\s?(?:크기|사이즈))?(?:\\s?(?:조절|조정|변경|설정|선택|키우기|줄이기))?|"
    "본문|기사|뉴스|사진|이미지|화면|가|font|size|가나다|텍스트|기본|보통|매우|아주|조금|조금\\s?작게|가장|큰|작은|"
    "키우기|줄이기|크기|조절|설정|글|단축|제목|부제|새\\s?창|이미지\\s?(?:확대|보기|크게\\s?보기)|"
    "사진\\s?(?:확대|크게\\s?보기)|큰\\s?사진\\s?보기|본문\\s?바로가기|주메뉴\\s?바로가기|기사\\s?본문|"
    "지면(?:\\s?보기)?|[a-z]?\\d{1,2}\\s?면|조회(?:수)?|읽음|스크롤\\s?이동\\s?상태바|현재\\s?위치|광고|advertisement|ad|"
    "요약봇|변환|서비스|사용하기|변경하기|이용하기|기사\\s?(?:원문|주소|더보기|목록|전체)|원문\\s?보기|구독자|기자\\s?(?:페이지|구독|정보)|기자|"
    "pc\\s?버전(?:\\s?보기)?|모바일\\s?(?:버전|웹)?|회사\\s?소개|신문사\\s?소개|매체\\s?소개|광고\\s?문의|제휴\\s?문의|"
    "광고\\s?안내|구독\\s?(?:신청|안내)|불편\\s?신고|고충\\s?처리(?:인)?|이용\\s?약관|개인\\s?정보\\s?(?:처리|취급)\\s?방침|"
    "청소년\\s?보호\\s?정책|이메일\\s?무단\\s?수집\\s?거부|저작권\\s?(?:규약|정책|안내)|윤리\\s?강령|편집\\s?규약|"
    "family\\s?site|패밀리\\s?사이트|사이트맵|sitemap|rss\\s?서비스|고객\\s?센터|이전\\s?기사|다음\\s?기사|"
    "최신순|추천순|공감순|등록순|답글순|과거순|비밀번호|아이디|작성자|이름|내용|byte|bytes|바이트|자|개|건|명|회|위|현재|최대|"
    "총|전체|카드\\s?뉴스|포토|영상|동영상|고정|play|pause|video|audio|입력|수정|발행|언론사|편집|뉴스\\s?홈"
)
_WORD = re.compile(
    rf"{_BEFORE}(?:{_THINGS}|(?:{_SERVICES})(?:{_DEEDS})?|{_DEEDS})(?:\(으\)로|으?로|에|을|를|\s?beta|\s?베타)?{_AFTER}",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]")
# Button rows are short words in a row; nothing longer is one.
_LONGEST_ROW = 300


# What somebody says is no button: "“공유하기.”".
_SPOKEN = re.compile("[“‘\"'].+[”’\"']$")


def is_furniture(text: str) -> bool:
    """Whether a line is nothing but buttons, counters and their labels."""
    if len(text) > _LONGEST_ROW or _SPOKEN.match(text):
        return False
    return bool(_WORD.search(text)) and not _LETTER.search(_WORD.sub(" ", text))


def is_row(text: str) -> bool:
    """Whether a line is a row of buttons, one of which may be of a name nobody knows."""
    words = text.split()
    strange = sum(1 for word in words if _LETTER.search(_WORD.sub(" ", word)))
    return 4 <= len(words) <= 20 and strange <= 1 and not re.search('[“”"‘’…,.]', text)


def strip_furniture(text: str) -> str:
    """The line without button words, for judging what else stands on it."""
    return _WORD.sub(" ", text) if len(text) <= _LONGEST_ROW else text


# Where to send tips, and how to subscribe: said below every story, of no story.
_PLACES = rf"(?:{_SERVICES}|전화|휴대\s?전화|홈페이지|다음|뉴스레터|포털)"
_APPEAL = re.compile(
    rf"^\W*(?:[가-힣A-Za-z0-9]{{1,12}}\s)?(?:기사\s?|뉴스\s?)?제보(?:는|하기|처|\s?전화|\s?문의)?\s?[:：]?\s?{_PLACES}(?![가-힣]).{{0,40}}$"
    rf"|^\W*(?:[가-힣A-Za-z0-9]{{1,12}}\s)?{_PLACES}(?:에서|으?로)?\s?[^.]{{0,24}}"
    r"(?:(?:채널|친구)\s?(?:추가|구독)(?:하기)?|구독(?:하기|과\s?좋아요))\W*$",
    re.I,
)


# A mark that leads elsewhere, and an invitation of the paper's.
_INVITATION = re.compile(
    r"^[▶▷☞→※★◎].{4,70}(?:함께\s?하|(?:만나|받아|확인해|찾아|살펴|들어|누려)\s?보|확인하|참여하|신청하|구독하|가입하|클릭하|"
    r"누르|추가하|이용하|즐기)(?:세요|십시오|시기\s?바랍니다)[.!~]*$"
)


def is_appeal(text: str) -> bool:
    """Whether a line asks for tips, subscribers or visits ("제보는 카카오톡 hangang")."""
    if _INVITATION.match(text):
        return True
    return len(text) <= 60 and bool(_APPEAL.match(text)) and not re.search(r"[다요]\.\W*$", text)


# Messages of the page to its user: a user-interface noun and a polite ending, short.
_NOTICE_NOUN = re.compile(
    r"글자|글씨|폰트|브라우저|로그인|회원|구독|스크랩|공유|클릭|번역|요약|음성|읽어\s?드|들려|자바스크립트|javascript|"
    r"audio|video|댓글|바로가기|페이지|링크|복사|제보|채널|앱|서비스|인쇄|좋아요|알림|프리미엄|유료|광고|저작권|무단"
    r"|다음뉴스|이\s?기사[를는가]|쌍방향|AI가|인공지능이\s?(?:자동|요약)",
    re.I,
)
_NOTICE_END = re.compile(
    r"(?:니다|세요|시오|니까|해요|돼요|드려요|가능|support[^.]{0,40})[.!?~]?[)\]]?$", re.I
)


def is_notice(text: str) -> bool:
    """Whether a line is the page speaking to its user ("이 글자크기로 변경됩니다.")."""
    if is_appeal(text):
        return True
    return len(text) <= 90 and bool(_NOTICE_NOUN.search(text)) and bool(_NOTICE_END.search(text))


_LIST_NAME = (
    r"(?:최신|최근|인기|주요|추천|관련|연관|핫|이슈|헤드라인|속보|톱|탑|베스트|화제의?|놓치면\s?안\s?될|놓치지\s?마세요|"
    r"오늘의|이\s?시각|이\s?시간|실시간|지금\s?뜨는|많이\s?(?:본|읽은|찾는)|가장\s?많이\s?(?:본|읽은)|댓글\s?많은|공감\s?많은|"
    r"함께\s?(?:볼\s?만한|보면\s?좋은|읽으면\s?좋은|본|읽는)|같이\s?(?:볼\s?만한|읽으면\s?좋은)|당신이\s?(?:좋아할|관심)(?:\s?있을)?\s?(?:만한|가질)?|"
    r"더\s?볼\s?만한|읽어\s?볼\s?만한|볼\s?만한|에디터\s?추천|편집자?\s?(?:추천|픽)|분야별|섹션|카테고리|종합|다른|이어지는|후속|"
    r"추천\s?많은|조회|랭킹|실시간\s?인기|일간|주간|월간|연재|시리즈|기획|포토|오피니언|핫이슈|최다|"
    r"hot|best|top|latest|related|most\s?(?:read|viewed)|popular|trending|recommended)"
)
_LIST_NOUN = (
    r"(?:기사|뉴스|소식|이슈|핫이슈|헤드라인|글|콘텐츠|컨텐츠|랭킹|순위|포토|키워드|추천|영상|토픽|클릭|픽|"
    r"news|articles?|stories|issue|click|pick|photo|\d{1,2})"
)
_LIST_HEAD = re.compile(
    rf"^(?:[가-힣·]{{1,8}}\s)?(?:{_LIST_NAME}\s?[·/&]?\s?){{1,4}}{_LIST_NOUN}(?:\s?{_LIST_NOUN}){{0,2}}$"
    r"|^.{0,25}(?:기자|특파원|필자|작성자)[가이의]?\s?(?:쓴|작성한)?\s?(?:이\s)?(?:다른|최신|최근|더|인기|많이\s?본)\s?"
    r"(?:기사|글|뉴스)(?:들)?(?:\s?(?:보기|더보기))?$"
    r"|^.{0,12}(?:에서|의)\s?(?:많이\s?본|인기|최신|다른|추천)\s?(?:뉴스|기사|글)$"
    r"|^(?:.{1,12}\s)?(?:랭킹|핫클릭|핫\s?뉴스|실시간\s?뉴스|속보|포토\s?뉴스|오늘의\s?(?:운세|날씨)|[가-힣]{2,8}\s?top\s?\d{1,2})$",
    re.I,
)
_LIST_TRIM = re.compile(
    r"^[\W_]+|[\W_]+$|\s*(?:더\s?보기|전체\s?보기|바로가기|more|\+)\s*\W*$", re.I
)


def is_list_head(text: str) -> bool:
    """Whether a line is the name of a list of headlines ("많이 본 뉴스", "[관련기사]")."""
    if len(text) > 45:
        return False
    name = _LIST_TRIM.sub("", _LIST_TRIM.sub("", text))
    return bool(name) and bool(_LIST_HEAD.match(name))


_COMMENT_HEAD = re.compile(
    r"^[\W_]*(?:전체\s?|독자\s?|기사\s?|회원\s?|이\s?기사의?\s?|내\s?|네티즌\s?|베스트\s?|총\s?)?"
    r"(?:댓글|의견|덧글|코멘트|comments?|한\s?줄\s?평|100자\s?평|독자\s?의견|댓글\s?정책)"
    r"(?:\s?(?:쓰기|달기|작성(?:하기)?|등록|입력|목록|창|보기|운영\s?(?:규정|원칙)|정책|삭제|수정|서비스))?"
    r"\s?[:：]?\s?[(\[<]?\s?(?:총\s?)?(?P<count>\d{1,6})?\s?(?:개|건|명)?\s?[)\]>]?[\W_]*$",
    re.I,
)


def comment_head(text: str) -> str | None:
    """ "plain" for a line which only says 댓글, "counted" if it counts them, else None."""
    found = _COMMENT_HEAD.match(text) if len(text) <= 40 else None
    # Said by somebody ("“댓글 0개.”"), or the end of a sentence ("… 남은 것은 / 댓글.").
    if not found or re.match("[“\"‘']", text) or text.endswith("."):
        return None
    return "counted" if found["count"] else "plain"


_RULE = re.compile(
    r"\d\s?(?:자|byte|바이트)|욕설|비방|명예|권리를\s?침해|인신공격|도배|비속어|불쾌감|제재|삭제|등록하실|작성하실|쓰실|"
    r"운영\s?(?:규정|원칙)|로그인|실명|권한이|댓글",
    re.I,
)
_COUNTER = re.compile(
    r"^\W*(?:현재\s?)?(?:글자\s?수|입력)?\s?:?\s?\d{1,5}\s?(?:자|byte|bytes|바이트)?\s?/\s?(?:최대\s?)?[\d,]{2,6}\s?"
    r"(?:자|byte|bytes|바이트)?\W*(?:등록|확인|쓰기)?$",
    re.I,
)


# The same counter behind words: "댓글을 입력해주세요. 0/300자".
_COUNTED = re.compile(
    r"(?<![\d./])\d{1,5}\s?(?:자|byte|bytes|바이트)?\s?/\s?(?:최대\s?)?[\d,]{2,6}\s?(?:글?자|byte|bytes|바이트)"
    r"\W*(?:등록|확인|쓰기)?(?:하기)?$",
    re.I,
)


def is_comment_rule(text: str) -> bool:
    """Whether a line tells readers how to comment, in the polite form no story uses of itself."""
    if _COUNTER.match(text):
        return True
    if len(text) > 200 or not _RULE.search(text):
        return False
    if len(text) <= 80 and _COUNTED.search(text):
        return True
    polite = re.search(r"(?:니다|세요|시오|니까)[.!)\]]*$", text)
    limit = re.search(
        r"\d\s?(?:자|byte|바이트)\s?(?:이내|까지|제한|이하)\W*$|최대\s?[\d,]+\s?(?:자|byte|바이트)\W*$",
        text,
    )
    return bool(polite or limit)


_COPYRIGHT = re.compile(
    r"저작권자|copyright|all\s?rights?\s?reserved|무단\s?(?:전재|복제|배포|사용|도용)|재배포\s?(?:및|금지)|ai\s?학습\s?(?:및|이용|활용)",
    re.I,
)
_FOOTER = re.compile(
    r"^\W*(?:제호|등록\s?번호|등록\s?(?:일자?|년월일)|발행\s?(?:일자?|인|처|·\s?편집인)|편집\s?(?:인|국장)|발행인|대표\s?(?:이사|자|전화)|"
    r"청소년\s?보호\s?(?:책임자|담당자)|개인정보\s?(?:관리|보호)\s?책임자|사업자\s?(?:등록)?\s?번호|통신판매|주소|전화|tel|fax|팩스|"
    r"고충처리인|법인명|상호|인터넷\s?신문\s?등록|정기간행물|본사|서울특별시|서울시)\s?(?:[:：|]|\s|\(|$)",
    re.I,
)


def is_copyright(text: str) -> bool:
    """Whether a line asserts the paper's copyright; a sentence about copyright does not."""
    if len(text) > 250 or not _COPYRIGHT.search(text):
        return False
    mark = re.search(r"[ⓒ©<>\[\]]|\(c\)|copyright", text, re.I)
    return bool(mark) or not re.search(r"[다요]\.\W*$", text)


def is_footer(text: str) -> bool:
    """Whether a line belongs to the imprint at the foot of a page."""
    return len(text) <= 300 and bool(_FOOTER.match(text)) and not re.search(r"다\.\W*$", text)


_TAGS = re.compile(
    r"^(?:(?:태그|키워드|tags?|해시태그|관련\s?태그)\s?[:：]?\s?)?(?:#\s?[^\s#]{1,40}[\s,]*){1,40}$",
    re.I,
)
_TAG_LABEL = re.compile(
    r"^(?:태그|키워드|tags?|keywords?|관련\s?(?:키워드|태그|종목|토픽)|이슈\s?키워드)(?:\s?[:：].{0,200})?$",
    re.I,
)
_URL = re.compile(r"https?://[^\s<>\"']{4,500}", re.I)


def is_tags(text: str) -> bool:
    """Whether a line holds nothing but hashtags, or the label of a tag list."""
    return len(text) <= 400 and bool(_TAGS.match(text) or _TAG_LABEL.match(text))


def urls(text: str) -> list[str]:
    """The web addresses on a line, without closing punctuation."""
    return [found.rstrip(".,;:)]}>'\"") for found in _URL.findall(text)]
