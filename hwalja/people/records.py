"""What is told of somebody at once: by a row of a file, or by another room."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article's number with the sentence, or a document's name or address."""

    article: int | None = None
    sentence: str = ""
    document: str = ""

    @property
    def fields(self) -> dict[str, int | str | None]:
        """As the columns of a sourced row."""
        return {
            "source_article": self.article,
            "source_sentence": self.sentence,
            "source_document": self.document,
        }


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A post or a candidacy; `district` from the largest part, divided by spaces."""

    organisation: str = ""
    title: str = ""
    party: str = ""
    district: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody or something; `id` is empty where none was given, `birthday` a partial date."""

    name: str
    kind: str = "person"
    id: str = ""
    aliases: tuple[str, ...] = ()
    posts: tuple[PostRecord, ...] = ()
    birthday: str = ""
