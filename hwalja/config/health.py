"""/healthz: which processes live. Answered before anything else, whatever Host was asked for."""

from collections.abc import Callable

from django.db import close_old_connections, connection
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse, JsonResponse

from hwalja.press import heartbeat

Handler = Callable[[HttpRequest], HttpResponse]


def _database() -> bool:
    close_old_connections()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def health() -> dict[str, bool]:
    """Each process and whether it is alive; the app is, since it answers."""
    return {
        "app": True,
        "database": _database(),
        "presser": heartbeat.is_alive("presser"),
        "tasks": heartbeat.is_alive("tasks"),
    }


def healthz(get_response: Handler) -> Handler:
    """200 while all live, else 503; the body says which, and nothing else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info != "/healthz":
            return get_response(request)
        found = health()
        body = {name: "ok" if alive else "down" for name, alive in found.items()}
        response = JsonResponse(body, status=200 if all(found.values()) else 503)
        response["Cache-Control"] = "no-store"
        return response

    return middleware
