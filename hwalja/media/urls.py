from django.urls import re_path

from hwalja.media import views

# One folder deep, no dots at the front: no other path of the store has an address.
NAME = r"(?P<name>[A-Za-z0-9_][A-Za-z0-9_.-]{0,120})"

urlpatterns = [
    re_path(rf"^media/images/{NAME}\Z", views.size, name="photo_size"),
    re_path(rf"^media/original_images/{NAME}\Z", views.original, name="photo_original"),
]
