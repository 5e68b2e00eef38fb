"""Makes resources/fonts: one whole Song font, two Hei fonts and one of rare characters cut to what is needed.

Run it on a Debian system with npm: `.venv/bin/pip install -e .[fonts]; .venv/bin/python packaging/build_fonts.py`.
The results are committed, so nobody needs it to build or run the program. They are the same bytes on every run.
"""

import bz2
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
NPM = ("@expo-google-fonts/noto-serif-sc@0.4.3", "@expo-google-fonts/noto-sans-sc@0.4.3")
DEBIAN = ("fonts-hanazono", "unicode-data")

# What forms hold besides han and the marks of GB 2312: units, ticks, arrows, circled and Roman figures.
SYMBOL_BLOCKS = (
    range(0x20, 0x180),  # Latin
    range(0x370, 0x400),  # Greek
    range(0x2000, 0x2070),  # punctuation
    range(0x2070, 0x20D0),  # superscripts, currencies
    range(0x2100, 0x2200),  # letterlike, Roman figures, arrows
    range(0x2200, 0x2300),  # mathematics
    range(0x2460, 0x2500),  # circled figures
    range(0x2500, 0x2700),  # boxes, shapes, ticks
    range(0x2700, 0x27C0),
    range(0x3000, 0x3040),  # CJK punctuation
    range(0x3200, 0x3400),  # circled and squared units
    range(0xFE30, 0xFE50),
    range(0xFF00, 0xFFF0),  # fullwidth forms
)
PRIVATE_USE = range(0xE000, 0xF900)
NEEDED = {
    "NotoSerifSC-Regular.ttf": "䶮㛃𬭎𠅤𫟅𬀩≥≤±％‰℃㎡①√×■□〔〕《》—…·",
    "NotoSansSC-Regular.ttf": "䶮㛃𬭎𠅤𫟅𬀩≥≤±％‰℃㎡①√×■□〔〕《》—…·",
    "NotoSansSC-Bold.ttf": "䶮㛃𬭎𠅤𫟅𬀩≥≤±％‰℃㎡①√×■□〔〕《》—…·",
    "HanaMinA.ttf": "☑𠮷",
}


def gb2312() -> set[int]:
    """Every character of GB 2312, as Python's codec has it."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            text = bytes((row, cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def standard_characters(unicode_data: Path) -> set[int]:
    """The 8,105 characters of 通用规范汉字表, which Unihan marks kTGH."""
    text = bz2.decompress((unicode_data / "Unihan_OtherMappings.txt.bz2").read_bytes()).decode()
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    found = {
        int(code.removeprefix("U+"), base=16)
        for code, key, *_ in (line for line in lines if len(line) > 2)
        if key == "kTGH"
    }
    if len(found) != 8105:
        sys.exit(f"Unihan marks {len(found)} characters as 通用规范汉字, not 8105")
    return found


def fetch(folder: Path) -> None:
    """Unpack the packages' files into `folder`."""
    for package in NPM:
        name = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        with tarfile.open(folder / name) as archive:
            archive.extractall(folder / package.split("/")[1].split("@")[0], filter="data")
    subprocess.run(["apt-get", "download", *DEBIAN], cwd=folder, check=True, capture_output=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(package), str(folder / "debian")], check=True)


def cut(source: Path, characters: set[int], name: str) -> None:
    """Keep `characters` of a font, without hinting and layout features: neither Qt nor the PDF uses them."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "FFTM", "prop", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(FONTS / name)


def characters(font: Path) -> set[int]:
    return set(TTFont(font, lazy=True).getBestCmap())


def build(folder: Path) -> None:
    """Write the four fonts and their licences."""
    fetch(folder)
    serif = folder / "noto-serif-sc" / "package"
    sans = folder / "noto-sans-sc" / "package"
    hana = folder / "debian" / "usr" / "share" / "fonts" / "truetype" / "hanazono" / "HanaMinA.ttf"
    song = (serif / "400Regular" / "NotoSerifSC_400Regular.ttf").read_bytes()
    (FONTS / "NotoSerifSC-Regular.ttf").write_bytes(song)
    (FONTS / "NotoSerifSC-OFL.txt").write_bytes((serif / "LICENSE_FONT").read_bytes())
    (FONTS / "NotoSansSC-OFL.txt").write_bytes((sans / "LICENSE_FONT").read_bytes())
    licence = folder / "debian" / "usr" / "share" / "doc" / "fonts-hanazono" / "copyright"
    # Only the licence texts: what stands above them tells how the font was packaged elsewhere.
    (FONTS / "HanaMinA-LICENSE.txt").write_text(licence.read_text("utf-8").partition("\nFiles: *\n")[2], "utf-8")

    wanted = gb2312() | standard_characters(folder / "debian" / "usr" / "share" / "unicode")
    wanted.update(*SYMBOL_BLOCKS)
    cut(sans / "400Regular" / "NotoSansSC_400Regular.ttf", wanted, "NotoSansSC-Regular.ttf")
    cut(sans / "700Bold" / "NotoSansSC_700Bold.ttf", wanted, "NotoSansSC-Bold.ttf")
    rare = characters(hana) - characters(FONTS / "NotoSerifSC-Regular.ttf") - set(PRIVATE_USE)
    cut(hana, rare, "HanaMinA.ttf")


def report() -> None:
    """Tell each font's size and fail if a character that forms need is missing."""
    for name, needed in NEEDED.items():
        held = characters(FONTS / name)
        size = (FONTS / name).stat().st_size / 1e6
        print(f"{name}: {size:.1f} MB, {len(held)} characters")
        missing = [char for char in needed if ord(char) not in held]
        if missing:
            sys.exit(f"{name} lacks {''.join(missing)}")


if __name__ == "__main__":
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        build(Path(temporary))
    report()
