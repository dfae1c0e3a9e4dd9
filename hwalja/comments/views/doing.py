"""What a reader can do to a comment that is there."""

from django.db import transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from hwalja.comments import mine, persons
from hwalja.comments.actions import appeal as appeals
from hwalja.comments.actions import report as reports
from hwalja.comments.actions import vote as votes
from hwalja.comments.actions.delete import WrongPassword
from hwalja.comments.actions.delete import delete as take_back
from hwalja.comments.forms.writing import AppealForm, DeleteForm, ReportForm
from hwalja.comments.models import Comment
from hwalja.comments.views.private import comment_at, private

DAY = 24 * 60 * 60  # Seconds.


def visible(number: int, pk: int) -> Comment:
    comment = comment_at(number, pk)
    if comment.state != Comment.VISIBLE:
        raise Http404("comment")
    return comment


def done(request: HttpRequest, comment: Comment, text: str, status: int = 200) -> HttpResponse:
    """One sentence, and the way back."""
    context = {"comment": comment, "article": comment.article, "text": text}
    return render(request, "comments/done.html", context, status=status)


def asked_again(
    request: HttpRequest, template: str, comment: Comment, form: BaseForm
) -> HttpResponse:
    """The form as it was filled, with what is wrong with it."""
    context = {"comment": comment, "article": comment.article, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def too_often(
    request: HttpRequest, template: str, comment: Comment, form: BaseForm, why: Exception
) -> HttpResponse:
    """So many a day are taken from one place: what was typed is kept for tomorrow."""
    form.add_error(None, str(why))
    response = asked_again(request, template, comment, form)
    response.status_code = 429
    response["Retry-After"] = str(DAY)
    return response


@private
@require_POST
def vote(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    comment = visible(number, pk)
    value = request.POST.get("value")
    if value not in ("agree", "disagree"):
        return done(request, comment, "공감과 비공감 가운데 하나를 골라 주십시오.", 422)
    try:
        now = votes.vote(comment, persons.of(request), agrees=value == "agree")
    except votes.Refused as refused:
        return done(request, comment, str(refused), 403)
    text = {True: "공감했습니다.", False: "비공감했습니다.", None: "거두었습니다."}[now]
    return done(request, comment, text)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    comment = visible(number, pk)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            reports.report(comment, persons.of(request), data["reason"], data["detail"])
        except reports.Refused as refused:
            return too_often(request, "comments/report.html", comment, form, refused)
        return done(request, comment, "신고를 받았습니다. 댓글 관리자가 살펴봅니다.")
    return asked_again(request, "comments/report.html", comment, form)


@private
@require_POST
@transaction.non_atomic_requests
def delete(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    """By the password; or without one, by the browser or the member that wrote it."""
    comment = comment_at(number, pk)
    form = DeleteForm(request.POST)
    is_mine = mine.is_mine(request, comment)
    if comment.state == Comment.DELETED:
        return done(request, comment, "이미 지운 댓글입니다.")
    if not form.is_valid() or not (is_mine or comment.password):
        raise Http404("comment")
    try:
        take_back(comment, password=None if is_mine else form.cleaned_data["password"])
    except WrongPassword as wrong:
        context = {
            "comment": comment,
            "article": comment.article,
            "deleting": form,
            "wrong": str(wrong),
        }
        return render(request, "comments/closed.html", context, status=403)
    return done(request, comment, "댓글을 지웠습니다.")


@private
@require_POST
def appeal(request: HttpRequest, number: int, pk: int) -> HttpResponse:
    comment = comment_at(number, pk)
    if not mine.is_mine(request, comment):
        raise Http404("comment")
    form = AppealForm(request.POST)
    if not form.is_valid():
        return done(request, comment, "다시 볼 까닭을 300자 안으로 적어 주십시오.", 422)
    if appeals.appeal(comment, form.cleaned_data["text"]) is None:
        return done(request, comment, "이미 이의를 냈거나, 이의를 낼 것이 없는 댓글입니다.", 422)
    return HttpResponseRedirect(comment.get_absolute_url(), status=303)
