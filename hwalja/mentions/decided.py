"""When the text or its reading changes: to which words an editor's decision still belongs.

A decision is about words, and an answer to what the reading said of them. It stands as long as
the words stand and nothing else is said of them; on an unchanged text it stands whatever a later
reader says. Where the text was changed so that the words may be another's, it is asked for again.
"""

from collections.abc import Iterable, Sequence
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
    return not _is_same_claim(told, decision.claim)


def _agrees(told: dict[str, Any], profile: str | None) -> bool:
    """What is read now is what the editor said."""
    return profile is not None and told.get("profile") == profile


def _is_same_claim(told: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whose words they are: the same name, though it may have come into the directory since, or
    the same profile, though it may have got another name."""
    if "name" not in told:
        return told == before
    same_profile = told["profile"] is not None and told["profile"] == before["profile"]
    return same_profile or told["name"] == before["name"]


def _is_same_text(decision: Any) -> bool:
    now = Reading.objects.filter(pk=decision.article_id).values_list("digest", flat=True).first()
    return bool(now == decision.digest)


def free_of(fresh: Sequence[Any], there: Iterable[Any]) -> list[Any]:
    """What is read now, less what lies across words of this very text that an editor decided."""
    held = [row for row in there if row.decision and row.stands and _is_same_text(row.decision)]
    return [row for row in fresh if not any(_lie_across(row, one) for one in held)]


def unseen(rows: Iterable[Found], kept: Sequence[Found], text: str) -> bool:
    """Decided rows that the reader does not find in the text of today; whether any changed.

    Where it reads other words across them, theirs are gone: a name became a longer one.
    """
    changed = False
    for row in rows:
        before = row.stands, row.asks_again
        if row.stands and any(_lie_across(one, row) for one in kept):
            row.stands = False
        if row.stands:
            row.asks_again = _asks_unseen(row, text)
        if (row.stands, row.asks_again) != before:
            row.save(update_fields=["stands", "asks_again"])
            changed = True
    return changed


def _lie_across(one: Any, other: Any) -> bool:
    """Whether two findings of one sort share words and are not the same words."""
    if not isinstance(one, Mention | Quotation) or (one.start, one.end) == (other.start, other.end):
        return False
    return one.kind == other.kind and one.start < other.end and other.start < one.end


def _asks_unseen(row: Found, text: str) -> bool:
    """A name stays what the editor said; other words stay theirs while their sentence stands."""
    decision = row.decision
    if isinstance(row, Mention) or row.verdict == Found.REJECTED or decision is None:
        return False
    start = row.start - decision.inset
    return start < 0 or not text.startswith(decision.sentence, start)
