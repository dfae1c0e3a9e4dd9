"""Names that no directory has, told by what stands about them.

An article introduces people by a few fixed phrases: NAME ORGANISATION POST, ORGANISATION NAME POST,
CALLING NAME, NAME 씨, NAME(AGE). Precision counts: a word that only looks like a name is nobody.
"""

from hwalja.mentions.reading.newcomers.find import Found, find

__all__ = ["Found", "find"]
