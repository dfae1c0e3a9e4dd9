"""The room's tables."""

from hwalja.comments.models.appeal import Appeal
from hwalja.comments.models.comment import PER_PAGE, Comment
from hwalja.comments.models.decision import Decision
from hwalja.comments.models.discussion import Discussion, Stirred
from hwalja.comments.models.log import LogHead, LogRow
from hwalja.comments.models.month import Month
from hwalja.comments.models.rules import CommentRules, SectionComments
from hwalja.comments.models.standing import Standing
from hwalja.comments.models.takedown import Takedown
from hwalja.comments.models.vote import Report, Vote
from hwalja.comments.models.word import Word

__all__ = [
    "PER_PAGE",
    "Appeal",
    "Comment",
    "CommentRules",
    "Decision",
    "Discussion",
    "LogHead",
    "LogRow",
    "Month",
    "Report",
    "SectionComments",
    "Standing",
    "Stirred",
    "Takedown",
    "Vote",
    "Word",
]
