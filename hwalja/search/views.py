"""A plain search of headlines and decks."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hwalja.articles import pages
from hwalja.articles.models import Article
from hwalja.look.metadata import Metadata

LONGEST = 100  # Characters of a query; nobody types more than that on purpose.


def results(request: HttpRequest) -> HttpResponse:
    query = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    found = None
    if query:
        number = pages.asked_for(request, pages.FOUND)
        rows = Article.objects.published()
        for word in query.split()[:8]:
            rows = rows.filter(Q(title__icontains=word) | Q(summary__icontains=word))
        found = pages.cut(rows.newest_first(), number, pages.FOUND)
    context = {
        "query": query,
        "list": found,
        "metadata": Metadata("/search/", "검색", indexed=False),
    }
    return render(request, "search/results.html", context)
