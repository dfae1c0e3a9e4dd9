"""Pictures in templates."""

from django import template
from django.utils.safestring import SafeString

from hwalja.media import renditions
from hwalja.media.models import Photo, Rendition

register = template.Library()


@register.simple_tag
def picture(photo: Photo, sizes: str = "100vw", alt: str = "", eager: bool = False) -> SafeString:
    """`{% picture photo sizes="…" alt="…" eager=True %}`: see `renditions.html`."""
    return renditions.html(photo, sizes=sizes, alt=alt, eager=eager)


@register.simple_tag
def largest(photo: Photo) -> Rendition | None:
    """The largest size for everybody's browser, where the sizes are made."""
    return renditions.picture(photo).largest
