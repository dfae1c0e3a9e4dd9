"""A decision was a mistake: everything is as it was before it."""

from secrets import token_hex
from typing import Any

from django.db import transaction

from hwalja.articles.models import Article
from hwalja.mentions import affected, desk
from hwalja.mentions.actions.decide import NotNow, stand
from hwalja.mentions.models import Decision, Reading
from hwalja.mentions.permission import Actor, may_decide
from hwalja.mentions.settle import settle


@transaction.atomic
def undo(batch: str, user: Actor) -> list[Decision]:
    """Take back what was decided with one key; whom it took into the directory stays there.

    Raises `PermissionDenied`, and `NotNow` where something of it was decided again since.
    """
    made = list(Decision.objects.filter(batch=batch).order_by("pk"))
    if not made or any(row.verdict == Decision.UNDONE for row in made):
        raise NotNow("되돌릴 것이 없습니다.")
    article = Article.objects.get(pk=made[0].article_id)
    may_decide(user, article)
    Reading.objects.select_for_update().filter(pk=article.pk).first()
    again = token_hex(16)
    undone = [_undo(decision, again, user) for decision in made]
    affected.tell(article, settle(article.pk), removal=True)
    return undone


def undo_last(article_id: int, user: Actor) -> list[Decision]:
    """Take back the last that was decided about an article and stands. Raises as `undo`."""
    rows = Decision.objects.filter(article=article_id, undone_by=None)
    last = rows.exclude(verdict=Decision.UNDONE).order_by("-pk").first()
    return undo(last.batch if last else "", user)


def _undo(decision: Decision, batch: str, user: Actor) -> Decision:
    row: Any = desk.MODELS[decision.kind].objects.filter(pk=decision.item).first()
    if row is None or row.decision_id != decision.pk:
        raise NotNow("그 뒤에 다시 정했습니다. 나중에 정한 것부터 되돌려 주십시오.")
    stand(row, _before(decision))
    return Decision.objects.create(
        article_id=decision.article_id,
        kind=decision.kind,
        item=decision.item,
        verdict=Decision.UNDONE,
        undoes=decision,
        words=decision.words,
        sentence=decision.sentence,
        inset=decision.inset,
        before=decision.before,
        after=decision.after,
        digest=decision.digest,
        batch=batch,
        by_id=user.pk if user else None,
    )


def _before(decision: Decision) -> Decision | None:
    """What stood before it."""
    rows = Decision.objects.filter(kind=decision.kind, item=decision.item, undone_by=None)
    return rows.exclude(verdict=Decision.UNDONE).filter(pk__lt=decision.pk).first()
