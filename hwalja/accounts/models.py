"""Who may log in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A newsroom account; Korean names are written family name first, without a space."""

    class Meta(AbstractUser.Meta):
        verbose_name = "계정"
        verbose_name_plural = "계정"

    def get_full_name(self) -> str:
        return f"{self.last_name}{self.first_name}".strip()

    def __str__(self) -> str:
        return self.get_full_name() or self.username
