"""Who said what in an article, and through which medium."""

from hwalja.mentions.reading.quotations.reader import quotations

__all__ = ["quotations"]
