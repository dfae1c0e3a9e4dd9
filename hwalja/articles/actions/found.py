"""Found the paper: its front, its trash, and the site that serves them."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Page, Site

from hwalja.articles.actions.appoint import appoint, dismiss_strangers
from hwalja.articles.models import FrontPage, Trash


@transaction.atomic
def found() -> FrontPage:
    """The front of the paper; made, with what belongs to it, where there is none yet."""
    existing = FrontPage.objects.first()
    if existing is not None:
        appoint()
        return existing
    dismiss_strangers()
    _name_the_roots()
    root = Page.objects.get(depth=1)
    # Wagtail's own welcome page, which its migrations leave in a new database.
    root.get_children().filter(slug="home").delete()
    root = Page.objects.get(depth=1)
    front = root.add_child(instance=FrontPage(title="1면", slug="front", live=True))
    front.save_revision().publish()
    root.add_child(instance=Trash(title="휴지통", slug="trash", live=False))
    Site.objects.all().delete()
    host = settings.ALLOWED_HOSTS[0]
    Site.objects.create(
        hostname=host, root_page=front, is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
    )
    appoint()
    return front


def _name_the_roots() -> None:
    """Wagtail's migrations leave both trees with a root called "Root"; editors see it."""
    Page.objects.filter(depth=1).update(title="신문", draft_title="신문")
    Collection.objects.filter(depth=1).update(name="전체")
