"""One's own account, in the admin."""

from typing import Any

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class Account(AccountView):
    """As Wagtail's, without the profile picture: photos have one door, and that has a gate."""

    def get_panels(self) -> list[Any]:
        panels: list[Any] = super().get_panels()
        return [panel for panel in panels if not isinstance(panel, AvatarSettingsPanel)]
