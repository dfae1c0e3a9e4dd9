"""Which doors open for whom."""

from hwalja.accounts.models import User


def opens_for(user: User) -> bool:
    """May this account enter the newsroom? A member never, whatever groups say."""
    return bool(user.is_active and user.has_perm("wagtailadmin.access_admin")) and (
        not user.is_member
    )
