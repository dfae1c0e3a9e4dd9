"""Writing a comment."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hwalja.articles.models import Article
from hwalja.comments import discussions, mine, openness, persons, plain, words
from hwalja.comments.actions.post import AlreadySent, post
from hwalja.comments.forms.writing import CommentForm, new_key, seconds_open
from hwalja.comments.models import Comment
from hwalja.comments.reasons import HOUSE_RULES
from hwalja.comments.said import Form, Said
from hwalja.comments.shared import RULES
from hwalja.comments.verdict import Verdict
from hwalja.comments.views.private import article_at, private

UNPROCESSABLE, TOO_MANY, FORBIDDEN = 422, 429, 403


@private
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, number: int) -> HttpResponse:
    """The form, and what comes of it. The transaction is the posting's own, and short."""
    article = article_at(number)
    is_member = persons.is_member(request.user)
    if request.method != "POST":
        reply = request.GET.get("reply", "")
        return _form(
            request,
            article,
            CommentForm(initial={"key": new_key(), "reply": reply}, is_member=is_member),
        )
    form = CommentForm(request.POST, is_member=is_member)
    if not form.is_valid():
        return _form(request, article, form, status=UNPROCESSABLE)
    return _posted(request, article, form)


def _posted(request: HttpRequest, article: Article, form: CommentForm) -> HttpResponse:
    data = form.cleaned_data
    name = persons.name(request.user) or data["name"]
    person = persons.of(request, name)
    key = data["key"] or new_key()
    said = Said(
        typed=data["body"],
        rules=RULES.get(),
        words=words.in_force(),
        name=name,
        person=person.key,
        origin=person.origin,
        author=person.user,
        article_id=article.pk,
        openness=openness.of(article, discussions.found(article)),
        parent=_parent(article, data["reply"]),
        form=Form(
            data["url"], seconds_open(data["key"]), request.headers.get("Sec-Fetch-Site", "")
        ),
    )
    if said.author is None and not said.rules.guests:
        return _form(
            request, article, form, Verdict("refused", "guests", "로그인한 뒤 쓸 수 있습니다.")
        )
    try:
        password = "" if person.user else persons.hash_password(data["password"])
        posted = post(article, said, key, password)
    except AlreadySent:
        told = Verdict(
            "refused", "key", "이 댓글은 이미 보냈습니다. 새로 쓰시려면 다시 보내 주십시오."
        )
        return _form(request, article, _with_new_key(form), told)
    if posted.comment is None:
        return _form(request, article, _with_new_key(form), posted.verdict)
    response = HttpResponseRedirect(posted.comment.get_absolute_url(), status=303)
    mine.remember(request, response, posted.comment)
    return response


def _parent(article: Article, pk: int | None) -> Comment | None:
    """What is answered to; an answer to a reply stands beside it."""
    if not pk:
        return None
    found = (
        Comment.objects.visible().filter(pk=pk, article=article).select_related("parent").first()
    )
    return (found.parent or found) if found else None


def _with_new_key(form: CommentForm) -> CommentForm:
    form.data = {**form.data.dict(), "key": new_key()}  # type: ignore[attr-defined]
    return form


def _form(
    request: HttpRequest,
    article: Article,
    form: CommentForm,
    verdict: Verdict | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The form with all that was typed, and beside it what the checks say."""
    typed = form["body"].value() or ""
    context: dict[str, Any] = {
        "article": article,
        "form": form,
        "verdict": verdict,
        "shown": _marked(plain.kept(typed), verdict) if verdict and verdict.spans else [],
        "answered": _parent(article, _number(form["reply"].value())),
        "openness": openness.of(article, discussions.found(article)),
        "rules": RULES.get(),
        "house_rules": HOUSE_RULES,
        "name": persons.name(request.user),
        "members": settings.MEMBERS,
    }
    if verdict:
        status = _status(verdict)
    response = render(request, "comments/new.html", context, status=status)
    if verdict and verdict.retry_after:
        response["Retry-After"] = str(verdict.retry_after)
    return response


def _status(verdict: Verdict) -> int:
    if verdict.forbidden:
        return FORBIDDEN
    return TOO_MANY if verdict.retry_after else UNPROCESSABLE


def _number(value: object) -> int | None:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _marked(text: str, verdict: Verdict) -> list[tuple[bool, str]]:
    """The text in pieces, and whether the check found each."""
    pieces, end = [], 0
    for start, stop in sorted(verdict.spans):
        if start < end:
            continue
        pieces += [(False, text[end:start]), (True, text[start:stop])]
        end = stop
    return [piece for piece in [*pieces, (False, text[end:])] if piece[1]]


def expired(request: HttpRequest, number: int) -> HttpResponse:
    """A form whose token no longer counts, refilled: pressing the button again is enough."""
    article = article_at(number)
    form = CommentForm(request.POST, is_member=persons.is_member(request.user))
    told = Verdict(
        "refused",
        "expired",
        "쓰는 동안 시간이 많이 지났습니다. 그대로 한 번 더 보내 주십시오.",
        forbidden=True,
    )
    return _form(request, article, form, told)
