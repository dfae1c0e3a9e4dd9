"""Steps between a password and a log-in."""

from typing import Any

from allauth.account.stages import EmailVerificationStage


class VerifyMembers(EmailVerificationStage):
    """A member shows that the address is theirs.

    The newsroom's addresses come from the editor-in-chief. Where there is no account at all,
    everything goes as for a member, so that nobody learns it.
    """

    def handle(self) -> tuple[Any, bool]:
        user = self.login.user
        if user is not None and not user.is_member:
            return None, True
        return super().handle()
