"""The newspaper as machines know it."""

from typing import Any

from hwalja.look.metadata import Metadata, absolute
from hwalja.masthead.models import Policy
from hwalja.masthead.shared import PAPER, Paper

# Words in a policy's address or title by which schema.org's property for it is known.
_POLICIES = {
    "publishingPrinciples": ("principles", "편집원칙", "편집규약", "편집 원칙", "편집 규약"),
    "ethicsPolicy": ("ethics", "윤리"),
    "correctionsPolicy": ("corrections", "정정", "고충"),
    "diversityPolicy": ("diversity", "다양성"),
    "ownershipFundingInfo": ("ownership", "소유"),
}


def _matches(policy: Policy, words: tuple[str, ...]) -> bool:
    return any(word in policy.slug or word in policy.title for word in words)


def _policies(paper: Paper) -> dict[str, str]:
    found = {}
    for name, words in _POLICIES.items():
        policy = next((row for row in paper.policies if _matches(row, words)), None)
        if policy is not None:
            found[name] = absolute(policy.get_absolute_url())
    return found


def _logo(paper: Paper) -> dict[str, Any]:
    from hwalja.media.picture import picture

    size = picture(paper.masthead.logo).largest if paper.masthead.logo else None
    if size is None:
        return {}
    return {
        "logo": {
            "@type": "ImageObject",
            "url": absolute(size.url),
            "width": size.width,
            "height": size.height,
        }
    }


def publisher() -> dict[str, Any]:
    """The paper as an article names its publisher."""
    paper = PAPER.get()
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#paper"),
        "name": paper.masthead.name,
        "url": absolute("/"),
        **_logo(paper),
        **_policies(paper),
    }


def organisation() -> dict[str, Any]:
    """The paper itself, with all it says of itself."""
    masthead = PAPER.get().masthead
    issued = masthead.first_issued_on
    told = {
        "description": masthead.tagline,
        "foundingDate": issued.isoformat() if issued else "",
        "address": masthead.address or masthead.publishing_office,
        "telephone": masthead.telephone,
        "email": masthead.email,
        "sameAs": [url for _, url in masthead.channels],
    }
    about = absolute("/about/")
    known = {name: value for name, value in told.items() if value}
    return {**publisher(), "masthead": about, **known}


def website() -> dict[str, Any]:
    """The site, and where it can be searched."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": PAPER.get().masthead.name,
        "url": absolute("/"),
        "inLanguage": "ko",
        "publisher": {"@id": absolute("/#paper")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/search/") + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def of_about() -> Metadata:
    masthead = PAPER.get().masthead
    description = masthead.tagline or masthead.name
    title = f"{masthead.name} 소개"
    return Metadata("/about/", title, description, json_ld=[organisation()])


def of_policy(policy: Policy) -> Metadata:
    name = PAPER.get().masthead.name
    return Metadata(policy.get_absolute_url(), policy.title, f"{name}의 {policy.title}")
