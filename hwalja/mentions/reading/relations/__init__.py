"""What an article states between two names, as facts of a closed list."""

from hwalja.mentions.reading.relations.reader import relations

__all__ = ["relations"]
