# 文书用：make demo 装好并生成一篇样稿。其余各条供开发者用，见 docs/development.md。
# Any Python from 3.10 serves; `make PYTHON=/path/to/python3.12 demo` chooses one.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
PYTEST := $(BIN)/python -m pytest
SAMPLE := 重点领域信访推进会讲话

.PHONY: help demo test test-office check format lint types accept bench pictures clean

help:
	@echo '  make demo         装好程序，生成一篇样稿'
	@echo '  make test         every test that needs no office suite'
	@echo '  make test-office  the others (LibreOffice, fonts, OOXML validators: see .ci/run)'
	@echo '  make check        format, lint, types, tests'
	@echo '  make accept       rewrite the expected outlines; review the diff like code'
	@echo '  make bench        speed and memory, side by side with docxtpl'
	@echo '  make pictures     the pictures of README.md'

demo: $(VENV)/installed
	@mkdir -p out
	@status=0; $(BIN)/speechgen render 'sample_inputs/$(SAMPLE).yaml' -o 'out/$(SAMPLE).docx' || status=$$?; \
	if [ $$status -gt 1 ] || [ ! -f 'out/$(SAMPLE).docx' ]; then exit 2; fi; \
	echo; echo '样稿在这里，请用 Word 或 WPS 打开：'; echo '  $(CURDIR)/out/$(SAMPLE).docx'

test: $(VENV)/installed-dev
	$(PYTEST) -n auto

test-office: $(VENV)/installed-dev
	$(PYTEST) -m office

check: format lint types test

format: $(VENV)/installed-dev
	$(BIN)/ruff format --quiet .

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

accept: $(VENV)/installed-dev
	$(PYTEST) --accept

bench: $(VENV)/installed-dev
	$(BIN)/python -m tests.benchmarks.side_by_side
	$(BIN)/python -m tests.benchmarks.many_figures

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache

$(VENV)/made:
	@if ! $(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then \
		echo '需要 Python 3.10 或更新的版本。本机：'"$$($(or $(PYTHON),python3) --version 2>&1 | head -n 1)"; \
		echo '请从 https://www.python.org/downloads/ 安装；已经装在别处的，用 make PYTHON=路径 demo 指明。'; \
		exit 2; fi
	@if [ ! -x $(BIN)/pip ] && ! $(PYTHON) -m venv $(VENV); then \
		echo '$(PYTHON) 不能建立虚拟环境。Debian、Ubuntu、统信、麒麟请先运行：sudo apt install python3-venv'; \
		rm -rf $(VENV); exit 2; fi
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo '正在安装 speechgen（需要联网，约一分钟）……'
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/made pyproject.toml
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/installed

# The pictures of README.md; needs what .ci/run installs (LibreOffice, poppler, fonts.sh).
FONTS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/speechgen-tools/fonts.conf

pictures: $(VENV)/installed
	rm -rf out/pictures && mkdir -p out/pictures
	$(BIN)/speechgen render 'sample_inputs/$(SAMPLE).yaml' -o out/pictures/page.docx
	$(BIN)/speechgen render docs/images/ten_lines.yaml -o out/pictures/ten_lines.docx
	cd out/pictures && FONTCONFIG_FILE='$(FONTS)' soffice -env:UserInstallation='file://$(CURDIR)/out/pictures/profile' \
		--headless --convert-to pdf page.docx ten_lines.docx >/dev/null
	for page in page ten_lines; do \
		pdftoppm -png -singlefile -f 1 -l 1 -r 90 out/pictures/$$page.pdf docs/images/$$page || exit 1; done
