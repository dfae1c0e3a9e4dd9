"""Pictures in templates."""

from django import template
from django.utils.safestring import SafeString

from hwalja.media import renditions
from hwalja.media.models import Photo

register = template.Library()


@register.simple_tag
def picture(photo: Photo, sizes: str = "100vw", alt: str = "", eager: bool = False) -> SafeString:
    """`{% picture photo sizes="…" alt="…" eager=True %}`: see `renditions.html`."""
    return renditions.html(photo, sizes=sizes, alt=alt, eager=eager)
