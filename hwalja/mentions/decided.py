"""When the text or its reading changes: to which words an editor's decision still belongs.

A decision is about words, and an answer to what the reading said of them. It stands as long as
the words stand and nothing else is said of them; on an unchanged text it stands whatever a later
reader says. Where the text was changed so that the words may be another's, it is asked for again.
"""

from collections.abc import Iterable
from typing import Any

from hwalja.mentions.models import Found, Mention, Quotation, Reading, Relation


def claim(row: Any) -> dict[str, Any]:
    """What the reading says of words: to this a decision is an answer."""
    if isinstance(row, Relation):
        return {"a": row.a_proposed_id, "b": row.b_proposed_id, "kind": row.kind}
    if isinstance(row, Quotation):
        return {"name": row.speaker, "profile": row.proposed_id}
    return {"name": row.name, "profile": row.proposed_id}


def asks_again(old: Found, new: Found) -> bool:
    """Whether a decided row, read anew at the same words, is a question again."""
    decision = old.decision
    if not old.verdict or decision is None:
        return False
    told = claim(new)
    if told == decision.claim or _agrees(told, decision.profile_id):
        return False
    if _is_same_text(decision):
        return False
    if isinstance(new, Mention):
        # A name is a name; but whom a short form means hangs on the text before it.
        return new.how == "short" and new.proposed_id is not None
    return _person(told) != _person(decision.claim)


def _agrees(told: dict[str, Any], profile: str | None) -> bool:
    """What is read now is what the editor said."""
    return profile is not None and told.get("profile") == profile


def _person(told: dict[str, Any]) -> tuple[Any, ...]:
    """Whose words they are; a name that was not in the directory and now is, is the same."""
    return (told["name"],) if "name" in told else tuple(told.values())


def _is_same_text(decision: Any) -> bool:
    now = Reading.objects.filter(pk=decision.article_id).values_list("digest", flat=True).first()
    return bool(now == decision.digest)


def unseen(rows: Iterable[Found]) -> None:
    """Decided rows that the reader does not find in the text of today."""
    for row in rows:
        if not row.stands:
            continue
        asks = _asks_unseen(row)
        if asks != row.asks_again:
            row.asks_again = asks
            row.save(update_fields=["asks_again"])


def _asks_unseen(row: Found) -> bool:
    """A name stays what the editor said; other words stay theirs while their sentence stands."""
    if isinstance(row, Mention) or row.verdict == Found.REJECTED or row.decision is None:
        return False
    return row.sentence != row.decision.sentence
