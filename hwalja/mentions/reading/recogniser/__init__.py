"""The recogniser: finds names that no directory knows, by a model learned from open data."""

from hwalja.mentions.reading.recogniser.file import Unreadable
from hwalja.mentions.reading.recogniser.model import SHIPPED, Recogniser
from hwalja.mentions.reading.recogniser.spans import LABELS, Span

__all__ = ["LABELS", "SHIPPED", "Recogniser", "Span", "Unreadable"]
