"""What the pages of a small and of a large paper cost, side by side.

python -m benchmarks.archive [N …]     papers of 1,000 and 10,000 articles, or of N each

Each paper is made in a temporary home and measured in a process of its own; the ratio is to the
first, of the processor's time, which other work on the machine disturbs less than the clock's.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

SIZES = [1_000, 10_000]


def main() -> None:
    sizes = [int(text.replace(",", "")) for text in sys.argv[1:]] or SIZES
    papers = [_measured(size) for size in sizes]
    heads = "".join(f"{f'{size:,}':>12}{'cpu':>8}{'ratio':>7}" for size in sizes)
    print(f"{'milliseconds':26}{heads}")
    for name in papers[0]["costs"]:
        cells = [_cell(paper["costs"][name], papers[0]["costs"][name]) for paper in papers]
        print(f"{_padded(name)}{''.join(cells)}")
    for name, label in (("own", "memory, MB"), ("peak", "with the file, MB"), ("marks", "marks")):
        cells = [f"{paper[name]:12.0f}{'':15}" for paper in papers]
        print(f"{label:26}{''.join(cells)}")


def _cell(cost: dict[str, float], first: dict[str, float]) -> str:
    ratio = cost["processor"] / first["processor"]
    return f"{cost['milliseconds']:12.1f}{cost['processor']:8.1f}{ratio:7.2f}"


def _padded(name: str) -> str:
    """A Korean letter is two columns wide."""
    return name + " " * (26 - sum(2 if letter >= "가" else 1 for letter in name))


def _measured(size: int) -> dict[str, Any]:
    """The costs of a paper of that size; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as home:
        env = {name: value for name, value in os.environ.items() if not name.startswith("HWALJA_")}
        env["HWALJA_HOME"] = home
        _run(env, "archive", f"--articles={size}")
        return dict(json.loads(_run(env, "costs", "--json")))


def _run(env: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "hwalja.config.cli", "bench", *arguments]
    return subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
