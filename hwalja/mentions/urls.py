from django.urls import path

from hwalja.mentions import views

urlpatterns = [
    path("news/<number:number>/who/report", views.report, name="mention_report"),
]
