"""Who may log in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.base_session import BaseSessionManager as SessionManager
from django.db import models

from hwalja.accounts import nicknames


class User(AbstractUser):
    """An account, of the newsroom or of a member.

    Korean names are written family name first, without a space.
    """

    class Meta(AbstractUser.Meta):
        verbose_name = "계정"
        verbose_name_plural = "계정"

    @property
    def is_member(self) -> bool:
        """Whether this is a reader's account; all others are the newsroom's."""
        return hasattr(self, "member")

    def get_full_name(self) -> str:
        return f"{self.last_name}{self.first_name}".strip()

    def __str__(self) -> str:
        return self.get_full_name() or (self.member.nickname if self.is_member else self.username)


class Member(models.Model):
    """A reader with an account, known to other readers by a name of their own choice."""

    user = models.OneToOneField(User, models.CASCADE, related_name="member", verbose_name="계정")
    nickname = models.CharField("별명", max_length=nicknames.LONGEST)
    # What no two nicknames may have in common.
    key = models.CharField(max_length=nicknames.LONGEST, unique=True, editable=False)
    renamed_at = models.DateTimeField("별명을 바꾼 때", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "회원"
        verbose_name_plural = "회원"

    def __str__(self) -> str:
        return self.nickname

    def get_absolute_url(self) -> str:
        return f"/members/{self.pk}/"


class Session(AbstractBaseSession):
    """A log-in that knows whose it is, so that it ends with the account."""

    user = models.ForeignKey(User, models.CASCADE, null=True, db_constraint=False, related_name="+")

    objects: ClassVar[SessionManager] = SessionManager()
