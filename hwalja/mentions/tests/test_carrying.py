"""Words are found again in a text that was edited, and never others in their place."""

import pytest

from hwalja.mentions.carrying import Carrier
from hwalja.mentions.story import Part, Story

FIRST = "강가람 대표는 서두르지 않겠다고 말했다."
SECOND = "문보라 연구원은 때가 됐다고 말했다."


def story(**blocks: str) -> Story:
    text, parts = "", []
    for place, words in blocks.items():
        parts.append(Part("body", place, len(text), len(text) + len(words), 0))
        text += words + "\n\n"
    return Story(text, parts)


def carried(old: Story, new: Story, words: str, nth: int = 0) -> str | None:
    """What stands in the new text where the words of the old one went; with five characters more."""
    start = -1
    for _ in range(nth + 1):
        start = old.text.index(words, start + 1)
    at = Carrier(old, new).carry(start, start + len(words))
    return None if at is None else new.text[at : at + len(words) + 5]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ({"a": f"앞 문장이다. {FIRST}", "b": SECOND}, "강가람 대표는 "),
        ({"a": FIRST.replace("강가람 대표는", "강가람은"), "b": SECOND}, "강가람은 서두르"),
        ({"a": FIRST.replace("강가람", "강나람"), "b": SECOND}, None),
        ({"b": SECOND, "a": FIRST}, "강가람 대표는 "),
        ({"c": FIRST, "b": SECOND}, "강가람 대표는 "),
        ({"b": f"{SECOND} {FIRST}"}, "강가람 대표는 "),
        ({"a": SECOND, "b": FIRST}, "강가람 대표는 "),
        ({"b": SECOND}, None),
        # The name alone, somewhere else, is another one.
        ({"b": f"{SECOND} 강가람의 친구"}, None),
    ],
)
def test_a_name_is_found_where_it_went(new: dict[str, str], found: str | None) -> None:
    assert carried(story(a=FIRST, b=SECOND), story(**new), "강가람") == found


def test_of_two_the_one_that_is_left_is_the_one_that_stood_there() -> None:
    old = story(a=f"{FIRST} 강가람 씨는 떠났다.")
    new = story(a=FIRST)
    assert carried(old, new, "강가람") == "강가람 대표는 "
    assert carried(old, new, "강가람", nth=1) is None


def test_a_paragraph_that_is_divided_keeps_its_words() -> None:
    old = story(a=f"{FIRST} {SECOND}")
    cut = len(FIRST) + 9
    new = story(a=old.text[:cut], b=old.text[cut:].strip())
    assert carried(old, new, "강가람") == "강가람 대표는 "
    assert carried(old, new, "때가 됐다") == "때가 됐다고 말했다"


@pytest.mark.parametrize(
    "blocks",
    [{"a": "강가람", "b": " 씨는 서두르지 않겠다고 말했다."}, {"a": "강가람"}],
)
def test_a_paragraph_of_which_hardly_anything_is_left(blocks: dict[str, str]) -> None:
    old = story(a="강가람 씨는 서두르지 않겠다고 말했다.")
    assert (carried(old, story(**blocks), "강가람") or "").startswith("강가람")


def test_the_short_end_of_a_paragraph_becomes_one_of_its_own() -> None:
    old = story(a=f"{FIRST} 그는 강가람.")
    new = story(a=f"{FIRST} 그는", b="강가람.", c=SECOND)
    at = Carrier(old, new).carry(*((at := old.text.rindex("강가람")), at + 3))
    assert at == new.text.rindex("강가람")


def test_a_sentence_that_is_written_once_more_stays_the_first() -> None:
    old, new = story(a=FIRST), story(a=f"{FIRST} {FIRST}")
    assert Carrier(old, new).carry(0, 3) == 0


def test_a_name_goes_with_its_sentence_where_the_next_begins_alike() -> None:
    next_one = "강가람 대표는 이날 떠났다."
    old = story(a=f"{FIRST} {next_one}", b=SECOND)
    new = story(a=next_one, b=f"{FIRST} {SECOND}")
    assert Carrier(old, new).carry(0, 3) == new.text.index(FIRST)
