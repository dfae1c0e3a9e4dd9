"""A person harmed by a comment asks for its removal; its author answers."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hwalja.comments import mine, persons, takedowns
from hwalja.comments.actions import ask_takedown
from hwalja.comments.actions.delete import WrongPassword, check_password
from hwalja.comments.actions.object_to_takedown import object_to as objected
from hwalja.comments.forms.takedown import ObjectionForm, TakedownForm
from hwalja.comments.models import Comment
from hwalja.comments.views.doing import asked_again, done, too_often, visible
from hwalja.comments.views.private import comment_at, private

ASKED = (
    "요청을 받았습니다. 지체 없이 살펴보고 적어 주신 메일로 결과를 알려 드립니다. "
    "접수했다는 메일이 오지 않으면 주소를 다시 확인해 주십시오."
)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    comment = visible(number, pk)
    form = TakedownForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return asked_again(request, "comments/takedown.html", comment, form)
    data = form.cleaned_data
    fields = {name: data[name] for name in ("relation", "right", "name", "mail", "reason")}
    try:
        if not data["url"]:
            ask_takedown.ask(comment, persons.of(request), **fields)
    except ask_takedown.Refused as refused:
        return too_often(request, "comments/takedown.html", comment, form, refused)
    return done(request, comment, ASKED)


@private
@require_POST
# A wrong password is counted whatever becomes of the rest.
@transaction.non_atomic_requests
def object_to(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    """By the browser or the member that wrote it, or by the comment's password."""
    comment = comment_at(number, pk)
    is_mine = mine.is_mine(request, comment)
    row = takedowns.in_force(comment)
    if row is None or not (is_mine or comment.password):
        raise Http404("takedown")
    form = ObjectionForm(request.POST, needs_password=not is_mine)
    try:
        if not form.is_valid():
            return _refilled(request, comment, form, is_mine)
        if not is_mine:
            check_password(comment, form.cleaned_data["password"])
    except WrongPassword as wrong:
        form.add_error("password", str(wrong))
        return _refilled(request, comment, form, is_mine, status=403)
    if not objected(comment, form.cleaned_data["objection"]):
        return done(request, comment, "이미 이의를 내셨거나, 임시조치가 끝난 댓글입니다.", 422)
    if is_mine:
        return HttpResponseRedirect(comment.get_absolute_url(), status=303)
    return done(request, comment, "이의를 받았습니다. 임시조치가 끝나는 때에 댓글을 되살립니다.")


def _refilled(
    request: HttpRequest, comment: Comment, form: ObjectionForm, is_mine: bool, *, status: int = 422
) -> HttpResponse:
    context = {
        "comment": comment,
        "article": comment.article,
        "objecting": form,
        "takedown": takedowns.in_force(comment),
        "is_mine": is_mine,
    }
    return render(request, "comments/objecting.html", context, status=status)
