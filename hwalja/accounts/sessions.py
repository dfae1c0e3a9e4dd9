"""The session engine: Django's own in the database, with the account beside the data."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

PENDING = "account_login"  # Where django-allauth keeps a log-in that is not complete.


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        from hwalja.accounts.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        row.user_id = data.get(SESSION_KEY) or _pending(data.get(PENDING) or {})
        return row


def _pending(login: dict[str, Any]) -> int | None:
    """The account of a log-in that waits for its mail or its second factor."""
    from allauth.account.utils import url_str_to_user_pk

    written = login.get("user_pk")
    return int(url_str_to_user_pk(written)) if written else None
