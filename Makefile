# Everything a developer or a newsroom needs. Python >= 3.11 and make are enough.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Hwalja needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

setup: $(STAMP)  ## make .venv and install

run: setup  ## demo newspaper on http://127.0.0.1:8000
	@$(BIN)/hwalja demo
	@$(BIN)/hwalja serve

lint: setup  ## ruff, mypy, import-linter, djlint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy hwalja tools/missing_korean.py
	$(BIN)/djlint --lint --quiet hwalja

test-fast: setup  ## the quick suite only, on SQLite
	$(BIN)/pytest -n 2 -m 'not browser and not slow'

test: setup chromium lint  ## every suite in its short form
	$(BIN)/pytest -n 2 -m 'not browser and not slow'
	$(BIN)/pytest -m 'browser or slow'

bench: setup  ## speed as numbers, each beside its reference
	$(BIN)/python -m benchmarks.render

shots: setup chromium  ## pictures of every kind of page, into shots/
	$(BIN)/python tools/shots.py

# Pages are tried in a real browser; Debian's own, where the tests may install it.
chromium:
	@sh tools/need_chromium.sh

.PHONY: help setup run lint test test-fast bench shots chromium
