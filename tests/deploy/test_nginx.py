"""nginx in the front's place: the same answers, and some when nobody is behind it."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hwalja.config.tests.homes import Served, free_port, wait_for
from tests.deploy.behind import HOST, Answer, ask, nginx
from tests.deploy.machines import Newsroom, killed, newsroom, pressed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("nginx", path="/usr/sbin:/usr/bin"), reason="no nginx"),
]
SETTINGS = {
    "HWALJA_BASE_URL": f"https://{HOST}",
    "HWALJA_TRUSTED_PROXIES": "127.0.0.1",
    "HWALJA_JOINED_FILES": "1",
}
PATIENCE = 60  # Seconds until a wait is given up as hopeless.
# Of the connection, or of which of the two answered.
ITS_OWN = {
    "date",
    "server",
    "connection",
    "etag",
    "cache-tag",
    "content-length",
    "transfer-encoding",
}


class Paper:
    """A paper on its front's port and on nginx's, and its newsroom."""

    def __init__(self, home: Path, port: int, desk: Newsroom, served: Served) -> None:
        self.home, self.port, self.desk, self.served = home, port, desk, served

    def read(self, path: str, **headers: str) -> Answer:
        return ask(self.port, path, **headers)

    def text(self, path: str) -> str:
        return self.read(path).body.decode(errors="replace")

    def front(self, path: str, **headers: str) -> Answer:
        """The same from the front, told as nginx tells it that the reader came by HTTPS."""
        return ask(self.served.port, path, **headers, x_forwarded_proto="https")

    def is_joined(self, path: str) -> bool:
        folder = self.home / "pressed/joined/current" / path.strip("/")
        return any(folder.glob("index.*.gz"))

    def wait_until_joined(self, path: str) -> None:
        """Ask for it until nginx has it."""

        def joined() -> bool:
            self.read(path)
            return self.is_joined(path)

        wait_for(joined, PATIENCE, f"{path} joined")


@pytest.fixture(scope="module")
def paper(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    place, port = tmp_path_factory.mktemp("nginx"), free_port()
    home = Path(shutil.copytree(founded, place / "home"))
    served = Served(home, SETTINGS)
    try:
        served.start()
        with (
            nginx(place / "nginx", home, served.port, port) as errors,
            newsroom(home, **SETTINGS) as desk,
        ):
            yield Paper(home, port, desk, served)
            alarms = [line for line in errors.read_text().splitlines() if "[error]" not in line]
            assert not alarms, alarms
    finally:
        if hasattr(served, "process"):
            served.close()


def same(first: Answer, second: Answer) -> None:
    """Everything a reader gets, but what names the one who answered."""
    assert first.status == second.status
    if first.status == 404:
        # What the app packs itself is packed differently each time, on purpose.
        assert unpacked(first) == unpacked(second)
        return
    assert first.body == second.body
    kept = [
        {name: value for name, value in one.headers.items() if name not in ITS_OWN}
        for one in (first, second)
    ]
    assert kept[0] == kept[1]


def unpacked(answer: Answer) -> bytes:
    packed = answer.headers.get("content-encoding") == "gzip"
    return gzip.decompress(answer.body) if packed else answer.body


def test_the_same_as_the_front(paper: Paper) -> None:
    article = paper.desk.publish("첫 기사")
    pressed(paper.home)
    joined = ["/", article, "/latest/", "/economy/", "/feed/", "/about/", "/sitemap.xml"]
    for path in joined:
        paper.wait_until_joined(path)
    others = ["/robots.txt", "/nope/", "//latest/", "/latest//", "/latest/?page=2"]
    others += [article.rstrip("/"), "/feed", "/?utm_source=x", "/latest/index.html", "/error:503/"]
    static = [
        f"/static/{one.relative_to(paper.home / 'static')}"
        for one in sorted((paper.home / "static/look").rglob("*.css"))
    ]
    for path in [*joined, *others, *static[:4], "/static/", "/static/none.css"]:
        for accepted in ("gzip", "identity", "gzip;q=0", "br, gzip;q=0.5"):
            one = paper.read(path, accept_encoding=accepted)
            same(one, paper.front(path, accept_encoding=accepted))
        head = paper.read(path, method="HEAD", accept_encoding="gzip")
        assert (head.status, head.body) == (paper.front(path).status, b"")
    # It was nginx that answered: the front's answers carry their tags.
    assert all("cache-tag" not in paper.read(path).headers for path in joined)


def test_a_page_that_has_not_changed_is_not_sent_again(paper: Paper) -> None:
    path = paper.desk.publish("첫 기사")
    paper.wait_until_joined(path)
    first = paper.read(path, accept_encoding="gzip")
    again = paper.read(path, accept_encoding="gzip", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    paper.desk.retitle(path, "둘째 제목")
    wait_for(lambda: "둘째 제목" in paper.text(path), PATIENCE, "the new headline")
    paper.wait_until_joined(path)
    assert (
        paper.read(path, accept_encoding="gzip", if_none_match=first.headers["etag"]).status == 200
    )


def test_the_newsroom_and_forms_go_through(paper: Paper) -> None:
    path = paper.desk.publish("첫 기사")
    paper.wait_until_joined(path)
    page = paper.read(path, cookie="theme=dark; hwalja_newsroom=0123456789abcdef")
    assert page.status == 200 and "etag" not in page.headers
    assert paper.read(path, cookie="theme=dark; other_hwalja_newsroom=1").headers["etag"]
    login = paper.read("/admin/")
    assert login.status == 302 and "/account/login/" in login.headers["location"]
    assert paper.read("/account/login/").status == 200
    refused = paper.read("/account/login/", method="POST", body=b"login=a")
    assert refused.status == 403, "the form's token is missing; the app says so"
    assert (
        paper.read(path, method="POST", body=b"a=b").status
        == paper.front(path, method="POST", body=b"a=b").status
    )


def test_changes_are_seen(paper: Paper) -> None:
    path = paper.desk.publish("첫 기사")
    for number in range(5):
        paper.wait_until_joined(path)
        paper.wait_until_joined("/")
        paper.desk.retitle(path, f"제목 {number}")
        for where in (path, "/"):
            wait_for(
                lambda w=where, n=number: f"제목 {n}" in paper.text(w), PATIENCE, "the headline"
            )
    other = paper.desk.publish("둘째 기사")
    # The latest box is a part of the first article's page.
    wait_for(lambda: "둘째 기사" in paper.text(path), PATIENCE, "the latest box")
    paper.desk.withdraw(other)
    wait_for(lambda: paper.read(other).status == 410, PATIENCE, "gone")
    wait_for(lambda: "둘째 기사" not in paper.text(path), PATIENCE, "gone from the latest box")


def test_pages_without_the_app(paper: Paper) -> None:
    path = paper.desk.publish("기사")
    paper.wait_until_joined(path)
    paper.read("/latest/")
    with killed(paper.served, "app", "presser"):
        assert "기사" in paper.text(path) and "기사" in paper.text("/latest/")
        assert paper.read("/admin/").status == 503


def test_pages_without_a_front(paper: Paper) -> None:
    path, withdrawn = paper.desk.publish("남을 기사"), paper.desk.publish("거둘 기사")
    pressed(paper.home)
    known = (path, withdrawn, "/", "/latest/", "/feed/")
    for one in known:
        paper.wait_until_joined(one)
    with killed(paper.served, "front"):
        for one in (*known, "/?utm_source=x"):
            assert paper.read(one).status == 200, one
        paper.desk.retitle(path, "고친 제목")
        wait_for(lambda: "고친 제목" in paper.text(path), PATIENCE, "changed without a front")
        paper.desk.withdraw(withdrawn)
        wait_for(lambda: paper.read(withdrawn).status == 503, PATIENCE, "gone without a front")
        wait_for(lambda: "거둘 기사" not in paper.text("/"), PATIENCE, "gone from the front page")
        assert paper.read("/latest/?page=2").status == 503
        away = paper.read("/search/?q=a", accept_encoding="gzip")
        assert away.status == 503 and away.headers["retry-after"] == "5"
        assert away.headers["cache-control"] == "no-store"
        assert 'lang="ko"' in gzip.decompress(away.body).decode()
        assert paper.read("/account/login/", method="POST", body=b"a=b").status == 503
    assert paper.read(withdrawn).status == 410


def test_redirects_and_what_is_gone_without_a_front(paper: Paper) -> None:
    gone, unasked, back = (paper.desk.publish(f"{n}번 기사") for n in range(3))
    for path in (gone, unasked, back):
        paper.desk.withdraw(path)
    pressed(paper.home)
    asked, moved = {"accept_encoding": "gzip"}, gone.rstrip("/")
    before = {path: paper.read(path, **asked) for path in (gone, moved, back)}
    assert [answer.status for answer in before.values()] == [410, 301, 410]
    # While a front answers it is asked each time.
    paper.desk.retitle(back, "다시 낸 기사")
    wait_for(lambda: "다시 낸 기사" in paper.text(back), PATIENCE, "published again")
    paper.wait_until_joined(back)
    with killed(paper.served, "front"):
        for path in (gone, moved):
            same(paper.read(path, **asked), before[path])
        assert "다시 낸 기사" in paper.text(back)
        assert paper.read(unasked, **asked).status == 503
        cookie = "hwalja_newsroom=0123456789abcdef"
        assert paper.read("/admin", cookie=cookie, **asked).status == 503
    assert paper.read(gone, if_none_match=paper.front("/").headers["etag"]).status == 410
    page = paper.front("/latest/", accept_encoding="gzip")
    again = paper.read("/latest/?a=b", if_none_match=page.headers["etag"], **asked)
    assert again.status == 304, "what a reader has is told to the front"


def test_another_papers_readers_get_none_of_ours(paper: Paper) -> None:
    paper.wait_until_joined("/")
    for host in ("other.example", "127.0.0.1", f"x.{HOST}"):
        answer = paper.read("/", host=host)
        assert (answer.status, answer.body) == (421, paper.front("/", host=host).body)
    assert paper.read("/", host=f"{HOST.upper()}:443").status == 200


def test_a_photo_is_as_from_the_front(paper: Paper) -> None:
    images = paper.home / "media/images"
    images.mkdir(parents=True, exist_ok=True)
    (images / "photo.abc.webp").write_bytes(b"RIFF....WEBP")
    (images / "link.webp").symlink_to(paper.home / "secret_key")
    for name in ("photo.abc.webp", "none.webp", "link.webp"):
        same(paper.read(f"/media/images/{name}"), paper.front(f"/media/images/{name}"))
    key = (paper.home / "secret_key").read_bytes().strip()
    for path in ("/media/images/../../secret_key", "/secret_key", "/static/%2e%2e/secret_key"):
        found = paper.read(path)
        assert found.status != 200 and key not in found.body, path
