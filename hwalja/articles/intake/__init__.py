"""Intake: from a captured page, in whatever form it was saved, to a record of its article."""

from hwalja.articles.intake import html_page, page
from hwalja.articles.intake.decoding import decode
from hwalja.articles.intake.record import Byline, Caption, CommentLimit, NotAnArticle, Record
from hwalja.hangul.normalise import clean

__all__ = ["Byline", "Caption", "CommentLimit", "NotAnArticle", "Record", "read", "read_pasted"]


def read(data: bytes, file: str | None = None, pasted: bool = False) -> Record:
    """The article in a file's bytes, plain text or HTML; raises NotAnArticle.

    `pasted` copy may be a reporter's bare text, without the signs of a newspaper's page.
    """
    return _read(decode(data), file, pasted)


def read_pasted(text: str) -> Record:
    """The article in a text that somebody pasted; raises NotAnArticle."""
    return _read(clean(text), None, pasted=True)


def _read(text: str, file: str | None, pasted: bool) -> Record:
    record = _read_html(text, pasted) if html_page.is_html(text) else page.read(text, pasted)
    record.file = file
    return record


def _read_html(text: str, pasted: bool) -> Record:
    """The article in markup, or in copy which only opens with a tag's name."""
    try:
        return html_page.read(text)
    except NotAnArticle:
        if html_page.is_surely_html(text):
            raise
        return page.read(text, pasted)
