"""A reading as JSON tells it to the outside."""

from typing import Any

from hwalja.mentions.reading.shapes import Document, Mention, Quote, Reading, Relation


def told(file: str, document: Document, reading: Reading) -> dict[str, Any]:
    """One object; offsets count code points of the file's NFC text."""
    return {
        "file": file,
        "mentions": [_mention(document, one) for one in reading.mentions],
        "quotes": [_quote(document, one) for one in reading.quotes],
        "titles": [[one.name, one.organisation, one.title] for one in reading.titles],
        "relations": [_relation(one) for one in reading.relations],
    }


def _mention(document: Document, one: Mention) -> dict[str, Any]:
    return {
        "text": document.of(one),
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "name": one.name,
        "id": one.id,
        "status": one.status,
    }


def _quote(document: Document, one: Quote) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "content": document.of(one),
        "start": one.start,
        "end": one.end,
        "speaker": one.speaker,
        "speaker_id": one.speaker_id,
        "outlet": list(one.outlet),
        "public": is_public(one),
    }


def is_public(quote: Quote) -> bool:
    """Whether readers may see it before an editor does.

    Direct words of somebody linked, who stands in the same sentence as the one who says them.
    """
    return quote.kind == "direct" and quote.is_explicit and quote.speaker_id is not None


def _relation(one: Relation) -> dict[str, Any]:
    return {"a": one.a, "b": one.b, "kind": one.kind, "object": one.object, "when": one.when}
