"""Where a reader can send an article: seven ways, each a link that works by itself."""

from dataclasses import dataclass
from urllib.parse import quote

from hwalja.articles.models import Article
from hwalja.masthead.models import Masthead

# Loaded only after the reader presses the button, and only where the paper has a key.
KAKAO_SDK = "https://t1.kakaocdn.net/kakao_js_sdk/2.7.4/kakao.min.js"
KAKAO_INTEGRITY = "sha384-DKYJZ8NLiK8MN4/C5P2dtSmLQ4KwPaoqAfyA/DfmEc1VDxu4yyC7wy6K1Hs90nka"
KAKAO_POLICY = {
    "script-src": ["https://t1.kakaocdn.net"],
    "connect-src": ["https://*.kakao.com"],
    "form-action": ["https://sharer.kakao.com"],
}


@dataclass(frozen=True)
class Share:
    """One way; `doing` names what reader.js does in place of following the link."""

    icon: str
    label: str
    href: str
    doing: str = ""


def ways(article: Article, url: str, masthead: Masthead) -> list[Share]:
    """The seven of a Korean news page, in their usual order.

    Without JavaScript, those that no address can do lead to the article's address in plain
    text, or to the print view.
    """
    address, title = quote(url, safe=""), quote(article.title, safe="")
    youtube = Share("youtube", "유튜브 공유하기", "#address", "sheet")
    if masthead.youtube:
        youtube = Share("youtube", "유튜브 채널 보기", masthead.youtube)
    return [
        Share(
            "facebook",
            "페이스북 공유하기",
            f"https://www.facebook.com/sharer/sharer.php?u={address}",
        ),
        Share("x", "X 공유하기", f"https://x.com/intent/post?url={address}&text={title}"),
        Share(
            "naver",
            "네이버 공유하기",
            f"https://share.naver.com/web/shareView?url={address}&title={title}",
        ),
        Share("kakao", "카카오톡 공유하기", "#address", "kakao"),
        youtube,
        Share("link", "URL 공유하기", "#address", "copy"),
        Share("print", "인쇄하기", "#print", "print"),
    ]
