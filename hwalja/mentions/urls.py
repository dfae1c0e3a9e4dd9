from django.urls import path

from hwalja.mentions.who import views

urlpatterns = [
    path("who/<who:pk>/quotes/", views.quotes, name="who_quotes"),
    path("who/<who:pk>/quotes/<year:year>/", views.quotes, name="who_quotes_year"),
    path("who/<who:pk>/quotes/about/<word:topic>/", views.quotes, name="who_quotes_topic"),
    path("who/<who:pk>/articles/", views.articles, name="who_articles"),
    path("who/<who:pk>/articles/<year:year>/", views.articles, name="who_articles_year"),
    path("who/<who:pk>/through/", views.through, name="who_through"),
]
