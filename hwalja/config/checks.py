"""System checks of a newspaper: run by `hwalja check`, and at every start."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register("hwalja")
def secret_key(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """The key is a file that only its owner can read."""
    path = settings.SECRET_KEY_FILE
    if not path.is_file():
        return []
    if path.stat().st_mode & 0o077:
        return [
            Error(
                f"{path} 파일을 다른 사용자가 읽을 수 있습니다.",
                hint="chmod 600 으로 권한을 줄이십시오.",
                id="hwalja.E001",
            )
        ]
    return []
