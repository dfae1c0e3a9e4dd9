"""Pressed pages from the front, against a bare Granian handler and nginx with the same bytes.

One load after another on loopback, in turn, so that all meet the same machine: 200 addresses
drawn by Zipf's law, gzip. The bare handler looks nothing up but the path; nginx hands out files of
the very bytes, with the same headers. "cold" is the front with no room to remember pages.
"deploy/nginx" is nginx as it may stand in front, with the pages that a front has left to it. It may
not hold files open, as the nginx before it does, for a file that is gone must be gone at once: "nginx,
plain" is that one without, as nginx is of itself.

Requests a second depend on who else uses the machine, and may differ sixfold within one run: the
spread stands beside them. Ratios are therefore of processor time for a request, which that hardly
touches; each is the median of those within a round, the order turned round each time.
"""

import contextlib
import getpass
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from hwalja.config.tests.homes import free_port
from hwalja.press.front import page as pages
from hwalja.press.front.memory import Memory
from hwalja.press.front.options import Options
from hwalja.press.front.page import Page, Part
from hwalja.press.front.ring import Ring
from hwalja.press.front.shelf import Shelf, join, part_key
from hwalja.press.store import Store

Server = contextlib.AbstractContextManager["Running"]
PAGES = 200
ROUNDS = int(os.environ.get("ROUNDS", "9"))
SECONDS = 2
HOST = "paper.example"
ROOT = Path(__file__).resolve().parents[1]
SCRIPT, DEPLOY = ROOT / "tests/front/zipf.lua", ROOT / "deploy/nginx.conf"
BARE = "_HWALJA_BENCH_BARE"
# As deploy/nginx.conf has them, each once.
HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    *dict.fromkeys(
        re.findall(
            r'add_header ([\w-]+) "(.+)";', DEPLOY.read_text().partition("location @front")[0]
        )
    ),
)
# By which a page is named, by nginx itself; and by which caches drop it.
NAMES = ("etag", "cache-tag")


def path_of(number: int) -> str:
    return f"/news/{number}/"


def lay(home: Path) -> None:
    """Pages of an article's size, each with a part that stands on all."""
    store = Store(home / "pressed")
    # A presser that is alive for as long as this takes: readers are told of one that is not.
    beat = home / "run" / "presser"
    beat.parent.mkdir()
    beat.touch()
    os.utime(beat, (time.time() + 3600, time.time() + 3600))
    box = "".join(f"<li><a href='/news/{n}/'>새 기사 {n}</a></li>" for n in range(10))
    store.write(_page(part_key("latest"), (pages.pack(box.encode()),), ()))
    for number in range(PAGES):
        text = "".join(
            f"<p>{number}번 기사 {n}번째 문단 {hash((number, n))}</p>" for n in range(150)
        )
        body = (pages.pack(text.encode()), Part(("latest",)), pages.pack(b"</html>"))
        store.write(_page(path_of(number), body, HEADERS))


def _page(
    key: str, segments: tuple[pages.Segment, ...], headers: tuple[tuple[str, str], ...]
) -> Page:
    return Page(
        key=key, status=200, headers=headers, edition=1, segments=segments, tags=("article",)
    )


def answers(home: Path) -> dict[str, tuple[list[tuple[str, str]], bytes]]:
    """What the front says, by path: the references must say the same."""
    root = home / "pressed"
    memory = Memory(Shelf(root), Ring(root / "ring"), 1 << 30)
    found = {}
    for number in range(PAGES):
        answer = memory.get(path_of(number), gzip=True)
        assert answer and zlib.decompress(answer.body, 31)
        found[path_of(number)] = (answer.headers, answer.body)
    return found


@dataclass(frozen=True)
class Running:
    """A server of ours."""

    port: int
    pid: int

    def processor_time(self) -> float:
        """Seconds used so far by it and all its children."""
        return sum(map(_used, _family(self.pid))) / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _used(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@contextmanager
def running(command: list[str], port: int, **more: str) -> Iterator[Running]:
    """A server, until the block ends."""
    process = subprocess.Popen(command, env={**os.environ, **more}, start_new_session=True)
    try:
        _wait(port)
        yield Running(port, process.pid)
    finally:
        process.terminate()
        process.wait(10)


def _wait(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError):
            ask(port)
            return
        time.sleep(0.1)
    raise SystemExit(f"nobody answers at {port}")


def ask(port: int) -> tuple[bytes, dict[str, str]]:
    """Body and headers of one page."""
    from http.client import HTTPConnection

    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path_of(7), headers={"Host": HOST, "Accept-Encoding": "gzip"})
    response = connection.getresponse()
    told = {name.lower(): value for name, value in response.getheaders()}
    body = response.read()
    connection.close()
    for name in ("server", "date", "connection", "last-modified", "accept-ranges"):
        told.pop(name, None)
    return body, told


def front(home: Path, memory: int) -> Server:
    port = free_port()
    options = Options(str(home), str(home / "app.sock"), [HOST], port=port, memory=memory)
    return running([sys.executable, "-m", "hwalja.press.front"], port, **options.to_environment())


def bare(home: Path) -> Server:
    port = free_port()
    told = json.dumps({"home": str(home), "port": port})
    return running([sys.executable, "-m", "benchmarks.bare"], port, **{BARE: told})


def nginx(home: Path, said: dict[str, tuple[list[tuple[str, str]], bytes]], held: str) -> Server:
    port = free_port()
    folder = home / f"nginx-{held.partition('=')[0]}"
    for path, (_, body) in said.items():
        file = folder / "pages" / f"{path.strip('/')}/index.html.gz"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    (folder / "nginx.conf").write_text(_nginx_conf(folder, port, said, held))
    return running(["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"], port)


