"""What accounts forget by the clock."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hwalja.accounts import members
from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import User
from hwalja.accounts.sessions import SessionStore
from hwalja.press import clock

EVERY = 3600.0  # Seconds.
# A mail that could not be sent is kept for whoever looks for the reason.
FAILED_KEPT = timedelta(days=7)


def forget_unverified() -> None:
    """Sign-ups whose address was never verified: it may be somebody else's."""
    before = timezone.now() - members.KEPT_UNVERIFIED
    waiting = User.objects.filter(member__isnull=False, date_joined__lt=before)
    waiting.exclude(emailaddress__verified=True).delete()


def forget_mail() -> None:
    """Mails hold addresses and the ways in: none is kept once it is sent."""
    ours = DBTaskResult.objects.filter(task_path=deliver.module_path)
    ours.filter(status=TaskResultStatus.SUCCESSFUL).delete()
    before = timezone.now() - FAILED_KEPT
    ours.filter(status=TaskResultStatus.FAILED, finished_at__lt=before).delete()


def forget_sessions() -> None:
    SessionStore.clear_expired()


def register() -> None:
    for duty in (forget_unverified, forget_mail, forget_sessions):
        clock.every(EVERY, duty)
