# Two commands for everybody: `make demo` and `make test`. The rest is for those who develop.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP := .venv/bin/python -m pip install -qq --disable-pip-version-check --no-build-isolation
PORT ?= 8000
SERVE ?= 1
export PYTHONUTF8 := 1

.PHONY: help demo test check bench screens lock clean

help:
	@echo "make demo           the main job on the demonstration community, then its pages on port $(PORT)"
	@echo "make demo SERVE=0   the same, without the pages"
	@echo "make test           install what the tests need, and run them"
	@echo "make check          lint, types, import contracts, migrations, generated pages"
	@echo "make bench          the measurements, side by side with what one would use instead"
	@echo "make screens        the pictures of the handbook, taken anew (after make demo)"
	@echo "make lock           write the lock files anew (after a change of pyproject.toml)"
	@echo "make clean          take away the environment, the demonstration's data and its output"

.venv/python: requirements/build.lock
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Liangxing needs Python 3.11 or newer, and found '$$("$(PYTHON)" --version 2>&1)'. On Debian: apt install python3 python3-venv; or say which one: make PYTHON=/path/to/python3.11 …" >&2; exit 2; }
	@"$(PYTHON)" -m venv .venv || { echo "The environment could not be made. On Debian: apt install python3-venv" >&2; exit 2; }
	@$(PIP) --require-hashes -r requirements/build.lock
	@touch $@

.venv/run: .venv/python requirements/run.lock pyproject.toml
	@start=$$(date +%s); $(PIP) --require-hashes -r requirements/run.lock && $(PIP) --no-deps -e . \
	  && echo "environment, from requirements/run.lock: $$(( $$(date +%s) - start )) s"
	@touch $@

.venv/test: .venv/python requirements/test.lock pyproject.toml
	@$(PIP) --require-hashes -r requirements/test.lock && $(PIP) --no-deps -e .
	@touch .venv/run $@

demo: .venv/run
	@.venv/bin/python -m liangxing.site.compile_messages >/dev/null
	@.venv/bin/python -m demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/test
	@.ci/debian-packages
	@.venv/bin/python -m liangxing.site.compile_messages >/dev/null
	@.venv/bin/python -m pytest -n auto -rs

check: .venv/test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/mypy liangxing liangxing-verify/liangxing_verify
	LIANGXING_DATA=$$(mktemp -d) .venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/python -m pytest tests/docs tests/house -q

bench: .venv/test
	.venv/bin/python -m bench

screens: .venv/test
	@.venv/bin/python -m liangxing.site.compile_messages >/dev/null
	.venv/bin/python -m tests.browser.screens

COMPILE := .venv/bin/python -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock:
	@.venv/bin/python -m pip install --quiet pip-tools
	$(COMPILE) -o requirements/build.lock requirements/build.in
	$(COMPILE) --extra postgresql --extra evacuation --extra savings -o requirements/run.lock pyproject.toml
	$(COMPILE) --extra postgresql --extra engines --extra evacuation --extra savings --extra test --extra bench -o requirements/test.lock pyproject.toml

clean:
	rm -rf .venv out data liangxing.egg-info
