"""Readers who post: each from a loopback address of its own, again until it is acknowledged."""

import http.client
import json
import random
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.press.papers import Paper

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# Limits that many readers behind few machines would meet.
NO_LIMITS = """
from hwalja.comments.models import CommentRules
CommentRules.objects.update_or_create(pk=1, defaults={"per_minute": 0, "per_address": 0, "gap": 0,
    "per_article": 0, "per_day": 0, "breaks_at_surge": 0, "breaks_at_newcomers": 0})
"""
STATE = """
import json
from hwalja.comments import log
from hwalja.comments.models import Comment, LogRow
rows = list(Comment.objects.values_list("pk", "key", "body"))
print(json.dumps({"rows": rows, "faults": list(log.faults()),
    "logged": list(LogRow.objects.filter(action="post").values_list("comment_id", flat=True))}))
"""


def lift_limits(paper: Paper) -> None:
    done = paper.run("shell", "-v0", "-c", NO_LIMITS)
    assert done.returncode == 0, done.stderr


def state(paper: Paper) -> dict[str, list[object]]:
    """Rows as they stand in the database, and what is wrong with the log."""
    done = paper.run("shell", "-v0", "-c", STATE)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout)
    return found


@dataclass
class Sent:
    key: str
    body: str
    location: str

    @property
    def pk(self) -> int:
        return int(self.location.rstrip("/").rsplit("/", 1)[1])


@dataclass
class Reader:
    """One who writes again and again; `sent` is what was acknowledged."""

    paper: Paper
    place: int
    sent: list[Sent] = field(default_factory=list)
    tries: int = 0
    cookie: str = ""
    token: str = ""
    session: str = ""

    def address(self) -> str:
        return f"127.1.{self.place // 250}.{self.place % 250 + 1}"

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        """Status, Location and text; raises OSError and HTTPException where nobody answers."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.paper.served.port, timeout=20, source_address=(self.address(), 0)
        )
        try:
            cookies = "; ".join(filter(None, [self.cookie, self.session]))
            headers = {"Cookie": cookies, **(FORM if body else {})}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
            cookie = response.getheader("Set-Cookie", "")
            if cookie.startswith("hwalja_csrf="):
                self.cookie = cookie.split(";")[0]
            return response.status, response.getheader("Location", ""), text
        finally:
            connection.close()

    def open_form(self, number: int) -> None:
        status, _, text = self.ask("GET", f"/news/{number}/comments/new")
        found = _TOKEN.search(text)
        if status != 200 or found is None:
            raise OSError(f"the form answers {status}")
        self.token = found[1]

    def write(self, number: int, body: str, until: float = 600.0) -> Sent | None:
        """Send it under one key until it is acknowledged."""
        key = secrets.token_hex(12)
        end = time.monotonic() + until
        while time.monotonic() < end:
            self.tries += 1
            try:
                if not self.token:
                    self.open_form(number)
                form = {"csrfmiddlewaretoken": self.token, "body": body, "key": key}
                form |= {"name": f"독자{self.place}", "password": "1234"}
                status, location, text = self.ask(
                    "POST", f"/news/{number}/comments/new", urlencode(form)
                )
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
                continue
            if status == 303:
                self.sent.append(Sent(key, body, location))
                return self.sent[-1]
            if status not in (403, 500, 502, 503, 504):
                wrong = re.findall(r'class="comment-wrong"[^>]*>(.*?)</', text, re.S)
                raise AssertionError((status, wrong or text[:2000], form))
            self.token = ""
            time.sleep(0.1)
        return None


class Crowd:
    """Readers writing at the same time, each in a thread, until stopped."""

    def __init__(self, paper: Paper, size: int, seed: int) -> None:
        self.readers = [Reader(paper, place) for place in range(1, size + 1)]
        self.stopped = threading.Event()
        self.failures: list[BaseException] = []
        self.threads = [
            threading.Thread(target=self._go_on, args=[reader, random.Random(seed + place)])
            for place, reader in enumerate(self.readers)
        ]
        for thread in self.threads:
            thread.start()

    def _go_on(self, reader: Reader, chance: random.Random) -> None:
        turn = 0
        while not self.stopped.is_set():
            turn += 1
            number = chance.choice(reader.paper.numbers)
            body = f"{reader.place}번 독자의 {turn}번째 의견입니다. 기사 {number}을 읽었습니다."
            try:
                if reader.write(number, body) is None:
                    raise AssertionError("never acknowledged")
            except BaseException as error:
                self.failures.append(error)
                return

    @property
    def sent(self) -> list[Sent]:
        return [one for reader in self.readers for one in list(reader.sent)]

    def stop(self) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()


MEMBERS = """
import json
from django.conf import settings
from importlib import import_module
from hwalja.accounts.models import Member, User
SessionStore = import_module(settings.SESSION_ENGINE).SessionStore
made = []
for number in range({count}):
    user = User.objects.create_user(f"member{{number}}", f"member{{number}}@mail.example", "x" * 20)
    Member.objects.create(user=user, nickname=f"회원{{number}}", key=f"회원{{number}}")
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.create()
    made.append(f"{{settings.SESSION_COOKIE_NAME}}={{session.session_key}}")
print(json.dumps(made))
"""


def log_in(paper: Paper, readers: list[Reader]) -> None:
    """Make each of them a member who is logged in."""
    done = paper.run("shell", "-v0", "-c", MEMBERS.format(count=len(readers)))
    assert done.returncode == 0, done.stderr
    for reader, cookie in zip(readers, json.loads(done.stdout), strict=True):
        reader.session = cookie
