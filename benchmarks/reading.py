"""Reading a whole archive: how many articles a second, and how much memory the one process takes.

python -m benchmarks.reading [N]     a paper of 1,000 articles, or of N, in a temporary home

The memory is the most that the process ever held (getrusage); the time holds loading, which is
told apart by reading the same archive once more, where nothing is left to do.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

ARTICLES = 1_000


def main() -> None:
    total = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else ARTICLES
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as home:
        env = {name: value for name, value in os.environ.items() if not name.startswith("HWALJA_")}
        env["HWALJA_HOME"] = home
        _hwalja(env, "bench", "archive", f"--articles={total}")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        seconds = _hwalja(env, "analyse", "--all")
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        again = _hwalja(env, "analyse", "--all")
    rate = total / (seconds - again)
    print(
        f"{total:,} articles in {seconds:.0f} s: {rate:.1f} a second; nothing to do: {again:.1f} s"
    )
    print(f"memory {most / 1024:.0f} MB at most (making the paper took {before / 1024:.0f} MB)")


def _hwalja(env: dict[str, str], *arguments: str) -> float:
    begun = time.monotonic()
    command = [sys.executable, "-m", "hwalja.config.cli", *arguments]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
