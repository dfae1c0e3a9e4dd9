"""How the supervisor of `hwalja serve` hears that the analyst is wanted: a file in the home.

The presser's clock asks the database, so that the supervisor never waits for it.
"""

from pathlib import Path

from django.conf import settings

from hwalja.mentions import waiting


def file() -> Path:
    """There while there is work for the analyst."""
    return Path(settings.HOME, "run", "analyst.wanted")


def summon() -> None:
    """Call the analyst where there is work, and the paper has one."""
    if settings.ANALYST and not file().exists() and waiting.is_work():
        file().parent.mkdir(exist_ok=True)
        file().touch()


def dismiss() -> None:
    file().unlink(missing_ok=True)
