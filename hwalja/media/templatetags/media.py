"""Pictures in templates."""

from django import template
from django.utils.safestring import SafeString

from hwalja.media import picture as pictures
from hwalja.media.models import Photo

register = template.Library()


@register.simple_tag
def picture(
    photo: Photo, sizes: str = "100vw", alt: str = "", eager: bool = False, crop: bool = False
) -> SafeString:
    """`{% picture photo sizes="…" alt="…" eager=True crop=True %}`: see `picture.html`."""
    return pictures.html(photo, sizes=sizes, alt=alt, eager=eager, crop=crop)


@register.simple_tag
def largest(photo: Photo) -> pictures.Size | None:
    """`{% largest photo as large %}`: the size to enlarge to, with url, width and height."""
    return pictures.picture(photo).largest
