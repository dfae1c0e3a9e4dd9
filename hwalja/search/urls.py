from django.urls import path

from hwalja.search import views

urlpatterns = [path("search/", views.results, name="search")]
