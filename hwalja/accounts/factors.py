"""The second factor: who has one, and who must."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from wagtail.models import GroupPagePermission

from hwalja.accounts.models import User


def has_one(user: User) -> bool:
    return Authenticator.objects.filter(user_id=user.pk).exists()


def can_publish(user: User) -> bool:
    """May this account put anything before readers, in any section?"""
    return bool(
        user.is_superuser
        or GroupPagePermission.objects.filter(
            group__user=user, permission__codename="publish_page"
        ).exists()
    )


def is_missing(user: User) -> bool:
    """Must this account set one up before it may work?"""
    return bool(settings.REQUIRE_SECOND_FACTOR and not has_one(user) and can_publish(user))
