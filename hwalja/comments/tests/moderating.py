"""A moderator, and the mails that wait."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django_tasks_db.models import DBTaskResult

from hwalja.accounts.adapter import deliver
from hwalja.accounts.models import User
from hwalja.comments.models import Comment
from hwalja.testing import make_user


def make_moderator(name: str = "윤달") -> User:
    kind = ContentType.objects.get_for_model(Comment)
    may, _ = Permission.objects.get_or_create(
        codename="moderate", content_type=kind, defaults={"name": "댓글 관리"}
    )
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    user = make_user("yoon", name)
    user.user_permissions.add(may, enter)
    return User.objects.get(pk=user.pk)


def sent() -> list[tuple[str, str, str]]:
    """What the tasks' process sends now: to, subject, body; each mail once."""
    before = len(mail.outbox)
    for row in (
        DBTaskResult.objects.ready().filter(task_path=deliver.module_path).order_by("enqueued_at")
    ):
        deliver.call(*row.args_kwargs["args"])
        row.set_successful(None)
    return [(one.to[0], one.subject, one.body) for one in mail.outbox[before:]]
