"""What templates of comments need."""

from django import template

from hwalja.comments import reasons
from hwalja.comments.models import Comment

register = template.Library()


@register.filter
def sign(comment: Comment) -> str:
    """What stands in the place of a comment that readers no longer see."""
    if comment.state == Comment.DELETED and comment.rule == Comment.BY_TAKEDOWN:
        return "권리를 침해당했다는 요청으로 정보통신망법 44조의2에 따라 지운 댓글입니다."
    if comment.state == Comment.DELETED:
        return "쓴 사람이 지운 댓글입니다."
    if comment.state == Comment.BLOCKED:
        return "권리를 침해당했다는 요청으로 정보통신망법 44조의2에 따라 임시로 가린 댓글입니다."
    label = reasons.label(comment.rule)
    return (
        f"운영 규칙에 따라 가린 댓글입니다. ({label})"
        if label
        else "운영 규칙에 따라 가린 댓글입니다."
    )


@register.filter
def told(comment: Comment) -> str:
    """What its author is told of its state."""
    if comment.state == Comment.VISIBLE:
        return "실렸습니다. 기사에는 몇 초 뒤에 보입니다."
    if comment.state == Comment.WAITING:
        return f"기다리고 있습니다. {comment.note or '담당자가 보고 싣습니다.'}"
    if comment.state == Comment.HIDDEN:
        return comment.note or reasons.told(comment.rule)
    return sign(comment)
