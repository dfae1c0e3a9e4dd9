# Everything a developer or a newsroom needs. Python >= 3.11 and make are enough.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
FAST := 'not browser and not slow and not prove'
ON_POSTGRES := 'not browser and not prove and (not slow or both)'

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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
	$(BIN)/mypy hwalja tools
	$(BIN)/djlint --lint --quiet hwalja

test-fast: setup  ## the quick suite only, on SQLite
	$(BIN)/pytest -n 2 -m $(FAST)

test-postgres: setup  ## the quick suite on a throw-away PostgreSQL
	$(BIN)/python -m tools.postgres $(BIN)/pytest -n 2 -m $(ON_POSTGRES)

test: setup needs lint  ## every suite in its short form, on SQLite and PostgreSQL
	$(BIN)/pytest -n 2 -m $(FAST)
	$(BIN)/python -m tools.postgres $(BIN)/pytest -n 2 -m $(ON_POSTGRES)
	$(BIN)/pytest -n 2 -m 'both and not prove'
	$(BIN)/pytest -n 2 -m 'browser and not slow and not both and not prove'
	$(BIN)/pytest -n 2 -m 'slow and not both and not prove' hwalja
	$(BIN)/pytest -n 2 --dist loadfile -m 'slow and not both and not prove' tests

prove: setup needs  ## the full counts; writes docs/measured.md
	$(BIN)/pytest -n 0 --timeout 0 -m prove

bench: setup needs  ## speed as numbers, each beside its reference
	$(BIN)/python -m benchmarks.render
	$(BIN)/python -m benchmarks.who
	$(BIN)/python -m benchmarks.front
	$(BIN)/python -m benchmarks.undisturbed
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python -m benchmarks.words
	$(BIN)/python -m benchmarks.directory
	$(BIN)/python -m benchmarks.names
	$(BIN)/python -m benchmarks.alias
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.stages
	$(BIN)/python -m benchmarks.assistant
	$(BIN)/python -m benchmarks.comments
	$(BIN)/python -m benchmarks.post
	$(BIN)/python -m benchmarks.moderation

lighthouse: setup needs  ## Lighthouse on the demo's pages; needs Node
	$(BIN)/python -m benchmarks.lighthouse

shots: setup needs  ## pictures of every kind of page, into shots/
	$(BIN)/python tools/shots.py

# Chromium, Korean letters, PostgreSQL, nginx, wrk: Debian's own, where the tests may install them.
needs:
	@tools/bring.sh

.PHONY: help setup run lint test test-fast test-postgres prove bench lighthouse shots needs
