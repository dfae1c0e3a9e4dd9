"""Microseconds that the assistant takes for a comment, by its length, and to be read from its file."""

import random
import statistics
import time
from collections.abc import Callable

ROUNDS = 200
LENGTHS = (20, 40, 100, 200, 400)
SYLLABLES = "가나다라마바사아자차이그저는은을를에서도만의다고요네지나라니까했었겠"


def microseconds(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1e6


def text_of(length: int) -> str:
    pick = random.Random(length)
    return "".join(pick.choice(SYLLABLES + "   ") for _ in range(length))


def main() -> None:
    from hwalja.comments.assistant import file
    from hwalja.comments.assistant.chosen import SHIPPED

    begun = time.perf_counter()
    model = file.read(SHIPPED)
    print(f"{'read from its file':20}{(time.perf_counter() - begun) * 1e3:10.1f} ms")
    for length in LENGTHS:
        text = text_of(length)
        print(f"{length:3} characters{microseconds(lambda text=text: model.judge(text)):17.0f} µs")


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
    django.setup()
    main()
