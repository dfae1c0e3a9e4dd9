"""The same laid and served paper as the press is tried on."""

from tests.press.conftest import laid, paper

__all__ = ["laid", "paper"]