def _nginx_conf(
    folder: Path, port: int, said: dict[str, tuple[list[tuple[str, str]], bytes]], held: str
) -> str:
    own = {"content-type", "content-encoding", "vary", "etag", "cache-tag"}
    headers = [pair for pair in said[path_of(0)][0] if pair[0] not in own]
    added = "".join(f'add_header {name} "{value}";\n' for name, value in headers)
    etags, tags = (
        "".join(f"{path} '{dict(head)[name]}';\n" for path, (head, _) in said.items())
        for name in ("etag", "cache-tag")
    )
    return f"""
user {getpass.getuser()}; pid {folder}/pid; error_log stderr error; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
  access_log off; server_tokens off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  open_file_cache {held}; types {{ }} default_type "text/html; charset=utf-8"; etag off;
  map $request_uri $etag {{ {etags} }}
  map $request_uri $tags {{ {tags} }}
  server {{ listen 127.0.0.1:{port} backlog=4096; server_name {HOST}; root {folder}/pages;
    location / {{ try_files ${{uri}}index.html.gz =404;
      {added} add_header etag $etag; add_header cache-tag $tags; add_header vary Accept-Encoding; add_header content-encoding gzip; }} }}
}}"""


def deployed(home: Path, said: dict[str, tuple[list[tuple[str, str]], bytes]]) -> Server:
    """nginx with deploy/nginx.conf, every page left to it, and no front behind it."""
    port, folder = free_port(), home / "deployed"
    # A home of its own: a front takes away what is not left for it.
    lay(folder)
    store = Store(folder / "pressed")
    store.have_joined([[name.lower(), value] for name, value in HEADERS[1:]])
    for path in said:
        page = store.read(path)
        assert page and store.hand_out(page, join(page, store.read, gzip=True), store.ring.now())
    (folder / "nginx.conf").write_text(_deployed_conf(folder, port))
    return running(["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"], port)


def _deployed_conf(folder: Path, port: int) -> str:
    """Of what it says only addresses are changed, the certificate left out, and nothing logged."""
    text = DEPLOY.read_text()
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, flags=re.S)
    text = re.sub(r" *ssl_certificate.*\n", "", text)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port} backlog=4096;")
    text = text.replace("/var/lib/nginx/hwalja", str(folder / "cache"))
    text = text.replace("news.example.kr", HOST).replace("/srv/hwalja/paper", str(folder))
    return f"""
user {getpass.getuser()}; pid {folder}/pid; error_log stderr error; worker_processes 1;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
{text} }}"""


def load(port: int) -> float:
    """Requests a second."""
    line = [
        "wrk",
        "-t1",
        "-c16",
        f"-d{SECONDS}s",
        "-H",
        f"Host: {HOST}",
        "-H",
        "Accept-Encoding: gzip",
    ]
    line += ["-s", str(SCRIPT), f"http://127.0.0.1:{port}", "--", "/news/%d/", str(PAGES)]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    return float(said.split("Requests/sec:")[1].split()[0])


@dataclass(frozen=True)
class Run:
    """One load on one server: requests a second, and microseconds of processor time for each."""

    rate: float
    cost: float


def measured(server: Running) -> Run:
    before = server.processor_time()
    rate = load(server.port)
    used = server.processor_time() - before
    return Run(rate, used / (rate * SECONDS) * 1e6)


def runs(servers: dict[str, Running]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {name: [] for name in servers}
    for server in servers.values():
        load(server.port)
    for number in range(ROUNDS):
        names = list(servers)
        for name in names if number % 2 else reversed(names):
            found[name].append(measured(servers[name]))
    return found


def show(found: dict[str, list[Run]]) -> None:
    print(
        f"{'':14}{'req/s':>9}{'lowest':>9}{'highest':>9}{'us each':>9}"
        f"{'of bare':>9}{'of nginx':>9}{'of plain':>9}"
    )
    for name, rows in found.items():
        rates = [row.rate for row in rows]
        cost = statistics.median(row.cost for row in rows)
        ratios = [
            statistics.median(
                other.cost / one.cost for one, other in zip(rows, found[of], strict=True)
            )
            for of in ("bare Granian", "nginx", "nginx, plain")
        ]
        print(
            f"{name:14}{statistics.median(rates):9,.0f}{min(rates):9,.0f}{max(rates):9,.0f}"
            f"{cost:9.1f}{ratios[0]:9.2f}{ratios[1]:9.2f}{ratios[2]:9.2f}"
        )
    print(
        f"{ROUNDS} rounds; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )


def compare(servers: dict[str, Running]) -> None:
    """All of them must say the same; nginx in front of us has other names for a page."""
    said = {name: ask(server.port) for name, server in servers.items()}
    for name in NAMES:
        said["deploy/nginx"][1][name] = said["front"][1][name]
    if len({repr((body, sorted(told.items()))) for body, told in said.values()}) > 1:
        raise SystemExit("\n".join(f"{name}: {told}" for name, (_, told) in said.items()))


def main() -> None:
    # However it is ended, its servers end with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as folder, ExitStack() as stack:
        home = Path(folder)
        lay(home)
        said = answers(home)
        starts = {
            "front": front(home, 64 << 20),
            "front, cold": front(home, 1),
            "bare Granian": bare(home),
            "nginx": nginx(home, said, "max=10000"),
            "nginx, plain": nginx(home, said, "off"),
            "deploy/nginx": deployed(home, said),
        }
        servers = {name: stack.enter_context(start) for name, start in starts.items()}
        compare(servers)
        found = runs(servers)
        # What a server says may change on the way.
        compare(servers)
        show(found)


if __name__ == "__main__":
    main()
