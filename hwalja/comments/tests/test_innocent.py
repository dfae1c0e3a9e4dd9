"""Words and sentences in which listed words are only letters: nothing is found in them."""

from random import Random

import pytest

from hwalja.comments.korean.listed import shipped_lines
from hwalja.comments.korean.matcher import Words, shipped
from hwalja.hangul.particles import with_particle

SENTENCES = """
다시 발견된 유물이 역시 발길을 끈다
역시 발전이 빠르다
혹시 발생할지 모를 사고
무시 발언이 논란이다
다시. 발표는 내일
다시...발굴한다
서울시 발표에 따르면
부산시발 대책이 나왔다
오후 3시 발 열차
다시발견한 사실
몇 시 발이에요? 세 시에 발차합니다
그 사건이 전쟁의 시발점이다
시발점은 서울역이다
시발역에서 갈아탔다
새끼손가락 걸고 약속
아기의 새끼손가락이 귀엽다
새끼줄을 꼬았다
고양이 새끼 네 마리
강아지 새끼를 낳았다
우리 개가 새끼를 낳았어요
미운 오리 새끼를 읽었다
개나리가 피었다
2016년 병신년(丙申年) 새해
병신년 새해가 밝았다
질병신고를 했다
친구에게 고자질하지 마라
성공하고자 애쓴다
미친듯이 달렸다
영향을 미친 사건
기대에 못 미친 성적
전염병이 돈다
홍길동님 10월 14일에 봬요
출세했네2001년 졸업
sns팔이 하지 말자
YG망했다
부산역 1번 출구에서 시8시
네10년 됐어요
어제 우리 개 보지 못했어요
니 보지 말고 내 보지 말고 앞만 봐
그 새끼손가락으로 저 새끼발가락을
감염병 할 것 없이
가족같은 분위기
가족까지 나섰다
조나단과 아리조나
무지개같은 빛깔
번개같이 달려왔다
게놈지도가 완성됐다
보지 못한 사람
해보지 뭐
먹어보지도 않고
자지 않고 기다렸다
잠만 자지 말고
남자지만 여자지만
한남동에서 한남대교까지
북한남한 모두
애비로드와 에미넴
어머니미소
들이닥쳐 왔다
닥치는 대로 읽었다
샅샅이 뒤져 보았다
결코 뒤지지 않는다
살코기를 씨 발라 먹었다
생선을 씨발라먹듯
껌을 씹어 삼켰다
곱씹을 만하다
불이 꺼졌다
18세 청소년
이 년 전과 이년 후
이천십팔년 동안
징역 18년간
땅따먹기 놀이
운지버섯을 달였다
추운지 더운지 모르겠다
탄핵소추안이 가결됐다
메갈로돈 화석
팔등신 미녀와 등신대 인형
자위대 파견
샛길로 갔다
홍어삼합을 먹었다
딸이 세 명이다
우리 딸이다
바느질을 하십니까
있습니다. 없습니다. 옷방 앗백
집시바람이 분다
좋아하는 책
이쪽발이 아프다
보슬비가 내린다
급식충당금
탁자 위, 의자 위
내년과 작년, 청년과 소년
섹시발랄한 무대
Scunthorpe, class, assassin, shiitake, Dickens
class action and passion
""".strip().splitlines()


def test_sentences_in_which_nothing_is_found() -> None:
    hits = {s: h for s in SENTENCES if (h := shipped().find(s))}
    assert not hits


def test_listed_innocent_words_with_particles() -> None:
    rng = Random(5)
    texts = [word.removeprefix("=") for word in shipped_lines("innocent")]
    texts += [
        with_particle(word, rng.choice(["은/는", "이/가", "을/를", "과/와"]))
        for word in texts
        if len(word) > 4 and word[-1] not in "않못말마("
    ]
    hits = {t: h for t in texts if (h := shipped().find(t))}
    assert not hits


def test_most_innocent_words_are_needed() -> None:
    """Without the list they would be found; some are kept for words an editor may add."""
    bare = Words(shipped_lines("banned"), shipped_lines("suspect"), [])
    innocent = shipped_lines("innocent")
    assert sum(bool(bare.find(word)) for word in innocent) > 0.75 * len(innocent)


@pytest.mark.parametrize(
    "text",
    [
        "시발 다시 발견",
        "시발역겹다",
        "씨발 개새끼손가락",
        "시발점 같은 소리 하네 시발",
        "다시발놈아",
    ],
)
def test_an_innocent_word_hides_no_more_than_itself(text: str) -> None:
    assert any(f.kind == "banned" for f in shipped().find(text))
