"""Tests never touch the caller's newspaper: HWALJA_* is dropped before settings are read.

Loaded by `-p` in pyproject.toml, since pytest-django reads the settings before any conftest.py.
"""

import os
import tempfile
from pathlib import Path

KEPT = {"HWALJA_SAMPLE", "HWALJA_CHROMIUM", "HWALJA_TEST_POSTGRES"}
for name in [name for name in os.environ if name.startswith("HWALJA_") and name not in KEPT]:
    del os.environ[name]
if not os.environ.get("HWALJA_TEST_POSTGRES"):
    os.environ.pop("DATABASE_URL", None)
HOME = tempfile.TemporaryDirectory(prefix="hwalja-test-")
os.environ["HWALJA_HOME"] = HOME.name
Path(HOME.name, "static").mkdir()
