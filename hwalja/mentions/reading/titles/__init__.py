"""Titles that people hold when the article comes out, with the organisation."""

from hwalja.mentions.reading.titles.reader import titles

__all__ = ["titles"]
