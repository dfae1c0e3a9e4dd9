"""How the front and the app behind it are started."""

from hashlib import blake2b
from pathlib import Path
from tempfile import gettempdir

from django.conf import settings

from hwalja.config import bounds
from hwalja.config.serve.supervisor import Child
from hwalja.press.compose import standing_headers
from hwalja.press.front.options import Options

# What a Unix socket's path may be long (sun_path), less a little.
LONGEST = 100
# Answered by the app alone: forms, searches, what only the newsroom sees.
PRIVATE = ["/admin/", "/account/", "/members/", "/search/", "/_util/", "/media/original_images/"]
# Former addresses: the number in their query says where they lead.
ASKED = ["/news/articleView.html", "/news/articleViewAmp.html", "/BP"]


def socket() -> Path:
    """The app's socket, which only our own account may open."""
    wanted = Path(settings.HOME, "run", "app.sock")
    if len(str(wanted)) <= LONGEST:
        return wanted
    name = blake2b(str(settings.HOME).encode(), digest_size=8).hexdigest()
    folder = Path(gettempdir(), f"hwalja-{name}")
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / "app.sock"


def app_arguments(workers: int) -> list[str]:
    return ["app", "--socket", str(socket()), "--workers", str(workers)]


def child(host: str, port: int) -> Child:
    options = Options(
        home=str(settings.HOME),
        app=str(socket()),
        hosts=list(settings.ALLOWED_HOSTS),
        host=host,
        port=port,
        cookie=settings.NEWSROOM_COOKIE_NAME,
        private=PRIVATE,
        private_beneath=bounds.UNPRESSED.pattern,
        asked=ASKED,
        memory=settings.FRONT_MEMORY,
        under_way=settings.APP_REQUESTS,
        seconds=settings.APP_SECONDS,
        common=standing_headers() if settings.JOINED_FILES else None,
    )
    return Child("front", [], "hwalja.press.front", options.to_environment())
