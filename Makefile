# The two commands: `make demo` shows the product, `make test` runs everything CI runs.
PYTHON ?= python3
UV := .uv/bin/uv
BIN := .venv/bin

.PHONY: setup demo test lint servers faults accuracy screenshots clean

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock | $(UV)
	@echo "Setting up .venv: a minute or two, once ..."
	@$(UV) sync --quiet --frozen --all-extras --compile-bytecode --python $(PYTHON)
	@touch $@

# A stock Debian python3 comes without venv: say so, or (as root) mend it.
$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Intake needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv; } \
	  || { echo "Python's venv module is missing. Run: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .uv
	@.uv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

demo: setup
	@$(BIN)/intake demo --output demo-output --again "make demo DEMO=--keep" $(DEMO)

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Real Dovecot, PostgreSQL, Chromium and tesseract: installed where we may, named where not.
servers:
	@.ci/servers

test: servers lint
	$(BIN)/pytest -n auto -m "not faults"

# Hundreds of thousands of syncs are quick in memory, and whoever is killed loses as little there.
MEMORY := /dev/shm
ROOM = $(shell df --output=avail -BG $(MEMORY) 2>/dev/null | tr -dc '0-9')
STORES = $(shell test "0$(ROOM)" -ge 4 && echo "TMPDIR=$(MEMORY)")

# The desk's milliseconds are measured with nothing beside them; the rest shares the processors.
faults: servers setup
	$(STORES) $(BIN)/pytest -m faults -n auto --dist worksteal --ignore tests/desk/test_speed.py
	$(BIN)/pytest -m faults tests/desk/test_speed.py

accuracy: setup
	$(BIN)/python -m tests.accuracy

# A picture of every screen, in both languages and themes, wide and on a phone.
screenshots: servers setup
	INTAKE_SCREENSHOTS=screenshots $(BIN)/pytest tests/desk/test_screens.py tests/desk/test_screens_empty.py

clean:
	rm -rf .venv .uv demo-output screenshots .mypy_cache .ruff_cache .pytest_cache
