"""Namesakes of a register of real candidates, in texts made for them: nobody is linked wrongly."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from hwalja.mentions import cases
from hwalja.mentions.reading.directory import Directory
from hwalja.mentions.reading.files import entries
from hwalja.mentions.reading.linking import Linker
from hwalja.mentions.reading.tests.reading import splitter

pytestmark = pytest.mark.prove
Measured = Callable[[str, str, str], None]
SHARED = Path(os.environ.get("HWALJA_SAMPLE", "none")).parent
MAKER, REGISTER = SHARED / "eval/linking_cases.py", SHARED / "data/candidacies.csv"
SEEDS, CASES = range(1, 6), 1000


@pytest.mark.skipif(
    not (MAKER.exists() and REGISTER.exists()),
    reason="no folders eval and data beside the one that HWALJA_SAMPLE names",
)
def test_namesakes(measured: Measured, tmp_path: Path) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for seed in SEEDS:
        found += _judged(seed, tmp_path)
    total = sum(found.values())
    wrong = sum(count for (_, verdict), count in found.items() if verdict == "wrong")
    full = {verdict: found["full", verdict] for verdict in ("right", "abstained", "wrong")}
    party = {verdict: found["party", verdict] for verdict in ("right", "abstained", "wrong")}
    bare, nil = found["bare", "wrong"], found["nil", "wrong"]
    measured(
        "Namesakes",
        f"{wrong} wrong links in {total:,} cases ({1000 * wrong / total:.1f} per 1,000); full context "
        f"{full['right']} of {sum(full.values())} linked, party alone {party['right']} of {sum(party.values())}; "
        f"bare names {bare}, outsiders {nil} linked",
        f"{len(SEEDS)} seeds × {CASES:,} cases, 12,913 candidates for the National Assembly as directory",
    )
    assert wrong <= total / 1000
    assert full["right"] >= 0.97 * sum(full.values())
    assert bare == nil == 0


def _judged(seed: int, folder: Path) -> Counter[tuple[str, str]]:
    """How many cases of each kind were answered rightly, wrongly or not at all."""
    files = {name: folder / f"{name}{seed}" for name in ("directory", "cases", "gold")}
    options = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    command = [sys.executable, str(MAKER), str(REGISTER), "make", "--seed", str(seed)]
    subprocess.run([*command, "--n", str(CASES), *options], check=True, stdout=subprocess.DEVNULL)
    linker = Linker(Directory(entries(json.loads(files["directory"].read_text()))))
    gold = json.loads(files["gold"].read_text())
    found: Counter[tuple[str, str]] = Counter()
    with files["cases"].open() as lines:
        for case in cases.read(lines):
            told, meant = cases.answer(case, linker, splitter()), gold[case.id]
            right = told == meant["person"] or (told is not None and told == meant["meant"])
            verdict = "right" if right else "abstained" if told is None else "wrong"
            found[meant["kind"], verdict] += 1
    return found
