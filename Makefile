# De sociale kaart. 'make' of 'make help' laat zien wat er kan.
#
# Every target is a thin call: the work is in scripts/ and in the command sociale-kaart. Variables
# that you give (PORT, DATA_DIR, DEMO) go to the commands by environment, which make does by itself.

SHELL := /bin/sh
VENV := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help start setup setup-dev build test bench eval format lint clean
# Two targets at once would set the same things up twice; make -j gains nothing here.
.NOTPARALLEL:

help: ## Laat deze lijst zien
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@printf '\nBijvoorbeeld: make start PORT=8123 DATA_DIR=een/map DEMO=0\n'

start: ## Start alles op deze computer (PORT, DATA_DIR, DEMO=0 voor een lege kaart)
	@exec sh scripts/start.sh

setup: ## Haal alles op wat nodig is, zonder te starten
	@sh scripts/setup.sh

setup-dev: ## Haal ook op wat nodig is om te bouwen en te testen
	@sh scripts/setup.sh --dev

build: ## Bouw de website opnieuw als er iets is veranderd
	@sh scripts/setup.sh --only-build

test: setup-dev ## Controleer alles: stijl, typen, tests, browser
	@exec sh scripts/test.sh

bench: setup-dev ## Meet de snelheid, als verhoudingen in één ronde
	@cd backend && exec ../$(VENV)/python -m bench

eval: setup-dev ## Meet hoe goed zoeken antwoordt op beoordeelde vragen
	@cd backend && exec ../$(VENV)/python -m eval

format: setup-dev ## Zet alle code in de vaste opmaak
	@$(VENV)/ruff check --fix-only --quiet . && $(VENV)/ruff format . && cd frontend && npm run --silent format

lint: setup-dev ## Controleer stijl, typen en de richting van imports
	@$(VENV)/ruff format --check . && $(VENV)/ruff check . && $(VENV)/mypy && $(VENV)/lint-imports
	@cd frontend && npm run --silent format:check && npm run --silent lint && npm run --silent typecheck

clean: ## Haal weg wat opnieuw te maken is (je gegevens in .data blijven)
	rm -rf .venv .cache .stamps infra/node_modules infra/*/node_modules frontend/node_modules frontend/dist frontend/dist-server
