# Everything the project does, one word each. Each target sets up what it needs; the second time that takes no time.

JOBS ?= 2
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PYTHON := $(BIN)/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
TRANSLATIONS := $(patsubst translations/%.ts,build/translations/%.qm,$(wildcard translations/*.ts))

.PHONY: help setup translations run test coverage screens bench package clean

help:
	@echo "make run       打开示例台账；没有显示器时改为检查、打印、导出示例"
	@echo "make test      代码规范、类型、分层与全部测试"
	@echo "make coverage  分支覆盖率"
	@echo "make screens   各页与各张纸的图片"
	@echo "make bench     速度"
	@echo "make package   打成不需要 Python 的一个文件夹，并试用"
	@echo "make clean     删去生成的东西"

# System libraries, virtual environment, packages: see the script.
setup:
	@sh packaging/setup.sh dev

translations: setup $(TRANSLATIONS)

build/translations/%.qm: translations/%.ts | setup
	@mkdir -p $(@D)
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

run: translations
	@sh packaging/run.sh $(BIN)

# The contracts between layers are checked by tests/test_architecture.py.
test: translations
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS)

coverage: translations
	$(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS) --cov --cov-report=term
	$(BIN)/coverage report --include='selfeval_desktop/domain/*,selfeval_desktop/app/*' --fail-under=100

screens: translations
	$(OFFSCREEN) $(PYTHON) tests/screens.py

bench: translations
	$(OFFSCREEN) $(PYTHON) -m tests.bench

package: translations
	@sh packaging/setup.sh dev,package
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller packaging/selfeval.spec
	@du -sh dist/selfeval
	$(OFFSCREEN) $(BIN)/pytest -q -m package tests/package

# The virtual environment stays; remove .venv yourself for a fresh one.
clean:
	rm -rf build dist screens .coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find selfeval_desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
