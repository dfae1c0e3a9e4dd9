"""What a reader's phone has to fetch with comments on; the limits only go down."""

import gzip
from pathlib import Path

import pytest

import hwalja

PACKAGE = Path(hwalja.__file__).parent
KB = 1000


@pytest.mark.parametrize(("kind", "most"), [("css", 9 * KB), ("js", 6 * KB)])
def test_weight_of_files(kind: str, most: int) -> None:
    files = [
        *(PACKAGE / "look/static/look").glob(f"*.{kind}"),
        PACKAGE / f"comments/static/comments/comments.{kind}",
    ]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) <= most
