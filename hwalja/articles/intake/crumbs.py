"""The line near a headline that says which section a page belongs to."""

from hwalja.articles.intake import sections
from hwalja.articles.intake.lines import Kind, Line


def near(lines: list[Line], at: int, start: int) -> list[str]:
    """The nearest section line above the headline, else between it and the story."""
    above = range(at - 1, max(at - 16, -1), -1)
    for n in [*above, *range(at + 1, start)]:
        found = lines[n].kind is Kind.OTHER and sections.read(lines[n].raw, 0 < at - n <= 2)
        if not found or _is_row_of_menu(lines, n, found):
            continue
        if len(found) > 1 or not _in_menu(lines, n):
            return found if len(found) > 1 else _with_parent(lines, n, found)
    return []


def _is_row_of_menu(lines: list[Line], place: int, found: list[str]) -> bool:
    """Whether two names with a mere space between them stand above or below a menu."""
    if len(found) < 2 or lines[place].raw.split(" ") != found:
        return False
    return any(sections.is_menu(one.text) for one in lines[max(place - 1, 0) : place + 2])


def _in_menu(lines: list[Line], place: int) -> bool:
    """Whether a lone section word stands in a column of four or more such words."""
    around = range(max(place - 4, 0), min(place + 5, len(lines)))
    return sum(1 for n in around if len(lines[n].text) <= 8 and sections.read(lines[n].raw)) >= 4


def _with_parent(lines: list[Line], place: int, found: list[str]) -> list[str]:
    """A sub-section may have its section on the line above it."""
    above = lines[place - 1] if place else None
    parent = sections.read(above.raw) if above and above.kind is Kind.OTHER else None
    return [*parent, *found][:2] if parent and len(parent) == 1 and parent != found else found
