from django.urls import path

from hwalja.masthead import views

urlpatterns = [
    path("favicon.ico", views.favicon, name="favicon"),
    path("about/", views.about, name="about"),
    path("policies/<slug:slug>/", views.policy, name="policy"),
]
