"""The paper's mail, sent by the tasks' process: a slow mail server holds up nobody."""

from django.core.mail import EmailMessage
from django_tasks import task


@task()
def deliver(subject: str, body: str, sender: str, to: list[str]) -> None:
    """Hand a mail to the mail server."""
    EmailMessage(subject, body, sender, to).send()
