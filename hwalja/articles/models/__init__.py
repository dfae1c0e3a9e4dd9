"""The paper's content: sections, articles, the people who write them, fronts."""

from hwalja.articles.models.article import Article, ArticleTag, Byline
from hwalja.articles.models.correction import Correction
from hwalja.articles.models.desk import Desk
from hwalja.articles.models.front import BreakingNews, FrontPage, Placement, SectionBlock
from hwalja.articles.models.intake import Intake
from hwalja.articles.models.number import ArticleNumber
from hwalja.articles.models.reporter import Reporter
from hwalja.articles.models.section import Section
from hwalja.articles.models.series import Series
from hwalja.articles.models.trash import Trash

__all__ = [
    "Article",
    "ArticleNumber",
    "ArticleTag",
    "BreakingNews",
    "Byline",
    "Correction",
    "Desk",
    "FrontPage",
    "Intake",
    "Placement",
    "Reporter",
    "Section",
    "SectionBlock",
    "Series",
    "Trash",
]
