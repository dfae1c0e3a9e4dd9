"""A front and its stand-in, once for each module; pages are told apart by their paths."""

import logging
from collections.abc import Iterator

import pytest

from tests.front.fronts import Front
from tests.front.standin import StandIn

# Thousands of lines of the stand-in's that say nothing about a front.
logging.getLogger("aiohttp.access").disabled = True


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    found = StandIn(tmp_path_factory.mktemp("front")).start()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def front(app: StandIn) -> Iterator[Front]:
    found = Front(app, options={"seconds": 2.0}).start()
    yield found
    found.stop()
