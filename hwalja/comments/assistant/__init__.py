"""A reader of comments that orders the moderators' queue and never refuses anything."""

from hwalja.comments.assistant.chosen import judge, model
from hwalja.comments.assistant.model import Judgement, Model

__all__ = ["Judgement", "Model", "judge", "model"]
