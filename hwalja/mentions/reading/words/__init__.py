"""The words the readers of quotations go by, as Kiwi gives them."""

from hwalja.mentions.reading.words.joints import (
    ADJUNCT_EC,
    CONTINUING,
    COORDINATING,
    LINKS,
    SWITCHING,
    TEMPORAL,
    TIMES,
    VENUE_ETM,
)
from hwalja.mentions.reading.words.nouns import (
    CIRCLES,
    GLOSSES,
    HEARSAY_NOUNS,
    NOUNS,
    PRESS,
    UNSAID_NOUNS,
    VENUES,
)
from hwalja.mentions.reading.words.verbs import (
    ADDING,
    ARISING,
    ASKING,
    FORECAST,
    RELAYING,
    REPORTING,
    SAYING,
    UNSAID,
    UTTERING,
    VIEWING,
)

__all__ = [
    "ADDING", "ADJUNCT_EC", "ARISING", "ASKING", "CIRCLES", "CONTINUING", "COORDINATING", "FORECAST",
    "GLOSSES", "HEARSAY_NOUNS", "LINKS", "NOUNS", "PRESS", "RELAYING", "REPORTING", "SAYING", "SWITCHING",
    "TEMPORAL", "TIMES", "UNSAID", "UNSAID_NOUNS", "UTTERING", "VENUES", "VENUE_ETM", "VIEWING",
]  # fmt: skip
