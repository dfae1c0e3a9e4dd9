"""A child process never outlives its parent, not even one that was killed with -9."""

import ctypes
import os
import signal
import sys

# The supervisor's process id, handed to its children.
VARIABLE = "_HWALJA_PARENT"
PR_SET_PDEATHSIG = 1


def die_with(parent: int) -> None:
    """Ask Linux to kill this process when `parent` ends; elsewhere only an orderly stop reaches it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        # It may have ended before we asked.
        if os.getppid() != parent:
            raise SystemExit(1)


def hold() -> None:
    """Tie this process to the supervisor, if one started it."""
    parent = os.environ.pop(VARIABLE, "")
    if parent:
        die_with(int(parent))
