"""A server of one home on a free port, for as long as a `with` block lasts."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(home: Path, port: int) -> Iterator[str]:
    """The address of the paper in `home`; the real server, settings and compression."""
    base = f"http://127.0.0.1:{port}"
    env = {name: value for name, value in os.environ.items() if not name.startswith("HWALJA_")}
    env |= {"HWALJA_HOME": str(home), "HWALJA_BASE_URL": base}
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--blocking-threads", "4", "--log-level", "warning"]
    process = subprocess.Popen([*command, "hwalja.config.wsgi:application"], env=env)
    try:
        _wait(base)
        yield base
    finally:
        process.terminate()
        process.wait(10)


def _wait(base: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{base}/healthz", timeout=2)
        except urllib.error.HTTPError:
            return  # Only the app runs here; it answers, and that is enough.
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(base)
