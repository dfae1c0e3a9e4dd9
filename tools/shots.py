"""Screenshots of every kind of page: 360, 768 and 1280 px wide, light and dark, into shots/.

make shots                                         of a paper made for the purpose
.venv/bin/python tools/shots.py --base-url URL --paths PATHS.json   of a running one
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.browser.server import free_port, serving  # noqa: E402

WIDTHS = {360: 780, 768: 1024, 1280: 900}


def main() -> None:
    options = _options()
    with _paper(options) as (base, paths), sync_playwright() as player:
        wanted = {name: path for name, path in paths.items() if options.only in name}
        chromium = os.environ.get("HWALJA_CHROMIUM") or shutil.which("chromium")
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in options.widths:
            for theme in options.themes:
                _shoot(browser, base, wanted, width, theme, options.into, options.fold)
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url")
    parser.add_argument("--paths", type=Path, help="JSON: path by kind of page")
    parser.add_argument("--into", type=Path, default=ROOT / "shots")
    parser.add_argument("--only", default="", help="kinds of page whose name holds this")
    parser.add_argument("--widths", type=int, nargs="*", default=list(WIDTHS))
    parser.add_argument("--themes", nargs="*", default=["light", "dark"])
    parser.add_argument("--fold", action="store_true", help="only what is seen without scrolling")
    return parser.parse_args()


@contextmanager
def _paper(options: argparse.Namespace) -> Iterator[tuple[str, dict[str, str]]]:
    if options.base_url:
        yield options.base_url, json.loads(options.paths.read_text())
        return
    with tempfile.TemporaryDirectory(prefix="hwalja-shots-") as home:
        port = free_port()
        env = {**os.environ, "HWALJA_BASE_URL": f"http://127.0.0.1:{port}"}
        command = [sys.executable, "-m", "tests.browser.paper", home]
        made = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE)
        with serving(Path(home), port) as base:
            yield base, json.loads(made.stdout)


def _shoot(
    browser: Browser,
    base: str,
    paths: dict[str, str],
    width: int,
    theme: str,
    into: Path,
    fold: bool,
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": WIDTHS.get(width, 900)},
        color_scheme=theme,  # type: ignore[arg-type]
        locale="ko-KR",
        timezone_id="Asia/Seoul",
    )
    into.mkdir(exist_ok=True)
    for name, path in paths.items():
        page.goto(base + path)
        _load_pictures(page)
        file = re.sub(r"\W+", "-", name)
        page.screenshot(path=into / f"{file}-{width}-{theme}.png", full_page=not fold)
    page.close()


def _load_pictures(page: "object") -> None:
    """Scroll through once, so that pictures further down are there too."""
    page.evaluate(  # type: ignore[attr-defined]
        """async () => {
            for (const img of document.images) { img.loading = "eager"; }
            await Promise.all([...document.images].map((img) => img.decode().catch(() => {})));
        }"""
    )


if __name__ == "__main__":
    main()
