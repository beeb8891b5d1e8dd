# Everything a newcomer needs: `make help`. Each target sets up what it uses, in .venv, from the locked versions.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.DEFAULT_GOAL := help
.PHONY: help site serve test screenshots pictures bench-reading bench-understanding bench-print bench-site fuzz zensical lint golden format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-19s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/.site ## Write dossier/ from seeds/ and build the site into site/
	$(BIN)/dossier build --strict
	@echo "Look at it: make serve, then http://127.0.0.1:8000/"

serve: .venv/.site ## Show the site, and build it again whenever a seed changes
	$(BIN)/dossier serve

test: .venv/.browser ## Pass every test, those in a browser too
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

screenshots: .venv/.browser ## Take pictures of every kind of page into screenshots/, for you to look at
	$(BIN)/python -m tests.browser.pictures people

pictures: .venv/.browser ## Take the two pictures of README.md anew
	$(BIN)/python -m tests.browser.pictures readme

bench-reading: .venv/.dev ## Measure how well and how fast seeds are read, against GOLD=FOLDER
	$(BIN)/python -m tests.bench.reading $(GOLD)

bench-understanding: .venv/.dev ## Measure keywords, topics and links, against GOLD=FOLDER
	$(BIN)/python -m tests.bench.understanding $(GOLD)

bench-print: .venv/.dev ## Measure the print edition of the plain texts in TEXTS=FOLDER
	$(BIN)/python -m tests.bench.printing $(TEXTS)

bench-site: .venv/.browser .lighthouse/.done ## Measure pages and search as a reader's browser does, with texts from GOLD=FOLDER
	$(BIN)/python -m tests.bench.site $(GOLD)

fuzz: .venv/.fuzz ## Feed the readers and the escaper what nobody writes, for SECONDS=60 each
	$(BIN)/python -m tests.bench.fuzz $(or $(SECONDS),60)

zensical: .venv/.zensical ## Build dossier/ with plain MkDocs and with Zensical, and tell what is missing
	$(BIN)/python -m tests.bench.zensical

lint: .venv/.dev ## Check style, types and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: .venv/.site ## Renew the expected output in tests/mini; look at the difference before you commit it
	cd tests/mini && ../../$(BIN)/dossier generate --strict && ../../$(BIN)/dossier export

format: .venv/.dev ## Format the code
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

lock: .venv/.site ## Look for newer versions and lock them
	$(PIP) uv
	$(LOCK) --upgrade --extra build pyproject.toml --output-file requirements.lock
	$(LOCK) --extra build --extra cjk --extra dev --extra multilingual --extra rust --extra warc --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock
	echo 'atheris>=3,<3.1' | $(LOCK) - --output-file requirements-fuzz.lock
	echo 'zensical>=0.0.73,<0.1' | $(LOCK) - --constraint requirements-dev.lock --output-file requirements-zensical.lock

clean: ## Delete what the other targets made; dossier/ stays
	rm -rf .venv site screenshots .lighthouse .cache .fuzz tests/mini/.cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dossier needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv

.venv/.site: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes --no-deps --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.fuzz: requirements-fuzz.lock .venv/.dev
	$(PIP) --require-hashes --no-deps --requirement requirements-fuzz.lock
	@touch $@

.venv/.zensical: requirements-zensical.lock .venv/.dev
	$(PIP) --require-hashes --no-deps --requirement requirements-zensical.lock
	@touch $@

# Node 18 or newer, and npm; nothing of it is needed to build, test or read a dossier.
.lighthouse/.done: tests/bench/lighthouse/package.json tests/bench/lighthouse/package-lock.json
	mkdir -p .lighthouse
	cp $^ .lighthouse/
	npm ci --prefix .lighthouse --ignore-scripts --no-audit --no-fund
	@touch $@

.venv/.browser: tests/browser/chromium.py .venv/.dev
	$(BIN)/python -m tests.browser.chromium
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.site
	$(PIP) --require-hashes --no-deps --requirement requirements-dev.lock
	@touch $@
