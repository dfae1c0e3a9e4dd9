"""Settings of a paper that is broken on purpose: the key of a comment is thrown away."""

from hwalja.config.settings import *  # noqa: F403
from hwalja.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.comments.broken.Keyless"]
