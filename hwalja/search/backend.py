"""Wagtail's search index in the paper's own database, at the same cost for any archive."""

from typing import Any

from django.db import connection
from modelsearch.backends.database import SearchBackend as of_this_database


class _Quick:
    """An index that does not weigh a new headline against all others.

    Wagtail takes the average length of every headline in the index each time one is added, which
    reads the whole index. A new one counts as of average length until the index is built anew
    (`hwalja update_index`), which weighs them all.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)  # type: ignore[misc]


class _NewestFirst:
    """A search while typing, as choosers and lists of the admin do: the newest first.

    By relevance, SQLite asks its index again for each hit; a common word then takes minutes.
    """

    order_by_relevance: bool
    queryset: Any

    def search(self, *args: Any, **kwargs: Any) -> Any:
        if self.order_by_relevance:
            self.order_by_relevance = False
            self.queryset = self.queryset.order_by("-pk")
        return super().search(*args, **kwargs)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:
    """The backend for the database in use."""
    backend = of_this_database(dict(params))
    if connection.vendor in {"sqlite", "postgresql"}:
        backend.index_class = type("Index", (_Quick, backend.index_class), {})
        compiler = backend.autocomplete_query_compiler_class
        backend.autocomplete_query_compiler_class = type("Compiler", (_NewestFirst, compiler), {})
    return backend
