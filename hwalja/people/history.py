"""What a profile says at a moment, and the log of what changed it."""

from typing import Any

from hwalja.people.models import Fact, LogRow, Name, Post, Profile
from hwalja.people.models.source import Sourced
from hwalja.people.permission import Actor

LONGEST_WHY = 300


def snapshot(profile: Profile) -> dict[str, Any]:
    """All that is known of a profile, as its history shows it: words under Korean headings."""
    rows: dict[str, Any] = {
        "다른 이름": Name.objects.filter(profile=profile),
        "자리": Post.objects.filter(profile=profile).select_related("organisation"),
        "사실": Fact.objects.filter(profile=profile),
    }
    told = {name: [line(row) for row in found.order_by("pk")] for name, found in rows.items()}
    return {
        "이름": profile.name,
        "상태": profile.get_state_display(),
        "사진": f"{profile.photo_id}{' (숨김)' if profile.photo_hidden else ''}"
        if profile.photo_id
        else "",
        "출처": source_said(profile),
        **told,
    }


def line(row: Name | Post | Fact) -> str:
    """A fact in a line, with its source."""
    words = [str(row)]
    if isinstance(row, Name):
        words.append(f"[{row.get_kind_display()}]")
    if isinstance(row, Post):
        words += [row.party if row.party != str(row) else "", row.district, row.span]
    words += [f"({source_said(row)})" if row.has_source else "", "[숨김]" if row.hidden else ""]
    return " ".join(filter(None, words))


def source_said(row: Sourced) -> str:
    """The source in a line."""
    number = f"{row.source_article}번 기사" if row.source_article else ""
    sentence = f"“{row.source_sentence}”" if row.source_sentence else ""
    return " ".join(filter(None, [number, sentence, row.source_document]))


def write(
    profile: Profile,
    action: str,
    by: Actor,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    why: str = "",
) -> LogRow:
    """Add a row with what differs; call it in the transaction of what it tells of."""
    old, new = before or {}, after or {}
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return LogRow.objects.create(
        profile_id=profile.pk,
        action=action,
        by_id=by.pk if by else None,
        before={name: old[name] for name in names if name in old},
        after={name: new[name] for name in names if name in new},
        why=why[:LONGEST_WHY],
    )
