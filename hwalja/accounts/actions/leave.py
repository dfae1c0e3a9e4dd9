"""A member leaves (탈퇴), and everything of theirs with them."""

import logging

from allauth.account.adapter import get_adapter
from django.db import transaction

from hwalja.accounts import personal_data
from hwalja.accounts.models import Member

logger = logging.getLogger(__name__)


def leave(member: Member) -> None:
    """Erase what every room holds of the member, then the account; tell the address so."""
    number, address = member.pk, member.user.email
    with transaction.atomic():
        personal_data.erase(member)
        # Log-ins, addresses, connected accounts and second factors go with it.
        member.user.delete()
        if address:
            context = {"stays": personal_data.stays()}
            get_adapter().send_mail("account/email/account_deleted", address, context)
    logger.info("회원 %s번이 탈퇴했습니다.", number)
