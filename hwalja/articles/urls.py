from django.urls import path

from hwalja.articles import archive_views, feeds, former, sitemaps, views

urlpatterns = [
    path("news/<number:number>/", views.article, name="article"),
    path("news/<number:number>/share.png", views.share_picture, name="share_picture"),
    path("latest/", views.latest, name="latest"),
    path("reporters/<word:slug>/", views.reporter, name="reporter"),
    path("series/<word:slug>/", views.series, name="series"),
    path("tags/<word:slug>/", views.tag, name="tag"),
    # Older ones by date.
    path("latest/<day:period>/", archive_views.latest, name="latest_day"),
    path("latest/<month:period>/", archive_views.latest, name="latest_month"),
    path("reporters/<word:slug>/<month:period>/", archive_views.reporter, name="reporter_month"),
    path("series/<word:slug>/<month:period>/", archive_views.series, name="series_month"),
    path("tags/<word:slug>/<month:period>/", archive_views.tag, name="tag_month"),
    # Addresses that imported articles had elsewhere.
    path("news/articleView.html", former.article, {"name": "idxno"}),
    path("news/articleViewAmp.html", former.article, {"name": "idxno"}),
    path("BP", former.article, {"name": "num"}),
    # What machines read.
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemaps/articles-<part:part>.xml", sitemaps.articles, name="sitemap_articles"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("sitemaps/news-<part:part>.xml", sitemaps.news_part, name="news_sitemap_part"),
    path("feed/", feeds.page(feeds.PaperFeed), name="feed"),
    path("reporters/<word:slug>/feed/", feeds.page(feeds.ReporterFeed), name="reporter_feed"),
    path("series/<word:slug>/feed/", feeds.page(feeds.SeriesFeed), name="series_feed"),
    path("tags/<word:slug>/feed/", feeds.page(feeds.TagFeed), name="tag_feed"),
    path("<word:section>/feed/", feeds.page(feeds.SectionFeed), name="section_feed"),
    path(
        "<word:section>/<word:subsection>/feed/",
        feeds.page(feeds.SectionFeed),
        name="subsection_feed",
    ),
    path("<word:section>/<day:period>/", archive_views.section, name="section_day"),
    path("<word:section>/<month:period>/", archive_views.section, name="section_month"),
    path(
        "<word:section>/<word:subsection>/<day:period>/",
        archive_views.section,
        name="subsection_day",
    ),
    path(
        "<word:section>/<word:subsection>/<month:period>/",
        archive_views.section,
        name="subsection_month",
    ),
]
