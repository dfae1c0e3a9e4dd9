"""Files of photos: the sizes made for readers, and, for the newsroom alone, the originals."""

from pathlib import PurePosixPath

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from hwalja.media.models import Photo

CONTENT_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
# A year: names are random and never given to other bytes.
FOR_EVER = "public, max-age=31536000, immutable"
BLOCK = 64 * 1024


def _content_type(name: str) -> str:
    extension = PurePosixPath(name).suffix.lstrip(".")
    if extension not in CONTENT_TYPES:
        raise Http404
    return CONTENT_TYPES[extension]


def _guarded(response: HttpResponse, name: str) -> HttpResponse:
    """A file that is a picture and nothing else, whatever a browser would like to make of it."""
    response["Content-Type"] = _content_type(name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _file(request: HttpRequest, name: str, caching: str) -> HttpResponse:
    _content_type(name)
    if not default_storage.exists(name):
        raise Http404
    etag = f'"{PurePosixPath(name).name}"'
    response: HttpResponse
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    elif request.method == "HEAD":
        response = HttpResponse()
        response["Content-Length"] = str(default_storage.size(name))
    else:
        response = FileResponse(default_storage.open(name))  # type: ignore[assignment]
        response.block_size = BLOCK  # type: ignore[attr-defined]
    response["ETag"] = etag
    response["Cache-Control"] = caching
    return _guarded(response, name)


@require_safe
def size(request: HttpRequest, name: str) -> HttpResponse:
    """A made size. Reads neither the database nor a cookie."""
    return _file(request, f"images/{name}", FOR_EVER)


@require_safe
def original(request: HttpRequest, name: str) -> HttpResponse:
    """An original: larger than readers need, and perhaps not for them."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    path = f"original_images/{name}"
    if not Photo.objects.filter(file=path).exists():
        raise Http404
    return _file(request, path, "private, no-store")
