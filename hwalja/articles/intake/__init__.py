"""Intake: from a captured page, in whatever form it was saved, to a record of its article."""

from hwalja.articles.intake import html_page, page
from hwalja.articles.intake.decoding import decode
from hwalja.articles.intake.record import Byline, Caption, CommentLimit, NotAnArticle, Record
from hwalja.hangul.normalise import clean

__all__ = ["Byline", "Caption", "CommentLimit", "NotAnArticle", "Record", "read", "read_pasted"]


def read(data: bytes, file: str | None = None) -> Record:
    """The article in a file's bytes, plain text or HTML; raises NotAnArticle."""
    text = decode(data)
    record = html_page.read(text) if html_page.is_html(text) else page.read(text)
    record.file = file
    return record


def read_pasted(text: str) -> Record:
    """The article in a pasted text, which may be a reporter's bare copy; raises NotAnArticle."""
    return page.read(clean(text), pasted=True)
