"""Finding the names of 100,000 people in running text, beside plain searches.

The references only look for names as they are written: the bare automaton that `Directory` is
made of, without looking at what stands around a name, and one regular expression of a hundredth
of the names. All names and texts are invented. Medians over the same text, in turn.
"""

import re
import statistics
import time
from collections.abc import Callable
from random import Random

from ahocorasick_rs import AhoCorasick, MatchKind

from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.shapes import Entry

PEOPLE = 100_000
ROUNDS = 5
SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민"
SYLLABLES = "가강건경고광규근기길나남다대도동라람루리마명무미민범별보빛빈산상새서석선설성세소솔수숙슬승시아연영예오옥용우원유윤은율을의이인일재정제종주준지진찬창채철태하한해향혁현형혜호홍화환희"
WORDS = [
    "가온시는",
    "새",
    "다리를",
    "내년",
    "봄에",
    "연다고",
    "밝혔다",
    "관계자는",
    "공사가",
    "순조롭게",
    "진행되고",
    "있으며",
    "예산도",
    "충분하다고",
    "설명했다",
    "이날",
    "회의에는",
    "대표와",
    "위원장이",
    "참석했다",
    "지난해",
    "같은",
    "기간보다",
    "매출이",
    "늘었다는",
    "분석이",
    "나온다",
    "정부는",
    "대책을",
    "마련하기로",
    "했다",
]
TAILS = ["은", "이", "의", "에게", " 대표는", " 씨가", " 의원과", "·", ", "]


def people(rng: Random) -> list[str]:
    """Different names of three syllables; every hundredth of two."""
    names: dict[str, None] = {}
    while len(names) < PEOPLE:
        given = rng.choices(SYLLABLES, k=1 if len(names) % 100 == 0 else 2)
        names[rng.choice(SURNAMES) + "".join(given)] = None
    return list(names)


def text(rng: Random, names: list[str], megabytes: float = 4.0) -> str:
    """Running text with a name in every dozen words."""
    made: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        word = rng.choice(WORDS)
        if rng.random() < 1 / 12:
            word = rng.choice(names) + rng.choice(TAILS)
        made.append(word)
        size += len(word.encode()) + 1
    return " ".join(made)


def speed(search: Callable[[str], object], story: str) -> float:
    """Megabytes (of UTF-8) a second of the processor."""
    start = time.process_time()
    search(story)
    return len(story.encode()) / 1e6 / (time.process_time() - start)


def main() -> None:
    rng = Random(1)
    names = people(rng)
    story = text(rng, names)
    start = time.perf_counter()
    directory = Directory(Entry(str(n), name) for n, name in enumerate(names))
    built = time.perf_counter() - start
    bare = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    few = re.compile("|".join(names[:: PEOPLE // 1000]))
    searches: dict[str, Callable[[str], object]] = {
        "Directory.hits": directory.hits,
        "bare automaton": bare.find_matches_as_indexes,
        "regular expression, 1,000 names": lambda whole: few.findall(whole[: len(whole) // 100]),
    }
    speeds: dict[str, list[float]] = {name: [] for name in searches}
    for _ in range(ROUNDS):
        for name, search in searches.items():
            found = speed(search, story)
            speeds[name].append(found / 100 if name.startswith("regular") else found)
    ours = statistics.median(speeds["Directory.hits"])
    print(f"{PEOPLE:,} names, {len(story.encode()) / 1e6:.1f} MB; built in {built:.2f} s")
    print(f"{len(directory.hits(story)):,} names found")
    print(f"{'search':34}{'MB/s':>8}{'ratio':>8}")
    for name, rows in speeds.items():
        middle = statistics.median(rows)
        print(f"{name:34}{middle:8.2f}{middle / ours:8.2f}")


if __name__ == "__main__":
    main()
