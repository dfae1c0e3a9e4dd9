"""Settings of a paper that is broken on purpose: what is hidden counts as published."""

from hwalja.config.settings import *  # noqa: F403
from hwalja.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.press.no_gate.NoGate"]
