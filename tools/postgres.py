"""Run a command beside a throw-away PostgreSQL: python -m tools.postgres COMMAND…

The cluster lives in a temporary folder, listens on loopback only, and is gone with the
command. The command finds it in DATABASE_URL. POSTGRES_PORT chooses the port.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing in it outlives the run, so nothing has to reach the disk.
CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"]


def tool(name: str) -> str:
    """Debian keeps the server's tools out of PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(debian[-1]) if debian else shutil.which(name)
    if not found:
        sys.exit("PostgreSQL is missing: apt-get install postgresql")
    return found


def run_as_owner(*line: str) -> None:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    command = [*(prefix if os.getuid() == 0 else []), *line]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        sys.exit(f"{line[0]}: {done.stdout}{done.stderr}")


def free_port() -> int:
    if os.environ.get("POSTGRES_PORT"):
        return int(os.environ["POSTGRES_PORT"])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives its address."""
    with tempfile.TemporaryDirectory(prefix="hwalja-postgres-") as folder:
        if os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        data, port = f"{folder}/data", free_port()
        run_as_owner(
            tool("initdb"),
            "-D",
            data,
            "-U",
            "hwalja",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} "
        )
        options += " ".join(f"-c {option}" for option in CARELESS)
        log = f"{folder}/log"
        run_as_owner(tool("pg_ctl"), "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgres://hwalja:hwalja@127.0.0.1:{port}/postgres"
        finally:
            run_as_owner(tool("pg_ctl"), "-D", data, "-m", "immediate", "stop")


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as address:
        environment = {**os.environ, "DATABASE_URL": address, "HWALJA_TEST_POSTGRES": "1"}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
