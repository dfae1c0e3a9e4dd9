"""The tasks' process: work that nobody waits for."""

import logging
import socket
import threading
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, connection, transaction
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, TaskResultStatus

from hwalja.press import heartbeat

logger = logging.getLogger("hwalja.tasks")

INTERVAL = 0.25  # Seconds between looks at an empty queue.
AWAY = 1.0  # Seconds between looks for a database that is away.
ATTEMPTS = 3  # A task that took its worker down this often is given up.


def worker_id() -> str:
    """The same after every restart of this home's worker, so that it knows its own tasks."""
    return f"{socket.gethostname()}:{settings.HOME}"[-64:]


@transaction.atomic
def take_up_again(worker: str) -> None:
    """Tasks that were running when this worker was killed go back into the queue."""
    for row in DBTaskResult.objects.running().select_for_update():
        if not row.worker_ids or row.worker_ids[-1] != worker:
            continue
        if len(row.worker_ids) < ATTEMPTS:
            row.status, row.started_at = TaskResultStatus.READY, None
            row.save(update_fields=["status", "started_at"])
        else:
            logger.error("%s: %d번 멈춘 작업을 그만둡니다.", row.task_path, len(row.worker_ids))
            row.set_failed(RuntimeError("the worker died with this task"))


def _beat_on() -> None:
    while True:
        heartbeat.beat("tasks")
        time.sleep(heartbeat.LATE / 5)


class Command(BaseCommand):
    help = "뒤에서 하는 일을 처리합니다. hwalja serve가 띄웁니다."

    def handle(self, *args: Any, **options: Any) -> None:
        # A thread of its own: a long task is no sign of death.
        threading.Thread(target=_beat_on, daemon=True).start()
        while True:
            try:
                take_up_again(worker_id())
                worker = _worker()
                worker.configure_signals()
                worker.run()
                return
            except Error as error:
                logger.error("데이터베이스를 기다립니다: %s", " ".join(str(error).split()))
                connection.close()
                time.sleep(AWAY)


def _worker() -> Worker:
    return Worker(
        queue_names=["default"],
        interval=INTERVAL,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id(),
        excluded_queue_names=[],
    )
