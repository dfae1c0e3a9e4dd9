"""Finding 5,000 listed words in a comment of 200 characters, beside two plain searches.

The references look for the words as they are written and see through no disguise: Python's `in`,
word after word, and one regular expression of all words. Medians over the same comments, in turn.
"""

import re
import statistics
import time
from collections.abc import Callable
from random import Random

from hwalja.comments.korean.listed import shipped_lines
from hwalja.comments.korean.matcher import Words

WORDS = 5_000
COMMENTS = 300
LENGTH = 200
ROUNDS = 7
# What comments are made of: everyday words, some with an ending, and now and then a disguise.
EVERYDAY = (
    "기사 정말 오늘 사람들 다시 역시 생각 정부 국민 경제 우리 대통령 이번 문제 그냥 진짜 선수 경기 영화 "
    "배우 노래 응원합니다 좋겠네요 모르겠다 그런데 하지만 열심히 발견 발표 가족 학교 시장 나라 마음 세상 "
    "힘내세요 기자님 댓글 2025년 KBS ㅋㅋㅋ ㅠㅠ 시1발 ㅅㅂ tlqkf 새끼손가락"
)
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오조초구누두루무부수우주"


def comments(rng: Random) -> list[str]:
    """Comments of exactly 200 characters."""
    made, everyday = [], EVERYDAY.split()
    for _ in range(COMMENTS):
        text = ""
        while len(text) < LENGTH:
            text += rng.choice(everyday) + rng.choice(["", "은", "이 ", " ", ". ", "! "])
        made.append(text[:LENGTH])
    return made


def lists(rng: Random) -> tuple[list[str], list[str], list[str]]:
    """The shipped lists, filled up with invented banned words to 5,000 in all."""
    banned, suspect = shipped_lines("banned"), shipped_lines("suspect")
    innocent = shipped_lines("innocent")
    while len(banned) + len(suspect) + len(innocent) < WORDS:
        banned.append("".join(rng.choices(SYLLABLES, k=rng.randint(3, 5))))
    return banned, suspect, innocent


def microseconds(search: Callable[[str], object], texts: list[str]) -> float:
    """What one comment takes of the processor, in the mean over all of them."""
    start = time.process_time()
    for text in texts:
        search(text)
    return (time.process_time() - start) / len(texts) * 1e6


def main() -> None:
    rng = Random(1)
    texts, (banned, suspect, innocent) = comments(rng), lists(rng)
    start = time.perf_counter()
    words = Words(banned, suspect, innocent)
    built = time.perf_counter() - start
    plain = [word.removeprefix("=") for word in [*banned, *suspect, *innocent]]
    one = re.compile("|".join(map(re.escape, plain)))
    searches: dict[str, Callable[[str], object]] = {
        "Words.find": words.find,
        "one regular expression": one.findall,
        "`in`, word after word": lambda text: [word for word in plain if word in text],
    }
    times: dict[str, list[float]] = {name: [] for name in searches}
    for _ in range(ROUNDS):
        for name, search in searches.items():
            times[name].append(microseconds(search, texts))
    print(f"{len(plain)} words, {COMMENTS} comments of {LENGTH} characters; built in {built:.2f} s")
    print(f"{'search':34}{'µs a comment':>14}")
    for name, rows in times.items():
        print(f"{name:34}{statistics.median(rows):14.0f}")


if __name__ == "__main__":
    main()
