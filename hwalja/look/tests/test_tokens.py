"""Colours live in one file, and both ways into a theme give the same theme."""

import re
from pathlib import Path

import hwalja

PACKAGE = Path(hwalja.__file__).parent
LOOK = PACKAGE / "look" / "static" / "look"
TOKENS = (LOOK / "tokens.css").read_text()
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b(?!;?\w)|\b(?:rgb|hsl|oklch|lab)a?\(", re.IGNORECASE)


def readers_files() -> list[Path]:
    found = [path for kind in ("css", "js", "svg") for path in LOOK.rglob(f"*.{kind}")]
    return [*found, *(path for path in PACKAGE.glob("*/templates/**/*.html"))]


def test_no_colour_outside_the_tokens() -> None:
    guilty = {
        str(path.relative_to(PACKAGE)): found
        for path in readers_files()
        if path.name != "tokens.css" and (found := _colours(path.read_text()))
    }
    assert guilty == {}


def _colours(text: str) -> list[str]:
    # References to symbols and anchors are no colours; entities neither.
    text = re.sub(r"(?:href|src|action)=\"[^\"]*\"|url\([^)]*\)|&#\d+;", "", text)
    return [found for found in COLOUR.findall(text) if not re.fullmatch(r"#\w*[g-z]\w*", found)]


def test_a_remembered_theme_is_the_device_s_theme() -> None:
    blocks = dict(re.findall(r"\n\s*(:root[^{]*?) {\n(.*?)\n\s*}", TOKENS, re.DOTALL))
    in_media = re.findall(
        r"@media \(prefers-color-scheme: dark\) {\s*:root:not\(\[data-theme\]\) {(.*?)}",
        TOKENS,
        re.DOTALL,
    )
    assert _declarations(in_media[0]) == _declarations(blocks[':root[data-theme="dark"]'])
    contrast = TOKENS.split("(prefers-contrast: more) and (prefers-color-scheme: dark)")[1]
    device = contrast.split("{")[2].split("}")[0]
    assert _declarations(device) == _declarations(blocks[':root[data-theme="contrast"]'])


def _declarations(block: str) -> list[str]:
    return [part.strip() for part in block.split(";") if part.strip()]


def test_every_theme_declares_the_same_colours() -> None:
    themes = [block for block in re.findall(r"{([^{}]*--paper[^{}]*)}", TOKENS) if "link" in block]
    names = [set(re.findall(r"(--[\w-]+):", block)) for block in themes]
    light = names[0] - {"--veil", "--on-veil"}
    assert len(themes) == 7
    assert all(light - {"--focus"} <= found for found in names)
