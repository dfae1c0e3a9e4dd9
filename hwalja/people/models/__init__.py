"""The directory: people and organisations, what is known of them, and who changed it."""

from hwalja.people.models.criteria import Criteria
from hwalja.people.models.facts import Fact, Name, Post
from hwalja.people.models.log import LogRow
from hwalja.people.models.merge import Merge
from hwalja.people.models.profile import Organisation, Person, Profile
from hwalja.people.models.removal import Removal

__all__ = [
    "Criteria",
    "Fact",
    "LogRow",
    "Merge",
    "Name",
    "Organisation",
    "Person",
    "Post",
    "Profile",
    "Removal",
]
