"""What the front is told when it is started; `hwalja serve` fills it in from the settings."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

VARIABLE = "_HWALJA_FRONT"


@dataclass(frozen=True)
class Options:
    """`home` holds pressed/, static/, media/ and run/; `app` is the app's Unix socket."""

    home: str
    app: str
    hosts: list[str]
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    # Who has it is of the newsroom; no other cookie makes a page another page.
    cookie: str = "hwalja_newsroom"
    # Never pressed, always the app's: forms, searches, what only the newsroom sees.
    private: list[str] = field(default_factory=list)
    # The same as a pattern: what stands beneath pages that are pressed. Nothing where it is empty.
    private_beneath: str = ""
    # Addresses that depend on their query, which the app answers with a redirect.
    asked: list[str] = field(default_factory=list)
    memory: int = 64 * 1024 * 1024  # Bytes of joined pages.
    under_way: int = 64  # Requests that the app may be at for us at once.
    seconds: float = 30.0  # Until the app's first byte.
    # Headers of every page, where a web server in front hands pages out itself.
    common: list[list[str]] | None = None

    @property
    def pressed(self) -> Path:
        return Path(self.home, "pressed")

    def to_environment(self) -> dict[str, str]:
        return {VARIABLE: json.dumps(asdict(self))}


def from_environment() -> Options:
    return Options(**json.loads(os.environ[VARIABLE]))
