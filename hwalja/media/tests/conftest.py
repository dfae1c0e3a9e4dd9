from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django_tasks_db.models import DBTaskResult


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    """The store of each test is its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def work(django_capture_on_commit_callbacks: Any) -> Callable[[], None]:
    """Do the tasks that wait, as the worker would; its own command needs its own connection."""

    def run() -> None:
        while row := DBTaskResult.objects.ready().first():
            # Wagtail's own indexing of what is deleted meanwhile fails; the worker logs it.
            with django_capture_on_commit_callbacks(execute=True), suppress(ObjectDoesNotExist):
                row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
            row.delete()

    return run
