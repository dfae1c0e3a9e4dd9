"""Newsroom log-in, as django-allauth asks about it."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django_tasks import task

from hwalja.masthead.shared import PAPER


@task()
def deliver(subject: str, body: str, sender: str, to: list[str]) -> None:
    """Hand a mail to the mail server."""
    EmailMessage(subject, body, sender, to).send()


class NewsroomAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the editor-in-chief, in the admin."""
        return False

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
