"""Settings of a paper that is broken on purpose: answers go out before the commit."""

from hwalja.config.settings import *  # noqa: F403
from hwalja.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.comments.broken.Hasty"]
