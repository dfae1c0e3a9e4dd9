"""A person's or an organisation's own pages."""

from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.shortcuts import render

from hwalja.people import feeds, metadata, partial, reading, slots
from hwalja.people.affected import TAG, tag_of
from hwalja.people.models import Profile
from hwalja.people.views.private import View, private


def of_somebody(view: View) -> View:
    """Gives the view the profile; merged ones lead on, hidden ones are said to be gone."""

    @wraps(view)
    def answer(request: HttpRequest, pk: str, *args: Any, **kwargs: Any) -> HttpResponse:
        found = Profile.objects.select_related("photo").filter(pk=pk).first()
        if found is None:
            raise Http404("profile")
        if found.state == Profile.MERGED:
            return _led_on(request, found)
        if found.state == Profile.HIDDEN:
            return marked(render(request, "410.html", status=410), found)
        return view(request, found, *args, **kwargs)

    return answer


def _led_on(request: HttpRequest, found: Profile) -> HttpResponse:
    """The same page of whom it was merged into."""
    path = request.path_info
    rest = path.removeprefix(f"/who/{found.pk}")
    query = urlsplit(request.get_full_path()).query if rest not in ("/", ".json") else ""
    address = f"/who/{found.merged_into_id}{rest}{f'?{query}' if query else ''}"
    return marked(HttpResponsePermanentRedirect(address), found)


def marked(response: HttpResponse, profile: Profile, *others: str) -> HttpResponse:
    """By its tags the press finds the page where something that it names has changed."""
    tags = [TAG, tag_of(profile.pk), *map(tag_of, dict.fromkeys(others))]
    response["Cache-Tag"] = " ".join(tags)
    return response


def _whole(response: HttpResponse, page: reading.Page, *others: str) -> HttpResponse:
    """With the tags of all that stands on the profile's page."""
    marked(response, page.profile, *_named(page), *others)
    extra = [tag for some in slots.content("tags", page.profile) for tag in some]
    response["Cache-Tag"] = " ".join(dict.fromkeys([response["Cache-Tag"], *extra]))
    return response


def _named(page: reading.Page) -> list[str]:
    """Ids of the others on its page."""
    places = [post.organisation_id for post in page.posts if post.organisation_id]
    return [*places, *(post.profile_id for post in page.holders)]


@of_somebody
def profile(request: HttpRequest, found: Profile) -> HttpResponse:
    page = reading.page(found)
    context = {
        "page": page,
        "profile": found,
        "below": slots.content("below", request, found),
        "rail": slots.content("rail", request, found),
        "parts": [part for some in slots.content("parts", found) for part in some],
        "metadata": metadata.of_profile(page),
    }
    # Of a namesake the line names an organisation.
    near = [row.place for row in page.namesakes if row.place]
    return _whole(render(request, "people/profile.html", context), page, *near)


@of_somebody
def as_json(request: HttpRequest, found: Profile) -> HttpResponse:
    page = reading.page(found)
    options = {"ensure_ascii": False}
    response = JsonResponse(metadata.as_json(page), json_dumps_params=options)
    return _whole(response, page)


@of_somebody
def feed(request: HttpRequest, found: Profile) -> HttpResponse:
    page = reading.page(found)
    kind = "application/atom+xml; charset=utf-8"
    response = HttpResponse(feeds.atom(page), content_type=kind)
    return _whole(response, page)


@of_somebody
def at(request: HttpRequest, found: Profile, year: int) -> HttpResponse:
    """`/who/<id>/at/2020/`: what they were in a year in which a post began or ended."""
    page = reading.page(found)
    if year not in page.turns:
        raise Http404("year")
    place = page.turns.index(year)
    path = f"{found.get_absolute_url()}at/"
    context = {
        "page": page,
        "profile": found,
        "year": year,
        "held": reading.held_on(page.posts, str(year)),
        "holders": reading.held_on(page.holders, str(year)),
        "fillers": slots.content("at", found, year),
        "before": next(iter(page.turns[place + 1 :]), None),
        "after": next(reversed(page.turns[:place]), None),
        "metadata": metadata.of_page(found, f"{path}{year}/", f"{year}년"),
    }
    return _whole(render(request, "people/at.html", context), page)


@private
@of_somebody
def on(request: HttpRequest, found: Profile) -> HttpResponse:
    """`/who/<id>/on/?day=2020-05`: what they were then; any date may be asked, so none is kept."""
    asked = request.GET.get("day", "").strip()[:20]
    try:
        day = partial.read(asked) if asked else reading.today()
    except ValueError:
        day = ""
    page = reading.page(found)
    context = {
        "profile": found,
        "asked": asked or day,
        "day": partial.said(day),
        "held": reading.held_on(page.posts, day) if day else [],
        "metadata": metadata.of_list(
            f"{found.get_absolute_url()}on/", f"{found.name} 그때", indexed=False
        ),
    }
    return render(request, "people/on.html", context, status=200 if day else 422)
