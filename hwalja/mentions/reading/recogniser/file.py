"""How a recogniser is kept: one line of JSON, then packed parts.

Line 1: a JSON object in ASCII with `format`, `parts` (bytes of each part, in order), `checksum`
(CRC-32 of all that follows the line) and `about` (licence, sources, figures). Then the parts, each
packed by LZMA: the lexicon as JSON in UTF-8, and the weights as `Weights.pack` gives them.
"""

import json
import lzma
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from hwalja.mentions.reading.recogniser.lexicon import Lexicon
from hwalja.mentions.reading.recogniser.names import GivenNames
from hwalja.mentions.reading.recogniser.weights import Weights, unpack

# Raised with every change of the features too: a model knows only those it was trained on.
FORMAT = 1
MOST_BYTES = 5_000_000


class Unreadable(Exception):
    """A file that holds no recogniser; says in Korean what is wrong."""


@dataclass(frozen=True)
class Contents:
    lexicon: Lexicon
    weights: Weights
    about: Mapping[str, Any]


def dump(contents: Contents) -> bytes:
    lexicon = json.dumps(asdict(contents.lexicon), ensure_ascii=False, separators=(",", ":"))
    parts = [lzma.compress(part, preset=9) for part in (lexicon.encode(), *contents.weights.pack())]
    body = b"".join(parts)
    head = {
        "format": FORMAT,
        "parts": [len(part) for part in parts],
        "checksum": crc32(body),
        "about": dict(contents.about),
    }
    return json.dumps(head).encode() + b"\n" + body


def write(contents: Contents, path: Path) -> None:
    """Whole or not at all: a model in use is replaced in one step."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(dump(contents))
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)


def read(path: Path) -> Contents:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"‘{path}’을(를) 읽을 수 없습니다({error.strerror}).") from None
    line, _, body = raw.partition(b"\n")
    try:
        head = json.loads(line)
        about, parts = dict(head["about"]), [int(size) for size in head["parts"]]
        if head["format"] != FORMAT:
            raise Unreadable(
                f"‘{path}’은(는) 다른 판({head['format']})의 이름 인식기 파일입니다. "
                "hwalja train-recogniser 로 다시 만드십시오."
            )
        if len(body) != sum(parts) or crc32(body) != head["checksum"]:
            raise Unreadable(f"‘{path}’은(는) 온전한 이름 인식기 파일이 아닙니다.")
        first, *rest = _unpacked(body, parts)
        return Contents(_lexicon(json.loads(first)), unpack(rest), about)
    except (ValueError, KeyError, TypeError, IndexError, lzma.LZMAError):
        raise Unreadable(f"‘{path}’은(는) 이름 인식기 파일이 아닙니다.") from None


def _unpacked(body: bytes, sizes: Sequence[int]) -> list[bytes]:
    out, at = [], 0
    for size in sizes:
        out.append(lzma.decompress(body[at : at + size]))
        at += size
    return out


def _lexicon(raw: dict[str, Any]) -> Lexicon:
    return Lexicon(**{**raw, "given": GivenNames(**raw["given"])})
