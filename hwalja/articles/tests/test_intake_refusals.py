"""What is no article: refused with a reason, and nothing is made of it."""

import pytest

from hwalja.articles.intake.decoding import decode
from hwalja.articles.intake.page import read
from hwalja.articles.intake.record import NotAnArticle

README = (
    "# Fast parser\n\nThis library parses files quickly.\n\n## Install\n\nRun the installer. It works on every system.\n"
    * 5
)
LIST = "홈 > 경제\n" + "".join(
    f"누리은행 {n}번째 점포 다시 연다\n누리은행이 점포를 다시 연다고 밝혔다…\n한가람 기자 2025-01-{n:02d} 10:00\n"
    for n in range(1, 20)
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "로그인\n아이디\n비밀번호\n로그인 상태 유지\n아이디 찾기\n비밀번호를 잊으셨나요?\n회원가입을 해 주세요.\n",
        "404\n페이지를 찾을 수 없습니다.\n요청하신 주소가 바뀌었거나 없어졌습니다. 주소를 다시 확인해 주세요.\n홈으로\n",
        README,
        LIST,
        "이용약관\n\n제1조 (목적) 이 약관은 회사가 제공하는 서비스의 이용 조건을 정함을 목적으로 합니다.\n"
        "제2조 (정의) 회원이란 회사에 가입한 사람을 말합니다.\n제3조 (효력) 이 약관은 게시한 날부터 효력이 있습니다.\n",
        "공지사항 서버 점검 안내\n작성일 2025-01-08 14:05\n안녕하세요. 점검을 합니다.\n1월 9일 새벽에 서비스가 멈춥니다.\n감사합니다.\n",
        "장바구니\n강가 머그컵 12,000원\n수량 1\n주문하기\n배송은 2~3일 걸립니다.\n",
        "누리은행, 점포 다시 연다\n동백중공업 쇄빙선 수주\n한들시 축제에 30만 명\n강은전자 공장 첫 삽\n",
        "2025-01-08 14:05:00 INFO 서버 시작\n2025-01-08 14:05:01 WARN 연결 끊김\n2025-01-08 14:05:02 INFO 다시 연결\n",
        "def main():\n    print('안녕하세요')\n    return 0\n",
    ],
)
def test_what_is_no_article_is_refused(text: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read(decode(text.encode()))
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_binary_is_refused() -> None:
    with pytest.raises(NotAnArticle):
        decode(bytes(range(256)) * 40)
    with pytest.raises(NotAnArticle):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)) * 30)
