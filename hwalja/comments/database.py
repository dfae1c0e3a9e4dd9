"""The byte rule of a comment in the database's own words.

PostgreSQL has it as a function of SQL, SQLite as one that every connection brings along.
"""

from typing import Any

from django.db import models
from django.db.backends.signals import connection_created
from django.db.models import Func

NAME = "hwalja_byte_length"

# Characters twice, less those of ASCII, and twice more those beyond the basic plane.
CREATE_ON_POSTGRES = rf"""
CREATE OR REPLACE FUNCTION {NAME}(body text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT 2 * char_length(body)
        - char_length(regexp_replace(body, '[^\u0001-\u007F]', '', 'g'))
        + 2 * char_length(regexp_replace(body, '[\u0001-\uFFFF]', '', 'g'))
$$
"""
DROP_ON_POSTGRES = f"DROP FUNCTION IF EXISTS {NAME}(text)"


class ByteLength(Func):
    """Bytes of a text column, as `hangul.length.byte_length` counts composed text."""

    function = NAME
    output_field = models.IntegerField()


def _by_utf8(body: str | None) -> int | None:
    """The same from the other side: by the length of each character in UTF-8."""
    if body is None:
        return None
    utf8 = body.encode(errors="surrogatepass")
    longer = sum(byte >= 0xF0 for byte in utf8)
    beginnings = sum(0xC0 <= byte < 0xF0 for byte in utf8)
    return sum(byte < 0x80 for byte in utf8) + 2 * beginnings + 4 * longer


def bring(raw: Any) -> None:
    """Teach a connection of SQLite's own driver the rule, without which it cannot check a row."""
    raw.create_function(NAME, 1, _by_utf8, deterministic=True)


def _on_connected(sender: type, connection: Any, **kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        bring(connection.connection)


def connect() -> None:
    connection_created.connect(_on_connected, dispatch_uid="comments.database")
