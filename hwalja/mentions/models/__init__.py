"""What was read in articles, what editors decided about it, and what is still to be read."""

from hwalja.mentions.models.appearance import Appearance
from hwalja.mentions.models.decision import Decision
from hwalja.mentions.models.found import Found
from hwalja.mentions.models.mention import Mention
from hwalja.mentions.models.quotation import Outlet, Quotation
from hwalja.mentions.models.reading import Reading
from hwalja.mentions.models.relation import Relation
from hwalja.mentions.models.relink import Relink
from hwalja.mentions.models.report import Report
from hwalja.mentions.models.step import Step
from hwalja.mentions.models.title import Title

__all__ = [
    "Appearance",
    "Decision",
    "Found",
    "Mention",
    "Outlet",
    "Quotation",
    "Reading",
    "Relation",
    "Relink",
    "Report",
    "Step",
    "Title",
]
