"""What all decisions have in common: each is whole, is logged, and can be taken back exactly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from django.db import transaction

from hwalja.articles.models import Article
from hwalja.mentions import affected, desk
from hwalja.mentions.decided import claim
from hwalja.mentions.models import Decision, Found, Mention, Reading, Relation
from hwalja.mentions.permission import Actor, may_decide
from hwalja.mentions.settle import settle

_AROUND = 60  # Characters kept before and after: enough to tell two places of a name apart.


class NotNow(Exception):
    """It cannot be decided so; the text is for who tried."""


@dataclass(frozen=True)
class Word:
    """What is decided of one row: who it is, of a relation both."""

    verdict: str
    profile: str | None = None
    other: str | None = None


Judge = Callable[[Any], Word]
CHANGED_MEANWHILE = "그 사이에 글이나 읽은 것이 바뀌었습니다. 새로 고쳐 주십시오."


@transaction.atomic
def decide(
    article_id: int, refs: Iterable[str], user: Actor, judge: Judge, *, why: str = ""
) -> list[Decision]:
    """Decide about the rows named by `refs` (mention:12), each as `judge` says of it.

    A name is decided everywhere in the article where it stands for the same. Raises
    `PermissionDenied` and `NotNow`.
    """
    article = Article.objects.get(pk=article_id)
    may_decide(user, article)
    reading = Reading.objects.select_for_update().filter(pk=article_id).first()
    if reading is None:
        raise NotNow(CHANGED_MEANWHILE)
    words = [(row, judge(row)) for row in _held(article_id, refs)]
    words += [(row, word) for one, word in words for row in _elsewhere(one)]
    words += [pair for one, word in words for pair in _resting_on(one, word)]
    batch = token_hex(16)
    made = [_write(row, word, reading, user, batch, why) for row, word in _once(words)]
    _tell(article, any(word.verdict == Decision.REJECTED for _, word in words))
    return made


def _tell(article: Article, removal: bool) -> None:
    affected.tell(article, settle(article.pk), removal=removal)


def _once(words: list[tuple[Any, Word]]) -> list[tuple[Any, Word]]:
    """The first word about each row."""
    return list({row.ref: (row, word) for row, word in reversed(words)}.values())[::-1]


def _held(article_id: int, refs: Iterable[str]) -> list[Found]:
    rows = []
    for kind, pks in _by_kind(refs).items():
        found = desk.MODELS[kind].objects.filter(article=article_id, stands=True, pk__in=pks)
        rows += list(found.select_related("decision").order_by("start"))
        if len(found) != len(pks):
            raise NotNow(CHANGED_MEANWHILE)
    if not rows:
        raise NotNow("정할 것을 골라 주십시오.")
    return rows


def _by_kind(refs: Iterable[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for ref in refs:
        kind, _, pk = ref.partition(":")
        if kind not in desk.MODELS or not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise NotNow(CHANGED_MEANWHILE)
        found.setdefault(kind, set()).add(int(pk))
    return found


def _elsewhere(row: Found) -> list[Mention]:
    """Where else in the article the same name stands for the same."""
    if not isinstance(row, Mention):
        return []
    rows = Mention.objects.filter(article=row.article_id, name=row.name, stands=True)
    return [one for one in rows.exclude(pk=row.pk) if desk.same(one) == desk.same(row)]


def _resting_on(row: Found, word: Word) -> Iterable[tuple[Any, Word]]:
    """Words, titles and relations that an editor gave to whom this name no longer is."""
    if not isinstance(row, Mention) or row.profile_id in (None, word.profile):
        return
    for kind in ("quotation", "title"):
        model = desk.MODELS[kind]
        name = {"speaker": row.name} if kind == "quotation" else {"name": row.name}
        rows = model.objects.filter(article=row.article_id, profile=row.profile_id, **name)
        for one in rows.exclude(verdict="").select_related("decision"):
            yield one, word
    yield from _relations_resting_on(row, word)


def _relations_resting_on(row: Mention, word: Word) -> Iterable[tuple[Any, Word]]:
    rows = Relation.objects.exclude(verdict="").filter(article=row.article_id)
    for one in rows.select_related("decision"):
        ends = [one.a_id, one.b_id]
        if row.profile_id in ends and row.name in (one.a_name, one.b_name):
            a, b = (word.profile if end == row.profile_id else end for end in ends)
            yield one, Word(word.verdict, a, b)


def _write(row: Any, word: Word, reading: Reading, user: Actor, batch: str, why: str) -> Decision:
    decision = Decision.objects.create(
        article_id=row.article_id,
        kind=row._meta.model_name,
        item=row.pk,
        verdict=word.verdict,
        profile_id=word.profile,
        other_id=word.other,
        claim=claim(row),
        words=row.text,
        sentence=row.sentence,
        inset=row.inset,
        before=reading.text[max(0, row.start - _AROUND) : row.start],
        after=reading.text[row.end : row.end + _AROUND],
        digest=reading.digest,
        batch=batch,
        why=why[:300],
        by_id=user.pk if user else None,
    )
    stand(row, decision)
    return decision


def stand(row: Any, decision: Decision | None) -> None:
    """From now on this is the last word about the row; none: it is open again."""
    row.verdict = decision.verdict if decision else Found.NONE
    row.decision, row.asks_again = decision, False
    row.save(update_fields=["verdict", "decision", "asks_again"])
