"""A front as a process of its own, and a reader who says exactly what a test tells it to."""

import os
import signal
import socket
import subprocess
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hwalja.config.serve.front import ASKED, PRIVATE
from hwalja.config.tests.homes import free_port, wait_for
from hwalja.press.front.options import Options
from tests.front.standin import StandIn

HOST = "paper.example"
Told = dict[str, str] | Sequence[tuple[str, str]]


@dataclass
class Answer:
    """What came back over the wire."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    whole: bool  # Did it end as it said it would?

    def __getitem__(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")

    @property
    def text(self) -> str:
        packed = self["content-encoding"] == "gzip"
        return (zlib.decompress(self.body, 31) if packed else self.body).decode()


class Wire:
    """One connection; bytes in, bytes out."""

    def __init__(self, port: int, timeout: float = 10) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=timeout)
        self.file = self.socket.makefile("rb")

    def send(self, data: bytes) -> "Wire":
        self.socket.sendall(data)
        return self

    def answer(self, method: str = "GET") -> Answer:
        """The next answer; status 0 where the connection was closed instead."""
        first = self.file.readline()
        if not first:
            return Answer(0, [], b"", whole=False)
        headers = []
        while (line := self.file.readline()) not in (b"\r\n", b"\n", b""):
            name, _, value = line.decode("latin-1").partition(":")
            headers.append((name.strip().lower(), value.strip()))
        status = int(first.split()[1])
        body, whole = self._body(
            dict(headers), has_body=method != "HEAD" and status not in (204, 304)
        )
        return Answer(status, headers, body, whole)

    def _body(self, headers: dict[str, str], *, has_body: bool) -> tuple[bytes, bool]:
        if not has_body:
            return b"", True
        if headers.get("transfer-encoding") == "chunked":
            return self._chunks()
        size = int(headers.get("content-length", 0))
        body = self.file.read(size)
        return body, len(body) == size

    def _chunks(self) -> tuple[bytes, bool]:
        found = bytearray()
        while True:
            try:
                size = int(self.file.readline().strip() or b"-1", 16)
            except OSError:
                return bytes(found), False
            if size < 0:
                return bytes(found), False
            found += self.file.read(size)
            self.file.readline()
            if size == 0:
                return bytes(found), True

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def request(method: str, path: str, headers: Told = ()) -> bytes:
    pairs = list(headers.items() if isinstance(headers, dict) else headers)
    if not any(name.lower() == "host" for name, _ in pairs):
        pairs = [("Host", HOST), *pairs]
    head = "".join(f"{name}: {value}\r\n" for name, value in pairs)
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode()


@dataclass
class Front:
    """`python -m hwalja.press.front` in front of a stand-in."""

    app: StandIn
    module: str = "hwalja.press.front"
    arguments: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    port: int = field(default_factory=free_port)

    def start(self) -> "Front":
        told = Options(
            home=str(self.app.home),
            app=str(self.app.socket),
            port=self.port,
            **{"hosts": [HOST], "private": PRIVATE, "asked": ASKED, **self.options},
        )
        environment = {**os.environ, **told.to_environment()}
        self.log = (self.app.home / f"front-{self.port}.log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.arguments],
            env=environment,
            stderr=self.log,
            start_new_session=True,
        )
        wait_for(self._listens, 20, "the front")
        return self

    def _listens(self) -> bool:
        try:
            Wire(self.port).close()
        except OSError:
            return False
        return True

    def ask(
        self,
        path: str,
        headers: Told = (),
        method: str = "GET",
        timeout: float = 10,
    ) -> Answer:
        return self.raw(request(method, path, headers), method, timeout)

    def raw(self, data: bytes, method: str = "GET", timeout: float = 10) -> Answer:
        wire = Wire(self.port, timeout)
        try:
            return wire.send(data).answer(method)
        finally:
            wire.close()

    def worker(self) -> int:
        """The process that answers: the main one's child."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[-1])

    def memory(self) -> float:
        """Megabytes that the worker holds in RAM."""
        status = Path(f"/proc/{self.worker()}/status").read_text()
        line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def said(self) -> str:
        return Path(self.log.name).read_text()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=6)
        finally:
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
            self.log.close()
