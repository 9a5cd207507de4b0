# Everything from plain Python 3.11 or later and make; the virtual environment is the project's own.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint types layers check bench bench-reading bench-comparing bench-in-force bench-figures bench-minutes bench-batch bench-seeds bench-trust examples catalogue clean

demo: $(VENV)/.runs
	@mkdir -p out
	@$(BIN)/lydelse review examples/andringar-2026.pdf --format terminal --output out/rapport.html
	@echo
	@echo "Rapporten ligger i out/rapport.html - öppna den i en webbläsare."

test: $(VENV)/.tests
	$(BIN)/python -m pytest --quiet -n auto

lint: $(VENV)/.tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.tests
	$(BIN)/mypy

layers: $(VENV)/.tests
	$(BIN)/lint-imports

check: test lint types layers

bench: $(VENV)/.tests out/others/.done
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.profiled
	$(BIN)/python -m benchmarks.reports
	$(BIN)/python -m benchmarks.reports_used

bench-reading: $(VENV)/.bench
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.reading_kinds
	$(BIN)/python benchmarks/word_revisions.py
	$(BIN)/python -m benchmarks.reading_corpus

bench-comparing: $(VENV)/.tests
	$(BIN)/python -m benchmarks.comparing
	$(BIN)/python -m benchmarks.tracked

bench-in-force: $(VENV)/.tests
	$(BIN)/python -m benchmarks.in_force
	$(BIN)/python -m benchmarks.in_force_forms

bench-figures: $(VENV)/.tests
	$(BIN)/python -m benchmarks.figures
	$(BIN)/python -m benchmarks.labels

bench-minutes: $(VENV)/.tests
	$(BIN)/python -m benchmarks.minutes
	$(BIN)/python -m benchmarks.minutes_layouts
	$(BIN)/python -m benchmarks.minutes_seeds

bench-motions: $(VENV)/.tests
	$(BIN)/python -m benchmarks.motions
	$(BIN)/python -m benchmarks.many_units

bench-batch: $(VENV)/.tests
	$(BIN)/python -m benchmarks.batch

bench-trust: $(VENV)/.tests
	$(BIN)/python -m benchmarks.trust_files
	PYTHONPATH=tests $(BIN)/python -m benchmarks.trust

bench-seeds: $(VENV)/.tests
	$(BIN)/python -m benchmarks.seeds

examples: $(VENV)/.tests
	$(BIN)/python examples/make.py

catalogue: $(VENV)/.tests
	$(BIN)/python tools/compile_catalogue.py

$(VENV)/.runs: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "lydelse needs Python 3.11 or later: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..." >&2
	@$(PIP) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tests: $(VENV)/.runs
	@echo "Setting up $(VENV) for tests ..." >&2
	@$(PIP) --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.tests
	@echo "Setting up $(VENV) for benchmarks ..." >&2
	@$(PIP) --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

out/others/.done: benchmarks/timing/others.txt
	@echo "Setting up out/others for what is measured beside ..." >&2
	@$(PYTHON) -m venv out/others
	@out/others/bin/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/timing/others.txt
	@touch $@

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
