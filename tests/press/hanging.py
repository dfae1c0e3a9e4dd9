"""Settings of a paper whose app hangs wherever it is asked to; never part of a paper."""

from hwalja.config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.press.hanging_urls"
