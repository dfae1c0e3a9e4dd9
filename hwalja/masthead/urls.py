from django.urls import path

from hwalja.masthead import views

urlpatterns = [
    path("about/", views.about, name="about"),
    path("policies/<slug:slug>/", views.policy, name="policy"),
]
