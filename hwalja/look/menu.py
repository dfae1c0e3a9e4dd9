"""How the newsroom's menu says that something waits."""

from typing import Any

# Nobody reads a larger number in a menu.
MOST = 999


def with_number(shown: Any, count: int) -> Any:
    """A menu's component with how many wait behind it; as it was where none do.

    Whoever counts need not count beyond `MOST` + 1.
    """
    if count:
        shown.label = f"{shown.label} {count if count <= MOST else f'{MOST}+'}"
    return shown
