"""Posting: check, keep, count, log, and tell the press, all in one transaction."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from hwalja.articles.models import Article
from hwalja.comments import checks, discussions, log, press
from hwalja.comments.models import Comment
from hwalja.comments.said import Said
from hwalja.comments.verdict import Verdict
from hwalja.hangul.length import byte_length, characters


@dataclass(frozen=True)
class Posted:
    """`comment` is none where the verdict is refused."""

    verdict: Verdict
    comment: Comment | None = None


class AlreadySent(Exception):
    """The key was used for another comment."""


def known(article: Article, key: str, text: str) -> Comment | None:
    """What was posted under `key` before; raises `AlreadySent` where it says something else."""
    found = Comment.objects.filter(key=key).first()
    if found is None:
        return None
    if found.article_id != article.pk or (found.body and found.body != text):
        raise AlreadySent
    found.article = article
    return found


def post(article: Article, said: Said, key: str, password: str = "") -> Posted:
    """Keep what was said, if the checks let it; `password` is hashed already.

    When this returns, the comment is on the disk. The same key twice is one comment.
    """
    said.read()
    try:
        with transaction.atomic():
            return _post(article, said, key, password)
    except IntegrityError:
        # Sent twice at the same moment: the other one is there by now.
        found = known(article, key, said.text)
        if found is None:
            raise
        return Posted(checks.VISIBLE, found)


def _post(article: Article, said: Said, key: str, password: str) -> Posted:
    if before := known(article, key, said.text):
        return Posted(checks.VISIBLE, before)
    verdict = checks.judge(said)
    if verdict.state == "refused":
        # Sent again before the first was answered: it may be the first that a check has found.
        if before := known(article, key, said.text):
            return Posted(checks.VISIBLE, before)
        _log_refusal(article, verdict)
        return Posted(verdict)
    comment = _row(article, said, verdict, key, password)
    comment.save(force_insert=True)
    if verdict.state == Comment.VISIBLE:
        discussions.count_one(article)
        press.stir(article)
    log.write("post", "author", comment, rule=verdict.rule or verdict.state)
    return Posted(verdict, comment)


def _log_refusal(article: Article, verdict: Verdict) -> None:
    """What is too often or too long is no matter for the figures."""
    if verdict.rule not in {"flood", "length", "empty", "closed"}:
        log.write("refuse", "author", article_number=article.number, rule=verdict.rule)


def _row(article: Article, said: Said, verdict: Verdict, key: str, password: str) -> Comment:
    judged = said.judged
    return Comment(
        article=article,
        parent=said.parent,
        author=said.author,
        name=said.name,
        password=password,
        body=said.text,
        characters=characters(said.text),
        bytes=byte_length(said.text),
        key=key,
        person=said.person,
        origin=said.origin,
        state=verdict.state,
        rule=verdict.rule,
        note=verdict.message,
        spans=" ".join(f"{start}-{end}" for start, end in verdict.spans[:20]),
        label=judged.label,
        score=max(verdict.score, judged.score),
        judged=judged.score,
        created_at=said.now,
    )
