"""How a model is kept: one line of JSON, then three columns of numbers.

Line 1: a JSON object in ASCII with `format` (1), `runs` (how many, N), `scale`, `bias`, `lean` (two numbers
each), `checksum` (CRC-32 of all that follows the line) and `about` (licence, source, figures).
Then N keys (uint32, sorted), N weights for offensive and N for hate (int16); all little-endian.
"""

import json
import os
import sys
import tempfile
from array import array
from pathlib import Path
from zlib import crc32

from hwalja.comments.assistant.model import Model

FORMAT = 1
MOST_BYTES = 5_000_000
_BYTES_A_RUN = 8


class Unreadable(Exception):
    """A file that holds no model; says in Korean what is wrong."""


def dump(model: Model) -> bytes:
    body = b"".join(_little(column) for column in (model.keys, model.offensive, model.hate))
    head = {
        "format": FORMAT,
        "runs": len(model.keys),
        "scale": model.scale,
        "bias": model.bias,
        "lean": model.lean,
        "checksum": crc32(body),
        "about": model.about,
    }
    return json.dumps(head).encode() + b"\n" + body


def write(model: Model, path: Path) -> None:
    """Whole or not at all: a model in use is replaced in one step."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(dump(model))
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def read(path: Path) -> Model:
    line, _, body = path.read_bytes().partition(b"\n")
    try:
        head = json.loads(line)
        runs = int(head["runs"])
        whole = len(body) == runs * _BYTES_A_RUN and crc32(body) == head["checksum"]
        if head["format"] != FORMAT or not whole:
            raise Unreadable(f"‘{path}’은(는) 온전한 댓글 도우미 파일이 아닙니다.")
        return Model(
            keys=_column("I", body[: runs * 4]),
            offensive=_column("h", body[runs * 4 : runs * 6]),
            hate=_column("h", body[runs * 6 :]),
            scale=_pair(head["scale"]),
            bias=_pair(head["bias"]),
            lean=_pair(head["lean"]),
            about=dict(head["about"]),
        )
    except (ValueError, KeyError, TypeError):
        raise Unreadable(f"‘{path}’은(는) 댓글 도우미 파일이 아닙니다.") from None


def _pair(values: list[float]) -> tuple[float, float]:
    first, second = values
    return float(first), float(second)


def _column(code: str, raw: bytes) -> "array[int]":
    column: array[int] = array(code)
    column.frombytes(raw)
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _little(column: "array[int]") -> bytes:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column.tobytes()
