"""Names counted in other text: what each form was the name of, and how often."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hwalja.mentions.reading.recogniser.spans import LABELS
from hwalja.mentions.reading.recogniser.training.rows import Malformed
from hwalja.mentions.reading.recogniser.units import numberless

# Kinds that are no names here, but whose forms tell what is not one of the six.
CIVILISATION, ARTEFACT, OTHER = "CV", "AF", "XX"
NUMBERS = ("DT", "TI", "QT")
# A form is of one kind if at least this share of its uses was; else its two commonest count.
_PURE = 0.85
# Seen this often, a form is told apart from those seen by chance.
_OFTEN = 5


@dataclass(frozen=True, slots=True)
class Form:
    text: str
    kind: str
    count: int

    @property
    def label(self) -> str:
        """One of the six labels, or of the kinds above."""
        if self.kind.startswith("TM"):  # Terms; TI is the label of times.
            return OTHER
        short = "OG" if self.kind.startswith("OGG") else self.kind[:2]
        return short if short in (*LABELS, CIVILISATION, ARTEFACT) else OTHER

    @property
    def fine(self) -> str:
        """The kind as it is counted; none for numbers, which are told by their shape."""
        return "" if self.label in NUMBERS else self.kind


def read_forms(path: Path) -> list[Form]:
    """Lines of form, kind and count with tabs between them, after one of headings."""
    try:
        return list(_forms(path.read_text(encoding="utf-8").split("\n"), path))
    except OSError as error:
        raise Malformed(f"{path}: 읽을 수 없습니다({error.strerror}).") from None
    except UnicodeDecodeError:
        raise Malformed(f"{path}: UTF-8 파일이 아닙니다.") from None


def _forms(lines: list[str], path: Path) -> Iterator[Form]:
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        text, _, rest = line.partition("\t")
        kind, _, count = rest.partition("\t")
        if not (text and kind and count.isdecimal()):
            raise Malformed(f"{path}: {number}번째 줄이 이름·갈래·횟수의 꼴이 아닙니다.")
        yield Form(text, kind, int(count))


def kinds(forms: Iterable[Form]) -> dict[str, str]:
    """For each form (digits as 0) its label, or its two commonest (`LC/OG`), + where seen often;
    then a space and its commonest fine kind.
    """
    labels: Mapping[str, Counter[str]] = defaultdict(Counter)
    fine: Mapping[str, Counter[str]] = defaultdict(Counter)
    for form in forms:
        labels[numberless(form.text)][form.label] += form.count
        fine[numberless(form.text)][form.fine] += form.count
    return {text: f"{_kind(labels[text])} {fine[text].most_common(1)[0][0]}" for text in labels}


def _kind(labels: Counter[str]) -> str:
    (first, count), *rest = labels.most_common(2)
    total = labels.total()
    name = first if count / total >= _PURE else f"{first}/{rest[0][0]}"
    return name + "+" * (total >= _OFTEN)


def people_and_things(forms: Iterable[Form]) -> tuple[list[str], list[str]]:
    """The forms that name people only, and those that never do."""
    labels: Mapping[str, set[str]] = defaultdict(set)
    for form in forms:
        labels[form.text].add(form.label)
    people = [text for text, found in labels.items() if found == {"PS"}]
    return people, [text for text, found in labels.items() if "PS" not in found]
