from django.urls import path, re_path
from wagtail.admin.auth import require_admin_access

from hwalja.media import views
from hwalja.media.listing import PhotoIndex

# One folder deep, no dots at the front: no other path of the store has an address.
NAME = r"(?P<name>[A-Za-z0-9_][A-Za-z0-9_.-]{0,120})"

urlpatterns = [
    # Before Wagtail's own, under the names it gives them.
    path("admin/images/", require_admin_access(PhotoIndex.as_view())),
    path("admin/images/results/", require_admin_access(PhotoIndex.as_view(results_only=True))),
    re_path(rf"^media/images/{NAME}\Z", views.size, name="photo_size"),
    re_path(rf"^media/original_images/{NAME}\Z", views.original, name="photo_original"),
]
