"""`hwalja train-recogniser` on a small newspaper of made-up people and companies."""

import random
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hwalja.mentions.reading.recogniser import Recogniser

PEOPLE = ["홍가온", "최나래", "박다솜", "이마루", "김보람", "정소라", "한아람", "윤찬솔"]
COMPANIES = ["가람전자", "나루은행", "다온건설", "마루증권", "바다물산", "사랑통신"]
SENTENCES = [
    "{person} {company} 대표는 오늘 새 공장을 열었다.",
    "{company}의 {person} 씨가 상을 받았다.",
    "이날 {person} 대표가 {company}를 떠났다.",
]


def klue() -> str:
    chance = random.Random(3)
    out = []
    for number in range(40):
        person, company = chance.choice(PEOPLE), chance.choice(COMPANIES)
        out.append(f"## made-{number}\t…")
        pattern = chance.choice(SENTENCES)
        for part in pattern.replace("}", "{").split("{"):
            name = {"person": (person, "PS"), "company": (company, "OG")}.get(part)
            letters, label = name or (part, "")
            for at, letter in enumerate(letters):
                mark = f"{'I' if at else 'B'}-{label}" if label else "O"
                out.append(f"{letter}\t{mark}")
        out.append("")
    return "\n".join(out)


def trained(tmp_path: Path, *more: str) -> str:
    (tmp_path / "rows.tsv").write_text(klue(), encoding="utf-8")
    forms = [f"{name}\tPS_NAME\t1" for name in PEOPLE]
    forms += [f"{name}\tOGG_ECONOMY\t1" for name in COMPANIES]
    (tmp_path / "forms.tsv").write_text("\n".join(["form\tlabel\tcount", *forms]), encoding="utf-8")
    said = StringIO()
    call_command(
        "train_recogniser",
        *("--data", str(tmp_path / "rows.tsv"), "--forms", str(tmp_path / "forms.tsv")),
        *("--output", str(tmp_path / "made.model"), *more),
        stdout=said,
        stderr=StringIO(),
    )
    return said.getvalue()


@pytest.mark.slow
def test_it_learns_what_it_is_shown(tmp_path: Path) -> None:
    said = trained(tmp_path, "--folds", "2")
    assert "2겹 시험" in said and "사람" in said and "1.000" in said
    text = "하다운 가나전자 대표는 오늘 새 공장을 열었다."
    found = Recogniser.load(tmp_path / "made.model").spans(text)
    assert (0, 3, "PS") in [(one.start, one.end, one.label) for one in found]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--folds", "1"], "2 이상"),
        (["--folds", "41"], "40개뿐"),
        (["--data", "none.tsv"], "none.tsv: 읽을 수 없습니다"),
        (["--output", "none/x.model"], "폴더가 없습니다"),
    ],
)
def test_what_it_refuses(tmp_path: Path, more: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        trained(tmp_path, *more)
