"""nginx and Varnish as deploy/ sets them up, on free ports and a home of the test's own."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from hwalja.config.tests.homes import wait_for

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
HOST = "news.example.kr"


@dataclass(frozen=True)
class Answer:
    """What a server said, the body as it came over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """Ask for the paper by its own name; `accept_encoding="gzip"` for a header."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        told = {name.replace("_", "-"): text for name, text in {"host": HOST, **headers}.items()}
        connection.request(method, path, body=body or None, headers=told)
        response: HTTPResponse = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
    finally:
        connection.close()


def answers(port: int) -> bool:
    try:
        return bool(ask(port, "/").status)
    except OSError:
        return False


def nginx_configuration(home: Path, front: int, port: int, cache: Path) -> str:
    """deploy/nginx.conf for this home; only addresses, ports and the certificate are others."""
    text = (DEPLOY / "nginx.conf").read_text()
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.S)
    text = re.sub(r" *ssl_certificate.*\n", "", text)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{front}").replace("$scheme", "https")
    text = text.replace("/var/lib/nginx/hwalja", str(cache))
    return text.replace("/srv/hwalja/paper", str(home))


@contextmanager
def nginx(folder: Path, home: Path, front: int, port: int) -> Iterator[Path]:
    """Runs until the block ends; gives its error log."""
    folder.mkdir()
    (folder / "paper.conf").write_text(nginx_configuration(home, front, port, folder / "cache"))
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; worker_processes 1; error_log {folder}/errors warn;\n"
        f"{'user root;' if Path('/root').owner() == home.owner() else ''}\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log {folder}/access; {temporary} include {folder}/paper.conf; }}\n"
    )
    process = subprocess.Popen(
        ["/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(lambda: process.poll() is not None or answers(port), 10, "nginx")
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        yield folder / "errors"
    finally:
        process.terminate()
        process.wait(timeout=10)


def varnish_configuration(front: int) -> str:
    text = (DEPLOY / "varnish.vcl").read_text()
    return text.replace('"8000"', f'"{front}"')


@contextmanager
def varnish(folder: Path, front: int, port: int) -> Iterator[None]:
    """Runs until the block ends."""
    folder.mkdir()
    (folder / "paper.vcl").write_text(varnish_configuration(front))
    line = ["/usr/sbin/varnishd", "-F", "-n", str(folder / "work"), "-f", str(folder / "paper.vcl")]
    line += ["-a", f"127.0.0.1:{port}", "-s", "malloc,32m", "-T", "none", "-j", "none"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(line, stdout=log, stderr=log)
        try:
            wait_for(lambda: process.poll() is not None or answers(port), 30, "varnish")
            assert process.poll() is None, (folder / "log").read_text()
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)
