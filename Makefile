# Two commands matter: `make run` and `make test`. Both set up what they need, once.
# Paths are relative, so that the folder may have spaces in its name.

PYTHON := .venv/bin/python
SAMPLE := resources/samples/oic-2018-social-media.txt

.DEFAULT_GOAL := help
.PHONY: help run test check fuzz bench screenshots translations format ready ready-to-test clean

help: ## Show what there is to make
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

run: ready ## Do the main job on the bundled release, then open the editor on it
	@$(PYTHON) tools/main_job.py $(SAMPLE) output

test: ready-to-test ## Run all tests
	@$(PYTHON) -m pytest -q

check: ready-to-test ## Lint, types and import contracts
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache

fuzz: ready-to-test ## The long random tests
	@$(PYTHON) -m pytest -q -m fuzz

bench: ready-to-test ## Measure against bare libraries and peers, as a table
	@$(PYTHON) -m tests.benchmarks

screenshots: ready-to-test ## Make the README's pictures from the real program
	@$(PYTHON) tools/screenshots.py

translations: ready-to-test ## Gather the interface's words for its translators
	@for language in ar fr; do .venv/bin/pyside6-lupdate -silent editor/desktop/*.py \
	    -ts resources/translations/bayan_$$language.ts -source-language en_GB \
	    -target-language $$language -no-obsolete -locations none; done
	@.venv/bin/pyside6-lupdate -silent editor/desktop/*.py -ts resources/translations/bayan_en.ts \
	    -source-language en_GB -target-language en_GB -pluralonly -no-obsolete -locations none

format: ready-to-test ## Put the code into its form
	@$(PYTHON) -m ruff check --fix-only .
	@$(PYTHON) -m ruff format .

clean: ## Remove what was made here: the environment and the output
	rm -rf .venv output

ready:
	@python3 tools/set_up.py run

ready-to-test:
	@python3 tools/set_up.py test
