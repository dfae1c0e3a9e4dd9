from django.urls import path

from hwalja.comments.views import doing, figures, history, reading, takedown, writing

urlpatterns = [
    path("members/<number:pk>/", history.member, name="member"),
    path("news/<number:number>/comments/", reading.all_of, name="comments"),
    path("news/<number:number>/comments/new", writing.new, name="comment_new"),
    path("news/<number:number>/comments/<number:pk>/", reading.one, name="comment"),
    path("news/<number:number>/comments/<number:pk>/vote", doing.vote, name="comment_vote"),
    path("news/<number:number>/comments/<number:pk>/report", doing.report, name="comment_report"),
    path("news/<number:number>/comments/<number:pk>/delete", doing.delete, name="comment_delete"),
    path("news/<number:number>/comments/<number:pk>/appeal", doing.appeal, name="comment_appeal"),
    path(
        "news/<number:number>/comments/<number:pk>/takedown", takedown.ask, name="comment_takedown"
    ),
    path(
        "news/<number:number>/comments/<number:pk>/objection",
        takedown.object_to,
        name="comment_objection",
    ),
    path("comments/", figures.figures, name="comment_figures"),
]
