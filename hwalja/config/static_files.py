"""Style sheets and scripts: collected once for each version of the code."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from hwalja import __version__


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT, ".collected")


def digest() -> str:
    """Names the set of files there is to collect, by their paths and sizes."""
    found = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda one: one[0]):
            found.update(f"{path}={storage.size(path)}\n".encode())
    return found.hexdigest()


def are_current() -> bool:
    """Were exactly these files collected?"""
    try:
        return _stamp().read_text() == digest()
    except OSError:
        return False


def collect() -> None:
    """Collect, hash and compress them, unless that is done."""
    if are_current():
        return
    _stamp().unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    _stamp().write_text(digest())
