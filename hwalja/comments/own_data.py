"""What the comments hold of a member: handed out as a file, and taken away with the account."""

from typing import Any

from django.utils import timezone

from hwalja.accounts import personal_data
from hwalja.accounts.models import Member
from hwalja.comments import press
from hwalja.comments.models import Comment, Report, Standing, Vote

GONE = "탈퇴한 회원"
STAYS = (
    "쓰신 댓글은 이름을 지우고 남깁니다. 답글을 단 사람들의 글이 뜻을 잃지 않게 하려는 것입니다. "
    "없애고 싶은 댓글은 탈퇴하기 전에 지워 주십시오."
)


def _key(member: Member) -> str:
    return f"u{member.user_id}"


def export(member: Member) -> dict[str, list[dict[str, Any]]]:
    comments = Comment.objects.filter(author=member.user_id).select_related("article")
    votes = Vote.objects.filter(person=_key(member)).select_related("comment__article")
    reports = Report.objects.filter(person=_key(member)).select_related("comment__article")
    standings = Standing.objects.filter(person=_key(member))
    return {
        "댓글": [_told(row) for row in comments.order_by("pk").iterator(500)],
        "공감과 비공감": [
            {"댓글": row.comment.get_absolute_url(), "공감": row.agrees, "때": _at(row.at)}
            for row in votes.order_by("pk").iterator(500)
        ],
        "신고": [
            {
                "댓글": row.comment.get_absolute_url(),
                "까닭": row.reason,
                "덧붙인 말": row.detail,
                "때": _at(row.at),
            }
            for row in reports.order_by("pk")
        ],
        "받은 조치": [
            {"조치": row.get_kind_display(), "까닭": row.reason, "때": _at(row.at)}
            for row in standings
        ],
    }


def _told(row: Comment) -> dict[str, Any]:
    return {
        "주소": row.get_absolute_url(),
        "기사": row.article.title,
        "글": row.body,
        "때": _at(row.created_at),
        "상태": row.get_state_display(),
        "공감": row.agrees,
        "비공감": row.disagrees,
    }


def _at(moment: Any) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def erase(member: Member) -> None:
    """Nothing that is left tells who it was."""
    comments = Comment.objects.filter(author=member.user_id)
    numbers = set(comments.standing().values_list("article__number", flat=True))
    comments.update(author=None, name=GONE, person="", origin="")
    for rows in (Vote.objects, Report.objects):
        for row in rows.filter(person=_key(member)):
            row.person = f"x{row.pk}"
            row.save(update_fields=["person"])
    Report.objects.filter(person__startswith="x").update(detail="")
    Standing.objects.filter(person=_key(member)).delete()
    press.tell(*numbers, removal=True)


def register() -> None:
    personal_data.register("댓글", export, erase, stays=STAYS)
