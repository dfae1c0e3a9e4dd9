"""Accounts of the newsroom and of members, as django-allauth asks about them."""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from hwalja.accounts import doors
from hwalja.accounts.models import User
from hwalja.masthead.mail import deliver as deliver
from hwalja.masthead.shared import PAPER


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """For members; accounts of the newsroom are made by the editor-in-chief, in the admin."""
        return bool(settings.MEMBERS)

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        """Of a member, who logs in by mail: a name that tells nothing and is nobody's."""
        return f"m-{secrets.token_hex(10)}"

    def get_login_stages(self) -> list[str]:
        ours = {
            "allauth.account.stages.EmailVerificationStage": "hwalja.accounts.stages.VerifyMembers"
        }
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        inside = isinstance(request.user, User) and doors.opens_for(request.user)
        return reverse("wagtailadmin_home" if inside else "account_home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    # --- Mail -----------------------------------------------------------------------------

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """By the tasks' process.

        A slow mail server holds up nobody, and an answer that took longer would
        tell a stranger that the address has an account.
        """
        context = {**context, "email": email, "paper": PAPER.get()}
        mail = self.render_mail(template_prefix, email, context)
        deliver.enqueue(mail.subject, mail.body, mail.from_email, mail.to)

    def format_email_subject(self, subject: str) -> str:
        return f"[{PAPER.get().masthead.name}] {subject}"


class NewsroomMFAAdapter(DefaultMFAAdapter):
    def _get_site_name(self) -> str:
        """What authenticator apps and passkey dialogs call us."""
        return PAPER.get().masthead.name

    def get_totp_issuer(self) -> str:
        return self._get_site_name()
