"""The home of one newspaper on disk."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError


def prepare() -> None:
    """Make the home's folders and its secret key; what exists stays as it is."""
    try:
        for folder in (settings.HOME, settings.MEDIA_ROOT, settings.STATIC_ROOT):
            Path(folder).mkdir(mode=0o750, parents=True, exist_ok=True)
        write_secret_key(settings.SECRET_KEY_FILE)
    except OSError:
        raise CommandError(
            f"HWALJA_HOME={settings.HOME}: 폴더를 만들거나 쓸 수 없습니다. 쓸 수 있는 폴더를 주십시오."
        ) from None


def write_secret_key(path: Path) -> None:
    """A new key that only the owner can read, unless there is one."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50) + "\n")
