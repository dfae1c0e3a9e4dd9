"""Addresses that things had before.

An import may keep an article's number; what stood in another system at
`articleView.html?idxno=` then stands at `/news/<number>/`. A section, reporter
or series whose address changes leaves a redirect behind, and so does its feed.
"""

import re
from typing import Any

from django.db.models.signals import pre_save
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import post_page_move

from hwalja.articles.models import Reporter, Section, Series

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


def article(request: HttpRequest, name: str) -> HttpResponsePermanentRedirect:
    """To the same number here; whether readers may see it is said there alone."""
    number = request.GET.get(name, "")
    if not _NUMBER.fullmatch(number):
        raise Http404("number")
    return HttpResponsePermanentRedirect(f"/news/{number}/")


def leave(old: str, new: str) -> None:
    """Lead readers from `old` to `new`, wherever `old` itself was led to before."""
    for path in (old, new):
        Redirect.objects.filter(old_path=Redirect.normalise_path(path)).delete()
    Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
    Redirect.add_redirect(old, redirect_to=new)


def leads_to(url: str) -> str | None:
    """Where readers of `url` are led, if anywhere."""
    rows = Redirect.objects.filter(old_path=Redirect.normalise_path(url))
    return rows.values_list("redirect_link", flat=True).first() or None


def _on_saving(sender: type, instance: Reporter | Series, raw: bool = False, **kwargs: Any) -> None:
    before = None if raw else sender.objects.filter(pk=instance.pk).first()  # type: ignore[attr-defined]
    if before and before.slug != instance.slug:
        old, new = before.get_absolute_url(), instance.get_absolute_url()
        leave(old, new)
        leave(f"{old}feed/", f"{new}feed/")


def _on_section_saving(sender: type, instance: Section, raw: bool = False, **kwargs: Any) -> None:
    """Here, and not by Wagtail's own redirects: those come after the commit, or not at all."""
    before = None if raw else Section.objects.filter(pk=instance.pk).first()
    if before and before.url_path != instance.url_path:
        _leave_tree(before, before.url_path, instance.url_path)


def _on_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    before, after = kwargs["url_path_before"], kwargs["url_path_after"]
    if issubclass(sender, Section) and before != after:
        _leave_tree(instance, before, after)


def _leave_tree(section: Page, before: str, after: str) -> None:
    """Redirects for a section and those below it; paths are the tree's, which name the front too."""
    for row in Section.objects.descendant_of(section, inclusive=True):
        below = row.url_path.removeprefix(before).removeprefix(after)
        old, new = ("/" + path.split("/", 2)[2] + below for path in (before, after))
        leave(old, new)
        leave(f"{old}feed/", f"{new}feed/")


def connect() -> None:
    for model in (Reporter, Series):
        pre_save.connect(_on_saving, sender=model, dispatch_uid="articles.former")
    pre_save.connect(_on_section_saving, sender=Section, dispatch_uid="articles.former")
    post_page_move.connect(_on_moved, dispatch_uid="articles.former")
