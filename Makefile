# Two doors: `make run` does the main job on the example workspace, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test golden bench clean

run: $(STAMP)
	$(BIN)/reconcile run

test: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# What is generated and committed: run it after a change that is meant to change results, and read the difference.
golden: $(STAMP)
	$(BIN)/reconcile run --fresh
	$(BIN)/python -m tests.readme

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	$(BIN)/python -m tests.bench

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q reconcile || true
	touch $(STAMP)

clean:
	rm -rf $(VENV)
