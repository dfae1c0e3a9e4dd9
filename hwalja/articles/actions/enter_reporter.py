"""Find the reporter a byline names, or enter a new one."""

from hwalja.articles.intake import Byline
from hwalja.articles.models import Reporter
from hwalja.hangul.romanise import romanise

_LONGEST_SLUG = 60


def find_reporter(byline: Byline) -> Reporter | None:
    """Who has this mail, else who has this name and no other mail."""
    if byline.email:
        known = Reporter.objects.filter(email__iexact=byline.email, name=byline.name).first()
        if known:
            return known
    same_name = list(Reporter.objects.filter(name=byline.name).order_by("pk"))
    fitting = [row for row in same_name if not (row.email and byline.email)]
    return fitting[0] if len(fitting) == 1 or (fitting and not byline.email) else None


def enter_reporter(byline: Byline) -> Reporter:
    """The reporter of a byline, entered where nobody fits."""
    found = find_reporter(byline)
    if found is not None:
        return found
    return Reporter.objects.create(
        name=byline.name[:60], email=byline.email or "", slug=_free_slug(byline)
    )


def _free_slug(byline: Byline) -> str:
    local = (byline.email or "").partition("@")[0]
    stem = (romanise(local) or romanise(byline.name) or "reporter")[:_LONGEST_SLUG]
    taken = set(Reporter.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = [stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))]
    return next(slug for slug in candidates if slug not in taken)
