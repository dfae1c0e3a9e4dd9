"""Lighthouse, as a phone sees the demo newspaper: medians of several runs of each page.

make lighthouse        needs Node's npx; brings Lighthouse 12 from npm
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from hwalja.config.tests.homes import Served, free_port, hwalja

RUNS = int(os.environ.get("RUNS", "3"))
LIGHTHOUSE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROME = "--headless=new --no-sandbox"


def pages(served: Served) -> dict[str, str]:
    """The front, the newest article with a picture that it leads with, and its section."""
    front = served.get("/").read().decode()
    article = found(r'href="(/news/[0-9]+/)"', front)
    crumbs = found(r'<nav class="crumbs(.*?)</nav>', served.get(article).read().decode())
    return {"front": "/", "article": article, "section": found(r'href="(/[^"]+)"', crumbs)}


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.DOTALL)
    assert match, pattern
    return match[1]


def run(address: str, folder: Path) -> dict[str, float]:
    """Scores of one run, 0 to 100, and the layout shift."""
    report = folder / "report.json"
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={CHROME}"]
    chromium = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium") or ""
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium})
    told = json.loads(report.read_text())
    scores = {name: told["categories"][name]["score"] * 100 for name in CATEGORIES}
    failed = [
        name
        for name, audit in told["audits"].items()
        if audit["score"] is not None
        and audit["score"] < 1
        and audit.get("scoreDisplayMode") == "binary"
    ]
    print(f"  {address}: {scores} {failed or ''}", file=sys.stderr)
    return {**scores, "shift": told["audits"]["cumulative-layout-shift"]["numericValue"]}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hwalja-lighthouse-") as folder:
        home, port = Path(folder, "home"), free_port()
        more = {"HWALJA_BASE_URL": f"http://127.0.0.1:{port}"}
        made = hwalja(home, "demo", **more)
        if made.returncode:
            sys.exit(made.stderr)
        served = Served(home, more, port).start()
        try:
            print(
                f"{'page':10}{'performance':>13}{'accessibility':>15}{'practices':>11}{'SEO':>6}{'shift':>8}"
            )
            for name, path in pages(served).items():
                runs = [run(f"http://127.0.0.1:{port}{path}", Path(folder)) for _ in range(RUNS)]
                row = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
                print(
                    f"{name:10}{row['performance']:13.0f}{row['accessibility']:15.0f}"
                    f"{row['best-practices']:11.0f}{row['seo']:6.0f}{row['shift']:8.3f}"
                )
        finally:
            served.close()


if __name__ == "__main__":
    main()
