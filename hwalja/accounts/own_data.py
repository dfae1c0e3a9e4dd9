"""What accounts themselves hold of a member."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django_tasks_db.models import DBTaskResult

from hwalja.accounts import personal_data
from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import Member, Session


def _export(member: Member) -> dict[str, Any]:
    user = member.user
    of_theirs = {"user": user}
    return {
        "번호": member.pk,
        "별명": member.nickname,
        "별명을 바꾼 때": member.renamed_at,
        "메일": list(EmailAddress.objects.filter(**of_theirs).values("email", "verified", "primary")),
        "연결한 계정": list(SocialAccount.objects.filter(**of_theirs).values("provider", "uid", "date_joined")),
        "두 번째 인증": list(Authenticator.objects.filter(**of_theirs).values("type", "created_at", "last_used_at")),
        "열린 로그인": list(Session.objects.filter(**of_theirs).values("expire_date")),
        "가입하고 동의한 때": user.date_joined,
        "마지막 로그인": user.last_login,
    }  # fmt: skip


def mails_to(addresses: set[str]) -> list[int]:
    """Mails in the database, sent or waiting, that went or will go to one of the addresses."""
    rows = DBTaskResult.objects.filter(task_path=deliver.module_path)
    return [row.pk for row in rows if addresses & set(row.args_kwargs["args"][3])]


def _erase(member: Member) -> None:
    """What does not go with the account's own row."""
    addresses = {
        member.user.email,
        *EmailAddress.objects.filter(user=member.user).values_list("email", flat=True),
    }
    DBTaskResult.objects.filter(pk__in=mails_to(addresses)).delete()


def register() -> None:
    personal_data.register("계정", _export, _erase)
