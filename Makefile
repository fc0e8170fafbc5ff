# Each target works from a fresh clone with Python 3.11 or later, make and the package registries.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench train clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: export GRAPHBUILDER_STORE := build/demo.kgl
demo: $(VENV)/installed ## Read samples/ into a graph, show claims and ties, ask a question
	@mkdir -p build && rm -f build/demo.kgl*
	@printf '\nWhat the articles claim\n\n'
	$(BIN)/graphbuilder extract samples --format table
	@printf '\nThe claims become a graph of ties\n\n'
	$(BIN)/graphbuilder ingest samples
	$(BIN)/graphbuilder query all_ties
	@printf '\nWhat is said of the Taliban and al-Qaeda, by whom, and who denies it?\n\n'
	$(BIN)/graphbuilder query who_says name=Taliban other=al-Qaeda
	@echo 'Ask more of this graph:'
	@echo '  . $(BIN)/activate'
	@echo '  export GRAPHBUILDER_STORE=$(GRAPHBUILDER_STORE)'
	@echo '  graphbuilder query'
	@echo
	@echo 'The same graph in Neo4j Browser, without Docker (the first start downloads the server, some 150 MB):'
	@echo '  . $(BIN)/activate'
	@echo '  graphbuilder neo4j start'
	@echo '  graphbuilder ingest samples --store neo4j://localhost'
	@echo '  graphbuilder neo4j open'

test: $(VENV)/dev $(VENV)/browser ## Run all tests, on an embedded graph, a real Neo4j and a real browser
	$(BIN)/pytest

lint: $(VENV)/dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/dev ## Put the code into the house's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev ## Measure speed: reading, loading, start-up
	$(BIN)/python benchmarks/speed.py

train: $(VENV)/train ## Train the learned reader on corpus/ and test it (research; torch, some 20 minutes)
	$(BIN)/python -m training.train
	$(BIN)/pytest training/tests

clean: ## Remove what the targets made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; name one with make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

# The stamps are newer than pyproject.toml once everything that it names is installed.
$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/installed

$(VENV)/train: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --editable '.[dev,train]'
	@touch $@

# The browser tests drive Chromium; Debian and Ubuntu have it as a package, elsewhere it must be there already.
$(VENV)/browser: $(VENV)/dev
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "Chromium is missing: install it, or the browser tests cannot run"; fi
	@touch $@
