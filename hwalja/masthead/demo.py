"""The demo newspaper's masthead and policies."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hwalja.masthead.models import Masthead, Policy

PLAIN = (
    "name",
    "tagline",
    "outlet_tag",
    "registration_number",
    "publisher",
    "editor",
    "publishing_office",
    "address",
    "telephone",
    "email",
    "youth_officer",
    "youth_contact",
)


def lay(words: Mapping[str, Any], policies: Iterable[tuple[str, str, str]]) -> None:
    """Fill the masthead from `words`, and make a policy of each (slug, title, HTML)."""
    masthead = Masthead.load()
    for name in PLAIN:
        setattr(masthead, name, words[name])
    masthead.copyright_line = words["copyright"].rpartition(". ")[2]
    masthead.grievance_officer = words["ombudsman"]
    masthead.registered_on = date.fromisoformat(words["registration_date"])
    masthead.first_issued_on = date.fromisoformat(words["publication_date"])
    channels = {item["name"]: item["url"] for item in words["channels"]}
    masthead.youtube = channels.get("유튜브", "")
    masthead.instagram = channels.get("인스타그램", "")
    masthead.facebook = channels.get("페이스북", "")
    masthead.save()
    for order, (slug, title, html) in enumerate(policies):
        Policy.objects.create(
            slug=slug, title=title, body=html, order=order, emphasised=slug == "privacy"
        )
