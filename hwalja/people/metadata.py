"""What the pages of the directory tell machines."""

from typing import Any

from hwalja.look.metadata import Image, Metadata, absolute, breadcrumbs
from hwalja.masthead.shared import PAPER
from hwalja.media.picture import picture
from hwalja.people import slots
from hwalja.people.models import Fact, Profile
from hwalja.people.reading import Page

TITLE = "인물"
_BORN = {True: "birthDate", False: "foundingDate"}


def _image(page: Page) -> Image | None:
    photo = page.profile.shown_photo
    size = picture(photo).largest if photo else None
    if photo is None or size is None:
        return None
    return Image(absolute(size.url), size.width, size.height, page.profile.name)


def json_ld(page: Page) -> dict[str, Any]:
    """The profile in schema.org's words."""
    profile, about, born = page.profile, page.about, page.fact(Fact.BIRTHDAY)
    image = _image(page)
    told: dict[str, Any] = {
        "@type": "Person" if profile.is_person else "Organization",
        "@id": absolute(profile.get_absolute_url()),
        "url": absolute(profile.get_absolute_url()),
        "name": profile.name,
        "alternateName": page.others,
        "description": about.text if about else "",
        "image": image.url if image else "",
        _BORN[profile.is_person]: born.text if born else "",
        **(_work(page) if profile.is_person else {}),
    }
    for addition in slots.content("json_ld", profile):
        told.update(addition)
    return {name: value for name, value in told.items() if value}


def _work(page: Page) -> dict[str, Any]:
    titles = [post.title for post in page.current if post.title]
    places: list[dict[str, str]] = []
    for post in page.current:
        if name := post.organisation_said:
            place = {"@type": "Organization", "name": name}
            if post.organisation and post.organisation.state == post.organisation.SHOWN:
                place["@id"] = absolute(post.organisation.get_absolute_url())
            places.append(place)
    return {"jobTitle": titles, "worksFor": places}


def of_profile(page: Page) -> Metadata:
    profile = page.profile
    path = profile.get_absolute_url()
    crumbs = breadcrumbs([("홈", "/"), (TITLE, "/who/"), (profile.name, path)])
    about = page.about
    return Metadata(
        path,
        profile.name,
        about.text if about else page.headline or f"{profile.name} - {PAPER.get().masthead.name}",
        kind="profile",
        image=_image(page),
        feed=f"{path}feed/",
        json_ld=[json_ld(page), crumbs],
    )


def of_list(path: str, title: str, *, indexed: bool = True) -> Metadata:
    text = f"{title} - {PAPER.get().masthead.name}"
    crumbs = [("홈", "/"), (TITLE, "/who/"), *([(title, path)] if path != "/who/" else [])]
    return Metadata(path, title, text, indexed=indexed, json_ld=[breadcrumbs(crumbs)])


def of_page(profile: Profile, path: str, title: str) -> Metadata:
    """Of one of the pages beneath a profile's own: its quotations, a year."""
    crumbs = [("홈", "/"), (TITLE, "/who/"), (profile.name, profile.get_absolute_url())]
    said = f"{profile.name} {title}"
    text = f"{said} - {PAPER.get().masthead.name}"
    return Metadata(path, said, text, json_ld=[breadcrumbs([*crumbs, (title, path)])])


def as_json(page: Page) -> dict[str, Any]:
    """What `/who/<id>.json` says: the page without its looks, every fact with its source."""
    profile = page.profile
    told = {
        "id": profile.pk,
        "kind": profile.kind,
        "name": profile.name,
        "url": absolute(profile.get_absolute_url()),
        "changed": profile.changed_at.isoformat(timespec="seconds"),
        "source": _source(profile),
        "names": [{"kind": n.kind, "text": n.text, "source": _source(n)} for n in page.names],
        "posts": [_post(post) for post in page.posts],
        "facts": [{"kind": f.kind, "text": f.text, "source": _source(f)} for f in page.facts],
        "namesakes": [{"id": row.pk, "name": row.name} for row in page.namesakes],
    }
    for addition in slots.content("json", profile):
        told.update(addition)
    return told


def _post(post: Any) -> dict[str, Any]:
    return {
        "organisation": post.organisation_said,
        "organisation_id": post.organisation_id,
        "title": post.title,
        "party": post.party,
        "district": post.district,
        "since": post.since,
        "until": post.until,
        "source": _source(post),
    }


def _source(row: Any) -> dict[str, Any]:
    told = {
        "article": row.source_article,
        "sentence": row.source_sentence,
        "document": row.source_document,
    }
    return {name: value for name, value in told.items() if value}
