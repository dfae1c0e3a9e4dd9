"""A throw-away newspaper for the benchmarks, in a temporary home."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path


@contextmanager
def throw_away() -> Iterator[Path]:
    """Set Django up on an empty home that goes away afterwards."""
    with tempfile.TemporaryDirectory(prefix="hwalja-bench-") as folder:
        for name in [name for name in os.environ if name.startswith("HWALJA_")]:
            del os.environ[name]
        os.environ["HWALJA_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "hwalja.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("init", verbosity=0, stdout=StringIO())
        yield Path(folder)
