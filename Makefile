# Everything the project does, one word each. Each target sets up what it needs; the second time that takes no time.

JOBS ?= 2
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PYTHON := $(BIN)/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
TRANSLATIONS := $(patsubst translations/%.ts,build/translations/%.qm,$(wildcard translations/*.ts))

# Where it is set, every program that a test starts compiles all its modules anew: twice the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup translations compiled run test check-input faults wild coverage screens bench package deb check-deb windows installer-windows check-windows test-windows clean

help:
	@echo "make run          打开示例台账；没有显示器时改为检查、打印、导出示例"
	@echo "make test         代码规范、类型、分层与全部测试"
	@echo "make check-input  用真的 fcitx5 和 ibus 在窗口里打中文"
	@echo "make faults       断电、磁盘已满、读写出错、文件损坏：什么都不丢（FULL=1 每一处都试）"
	@echo "make wild         三百张任意的表：纸上一字不少，都在格内"
	@echo "make coverage     分支覆盖率"
	@echo "make screens      各页与各张纸的图片"
	@echo "make bench        速度"
	@echo "make package      打成不需要 Python 的一个文件夹，并试用"
	@echo "make deb          打成统信、麒麟等用的 .deb（glibc 2.28 起）"
	@echo "make check-deb    试用打成的 .deb；SYSTEMS=文件夹… 在较旧的 Debian 里"
	@echo "make windows      在 Linux 上打成 Windows 用的文件夹和压缩包"
	@echo "make installer-windows 再打成当前用户的安装程序"
	@echo "make check-windows 在 Wine 下试用打成的文件夹和安装程序"
	@echo "make test-windows 用 Windows 的 Python 在 Wine 下跑测试"
	@echo "make translations 收集并编译译文"
	@echo "make clean        删去生成的东西"

# System libraries, virtual environment, packages: see the script.
setup:
	@sh packaging/setup.sh dev

# Sentences that are new in the sources are added to translations/*.ts, those gone are dropped; then as below.
translations: setup
	@for file in translations/*.ts; do $(BIN)/pyside6-lupdate -silent -locations none -no-obsolete \
		-source-language zh_CN -extensions py selfeval_desktop -ts $$file; done
	@$(MAKE) --no-print-directory compiled

compiled: setup $(TRANSLATIONS)

build/translations/%.qm: translations/%.ts | setup
	@mkdir -p $(@D)
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

run: compiled
	@sh packaging/run.sh $(BIN)

# The contracts between layers are checked by tests/test_architecture.py.
test: compiled
	@sh packaging/setup.sh dev test-tools
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS)

# Types Chinese into the started program on a screen of its own; the input methods come from the system's packages.
check-input: compiled
	@sh packaging/setup.sh dev input-tools
	$(BIN)/pytest -q -m input_method tests/input_method

# Two hundred crashes and as many I/O errors of each command that writes, a quarter of an hour: what was found stands in
# build/faults.md, README's figures are those. ONLY may name one command, SEED choose other points, FULL=1 tries every
# point. Then the tests by number, with two windows that write against each other for a minute.
faults: compiled
	@sh packaging/setup.sh dev test-tools
	$(OFFSCREEN) $(PYTHON) -m tests.faults --jobs $(JOBS) $(if $(ONLY),--only $(ONLY)) $(if $(SEED),--seed $(SEED)) $(if $(FULL),--full)
	SELFEVAL_RIVALS=60 $(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS) -m "faults and not package and not bench"

# FORMS may name a folder of JSON forms to lay out on every paper as well.
wild: compiled
	@sh packaging/setup.sh dev test-tools
	SELFEVAL_WILD=300 SELFEVAL_FORMS=$(FORMS) $(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS) tests/output/pdf/test_wild.py

coverage: compiled
	$(OFFSCREEN) $(BIN)/pytest -q -n $(JOBS) --cov --cov-report=term
	$(BIN)/coverage report --include='selfeval_desktop/domain/*,selfeval_desktop/app/*' --fail-under=100

screens: compiled
	$(OFFSCREEN) $(PYTHON) -m tests.screens

# What cannot be installed is not compared with; the table says so.
bench: compiled
	-@sh packaging/setup.sh dev,bench bench-tools
	$(OFFSCREEN) $(PYTHON) -m tests.bench

package: compiled
	@sh packaging/setup.sh dev,package
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller packaging/selfeval.spec
	@du -sh dist/selfeval
	$(OFFSCREEN) $(BIN)/pytest -q -m package tests/package

# Built on Debian, for glibc 2.28 and later: Python from its source (a quarter of an hour the first time), the wheels.
deb: compiled
	@sh packaging/setup.sh dev linux-tools
	PYTHONPATH=packaging:. $(PYTHON) packaging/linux/build.py
	PYTHONPATH=packaging:. $(PYTHON) packaging/linux/packages.py

# SYSTEMS names folders with older Debians (packaging/linux/old_debian.sh makes one): the program is installed and used
# in each, which needs root.
check-deb: deb
	@sh packaging/setup.sh dev linux-tools
	SYSTEMS="$(SYSTEMS)" $(BIN)/pytest -q -m linux tests/linux

# Built on Linux: Python for Windows, the wheels for it, two small programs; see the script.
windows: compiled
	@sh packaging/setup.sh dev windows-tools
	PYTHONPATH=packaging:. $(PYTHON) packaging/windows/build.py
	@packaging/windows/wine.sh --stop

installer-windows: windows
	PYTHONPATH=packaging:. $(PYTHON) packaging/windows/build_installer.py

# WINE may name a folder with a newer Wine (packaging/windows/newer_wine.sh makes one): then with Qt's own windows
# plugin, and with pictures in build/windows/pictures.
check-windows: installer-windows
	WINE=$(WINE) $(BIN)/pytest -q -m windows tests/windows; code=$$?; WINE=$(WINE) packaging/windows/wine.sh --stop; exit $$code

# ROOMS may name some of the folders of tests/.
test-windows: compiled
	@sh packaging/setup.sh dev windows-tools
	PYTHONPATH=packaging:. $(PYTHON) packaging/windows/run_tests.py $(ROOMS); code=$$?; packaging/windows/wine.sh --stop; exit $$code

# The virtual environment stays; remove .venv yourself for a fresh one.
clean:
	rm -rf build dist .coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find selfeval_desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
