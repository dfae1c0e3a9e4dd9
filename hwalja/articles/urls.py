from django.urls import path

from hwalja.articles import views

urlpatterns = [
    path("news/<int:number>/", views.article, name="article"),
    path("latest/", views.latest, name="latest"),
    path("reporters/<str:slug>/", views.reporter, name="reporter"),
    path("series/<str:slug>/", views.series, name="series"),
    path("tags/<str:slug>/", views.tag, name="tag"),
]
