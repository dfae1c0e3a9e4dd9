from django.urls import path

from hwalja.people.views import directory, profile, removal, sitemap

urlpatterns = [
    path("who/", directory.directory, name="who"),
    path("who/by/<who:shelf>/", directory.shelf, name="who_shelf"),
    path("who/search/", directory.find, name="who_search"),
    path("who/criteria/", directory.criteria, name="who_criteria"),
    path("who/<who:pk>/", profile.profile, name="who_profile"),
    path("who/<who:pk>.json", profile.as_json, name="who_json"),
    path("who/<who:pk>/feed/", profile.feed, name="who_feed"),
    path("who/<who:pk>/at/<year:year>/", profile.at, name="who_at"),
    path("who/<who:pk>/on/", profile.on, name="who_on"),
    path("who/<who:pk>/request/", removal.ask, name="who_request"),
    path("sitemaps/who-<int:part>.xml", sitemap.part, name="sitemap_who"),
]
