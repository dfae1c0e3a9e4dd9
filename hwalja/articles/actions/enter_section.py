"""Find the section that a page names, or open it."""

from hwalja.articles.models import FrontPage, Section
from hwalja.articles.models.section import RESERVED, UNSORTED
from hwalja.hangul.normalise import clean, collapse
from hwalja.hangul.romanise import romanise

# Longer addresses than this help nobody.
_LONGEST_SLUG = 40


def find_section(title: str | None, subtitle: str | None) -> Section | None:
    """The section of these titles, the deepest there is; None if the first is not known.

    One title alone may also be that of a sub-section, if only one has it.
    """
    wanted = [_plain(name) for name in (title, subtitle) if name]
    if not wanted:
        return None
    for section in Section.objects.filter(depth=3).order_by("path"):
        if _plain(section.title) == wanted[0]:
            return _child(section, wanted[1:]) or section
    if len(wanted) > 1:
        return None
    subs = [row for row in Section.objects.filter(depth=4) if _plain(row.title) == wanted[0]]
    return subs[0] if len(subs) == 1 else None


def enter_section(title: str | None, subtitle: str | None) -> Section:
    """The section of these titles, opened and published where it is missing."""
    title = title or UNSORTED
    found = find_section(title, subtitle) or _open(FrontPage.objects.get(), title)
    if subtitle and found.is_top and _plain(subtitle) != _plain(found.title):
        found = _child(found, [_plain(subtitle)]) or _open(found, subtitle)
    return found


def _plain(title: str) -> str:
    return collapse(clean(title)).replace(" ", "")


def _child(section: Section, wanted: list[str]) -> Section | None:
    children = Section.objects.child_of(section)
    return next((row for row in children if wanted and _plain(row.title) == wanted[0]), None)


def _open(parent: FrontPage | Section, title: str) -> Section:
    title = collapse(clean(title))[:100]
    section = parent.add_child(instance=Section(title=title, slug=free_slug(parent, title)))
    section.save_revision().publish()
    return Section.objects.get(pk=section.pk)


def free_slug(parent: FrontPage | Section, title: str) -> str:
    """An ASCII address that no sibling has and no other page of the paper needs."""
    taken = set(parent.get_children().values_list("slug", flat=True)) | RESERVED
    stem = romanise(title)[:_LONGEST_SLUG].strip("-")
    if not stem or stem.isdigit():
        return next(slug for n in range(1, len(taken) + 2) if (slug := f"sec-{n}") not in taken)
    candidates = [stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))]
    return next(slug for slug in candidates if slug not in taken)
