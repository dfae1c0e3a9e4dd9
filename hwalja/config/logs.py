"""Logging: one line an event, to standard error, as text or as JSON."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

LEVELS = ("debug", "info", "warning", "error")
TEXT = "%(asctime)s %(levelname)s %(name)s[%(process)d] %(message)s"


class JSONFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, pid, message, error."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "pid": record.process,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def build(level: str, style: str) -> dict[str, Any]:
    """Django's LOGGING: everything from `level` up; `style` is "text" or "json"."""
    formatter = {"()": JSONFormatter} if style == "json" else {"format": TEXT}
    quiet = {"level": "WARNING"} if level != "debug" else {}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            # A wrong Host is a scanner's daily bread, not an event.
            "django.security.DisallowedHost": {"handlers": [], "propagate": False},
            "django_tasks": quiet,
            # Its warnings say that it was told to stop.
            "django_tasks_db": {"level": "ERROR"},
            "wagtail": quiet,
            "PIL": quiet,
        },
    }


def logging_for(name: str) -> dict[str, Any]:
    """The same for a library that configures its own logger `name`."""
    from django.conf import settings

    found: dict[str, Any] = {**settings.LOGGING}
    found["loggers"] = {name: {"handlers": ["stderr"], "level": "WARNING", "propagate": False}}
    return found
