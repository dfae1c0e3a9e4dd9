"""An editor-in-chief reads this all day: nothing in English, nothing mangled."""

import json
import re

from django.test import Client
from django.utils.translation import gettext, ngettext

from hwalja.testing import Newsroom
from tools import missing_korean

PARTICLE = re.compile(r"을\(를\)|이\(가\)|은\(는\)|\(으\)로|을/를|은/는")


def test_every_string_of_every_installed_package_has_korean() -> None:
    assert list(missing_korean.missing(missing_korean.installed())) == []


def test_placeholders_and_tags_come_through() -> None:
    assert list(missing_korean.mangled(missing_korean.installed())) == []


def test_compiled_catalogues_say_what_the_written_ones_say() -> None:
    assert missing_korean.outdated() == []


def test_ours_has_hardly_anything_left_over() -> None:
    """A package's next release may drop a string; that breaks no paper, and no clean clone."""
    a_release = 20
    assert len(list(missing_korean.stale())) < a_release


def test_ours_wins_over_the_packages_own() -> None:
    assert gettext("Promote") == "노출"
    assert gettext("Username") == "아이디"
    assert ngettext("Delete 1 image", "Delete %(counter)s images", 1) == "사진 %(counter)s개 삭제"


def test_the_editors_javascript_reads_ours_too(client: Client) -> None:
    script = client.get("/admin/jsi18n/").content.decode()
    found = re.search(r"const newcatalog = (\{.*?\n  \});", script, re.DOTALL)
    assert found
    catalogue = json.loads(found[1])
    assert catalogue["Split block"] == "블록 나누기"
    assert catalogue["%(num)s error"] == ["오류 %(num)s개"]


def test_no_particle_is_left_to_the_reader() -> None:
    for domain in missing_korean.DOMAINS:
        for text in missing_korean.read(missing_korean.OURS, "ko", domain).values():
            assert not PARTICLE.search(text.translation), text.translation


def test_labels_wagtail_never_marked_are_korean_too(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.chief)
    link = client.get("/admin/choose-external-link/").json()["html"]
    assert "링크 문구" in link and "Link text" not in link
    sites = client.get("/admin/sites/").content.decode()
    assert "사이트 이름" in sites and "Site name" not in sites
    search = client.get("/admin/pages/search/").content.decode()
    assert re.search(r"페이지 \d+개 중 1-\d+", search)
    assert "<title>검색 - 새 신문</title>" in " ".join(search.split())


def test_the_first_screen_sends_nobody_to_an_english_guide(
    client: Client, newsroom: Newsroom
) -> None:
    for user in (newsroom.chief, newsroom.desk, newsroom.reporter):
        client.force_login(user)
        page = client.get("/admin/").content.decode()
        assert 'href="/admin/account/"' in page and "guide.wagtail.org" not in page
