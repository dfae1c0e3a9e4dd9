from django.urls import path

from hwalja.mentions import views
from hwalja.mentions.who import views as who

urlpatterns = [
    path("news/<number:number>/who/report", views.report, name="mention_report"),
    path("who/<who:pk>/quotes/", who.quotes, name="who_quotes"),
    path("who/<who:pk>/quotes/<year:year>/", who.quotes, name="who_quotes_year"),
    path("who/<who:pk>/quotes/about/<word:topic>/", who.quotes, name="who_quotes_topic"),
    path("who/<who:pk>/articles/", who.articles, name="who_articles"),
    path("who/<who:pk>/articles/<year:year>/", who.articles, name="who_articles_year"),
    path("who/<who:pk>/through/", who.through, name="who_through"),
]
