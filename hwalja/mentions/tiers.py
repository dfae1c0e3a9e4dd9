"""What readers see by itself, what the desk lets through, and what needs an editor.

| what was read                                                     | tier      |
|-------------------------------------------------------------------|-----------|
| a link by full name that nobody shares                            | automatic |
| direct words of somebody so linked who stands in the sentence     | automatic |
| a short form (머스크, 이 회장)                                    | desk      |
| other words of somebody linked: indirect, or carried on           | desk      |
| a title of somebody linked                                        | desk      |
| a relation of two who are linked                                  | desk      |
| a name that several share, or that the directory does not have    | editor    |
| words, titles and relations of those                              | editor    |
| a relation of the legal kind                                      | editor    |

The outlet of a quotation goes with the quotation; a reporter is the byline's, not read.
"""

from typing import TYPE_CHECKING

from django.db.models import IntegerChoices

if TYPE_CHECKING:
    from hwalja.mentions.models import Mention, Quotation


class Tier(IntegerChoices):
    AUTOMATIC = 0, "저절로"
    DESK = 1, "데스크의 한 번"
    EDITOR = 2, "하나씩"


LEGAL = ("소송", "고소·고발", "합의")


def of_mention(mention: "Mention") -> Tier:
    if mention.status != "linked" or mention.is_shared:
        return Tier.EDITOR
    return Tier.DESK if mention.how == "short" else Tier.AUTOMATIC


def of_quotation(quotation: "Quotation", speaker: str | None, tier: Tier) -> Tier:
    """`speaker`: the profile of the name whose words they are; `tier`: of that name."""
    if speaker is None or tier == Tier.EDITOR:
        return Tier.EDITOR
    is_sure = quotation.kind == "direct" and quotation.is_explicit
    return Tier.AUTOMATIC if is_sure and tier == Tier.AUTOMATIC else Tier.DESK


def of_title(holder: str | None, tier: Tier) -> Tier:
    return Tier.EDITOR if holder is None or tier == Tier.EDITOR else Tier.DESK


def of_relation(kind: str, a: Tier, b: Tier) -> Tier:
    """`a`, `b`: of the two names; a name without a profile is of the editor's tier."""
    return Tier.EDITOR if kind in LEGAL or Tier.EDITOR in (a, b) else Tier.DESK
