"""From where a stranger asks, never in the clear."""

import hmac
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest


def of(request: HttpRequest) -> str:
    """128 bits of the address that only this paper's key can make."""
    key = f"hwalja.people.origin.{settings.SECRET_KEY}".encode()
    address = request.META.get("REMOTE_ADDR", "")
    return hmac.new(key, address.encode(errors="surrogatepass"), sha256).hexdigest()[:32]
