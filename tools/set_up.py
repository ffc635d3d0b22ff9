"""Make this folder ready to run or to test; at once when nothing has changed.

Usage: python tools/set_up.py [run|test]

It takes the newest working Python of 3.13, 3.12 and 3.11, keeps the packages that pyproject.toml
names in `.venv`, held to constraints.txt, and, where apt exists, adds what is missing of the system
libraries that Qt needs and of the dictionaries for spelling. It runs on any Python 3.8 or newer
and uses the standard library alone. Only what has changed since the last time is done again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHONS = ("3.13", "3.12", "3.11")
# Python must carry what we use: TLS for pip, STRICT tables (SQLite 3.37), venv itself.
PROBE = """
import ensurepip, ssl, sqlite3, sys, venv, zlib
assert sqlite3.sqlite_version_info >= (3, 37)
print("%d.%d" % sys.version_info[:2])
"""
QT_LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
DICTIONARIES = ("hunspell-ar", "hunspell-fr", "hunspell-en-gb")
TEST_PROGRAMS = ("poppler-utils", "unicode-data")
# Newer releases of Debian and Ubuntu rename a library when its ABI for time changes.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}


def main(purpose: str) -> int:
    """Set up for running (`run`) or for testing as well (`test`)."""
    stamp = VENV / ("set-up-" + purpose)
    wanted = fingerprint(purpose)
    if stamp.exists() and stamp.read_text() == wanted and venv_python().exists():
        return 0
    needed = QT_LIBRARIES + DICTIONARIES + (TEST_PROGRAMS if purpose == "test" else ())
    install_system_packages(needed)
    python = newest_python()
    if python is None:
        print(
            "Bayan needs Python 3.11, 3.12 or 3.13 with its venv module, and found none.\n"
            "Install one (on Debian and Ubuntu: apt install python3 python3-venv) and try again.",
            file=sys.stderr,
        )
        return 2
    make_environment(python)
    install_packages(purpose)
    compile_translations()
    stamp.write_text(wanted)
    return 0


def fingerprint(purpose: str) -> str:
    """A digest of all that decides what has to be installed."""
    digest = hashlib.sha256(purpose.encode())
    sources = [ROOT / "pyproject.toml", ROOT / "constraints.txt", Path(__file__)]
    sources += sorted((ROOT / "resources" / "translations").glob("*.ts"))
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


# -- Python ----------------------------------------------------------------------------------


def newest_python() -> list[str] | None:
    """The command of the newest Python that has all that Bayan needs."""
    for version in PYTHONS:
        for command in candidates(version):
            if probe(command) == version:
                return command
    return None


def candidates(version: str) -> Iterator[list[str]]:
    """Commands that may start this version of Python here."""
    if os.name == "nt":
        yield ["py", "-" + version]
    yield ["python" + version]
    pyenv = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv")))
    for folder in sorted((pyenv / "versions").glob(version + ".*"), reverse=True):
        yield [str(folder / "bin" / "python")]
    yield ["python3"]
    yield [sys.executable]


def probe(command: list[str]) -> str:
    """The version that a command starts, or nothing if it does not work."""
    try:
        answer = subprocess.run(
            [*command, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip()


def venv_python() -> Path:
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment(python: list[str]) -> None:
    """Create the virtual environment, anew if it belongs to another or a broken Python."""
    if venv_python().exists() and probe([str(venv_python())]) == probe(python):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    print("Creating the environment with " + " ".join(python), flush=True)
    run([*python, "-m", "venv", str(VENV)])


def install_packages(purpose: str) -> None:
    """Install the project's dependencies, without installing the project itself."""
    listing = run(
        [str(venv_python()), "-c", LIST_DEPENDENCIES, str(ROOT / "pyproject.toml"), purpose]
    )
    print("Installing Python packages", flush=True)
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--constraint", str(ROOT / "constraints.txt"), *listing.splitlines()])


LIST_DEPENDENCIES = """
import sys, tomllib
with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file)
names = project["project"]["dependencies"]
if sys.argv[2] == "test":
    names = names + project["dependency-groups"]["dev"]
print("\\n".join(names))
"""


def compile_translations() -> None:
    """Compile the interface's translations for Qt."""
    sources = sorted((ROOT / "resources" / "translations").glob("*.ts"))
    if sources:
        lrelease = venv_python().with_name(
            "pyside6-lrelease.exe" if os.name == "nt" else "pyside6-lrelease"
        )
        run([str(lrelease), "-silent", *map(str, sources)])


# -- The system ------------------------------------------------------------------------------


def install_system_packages(names: tuple[str, ...]) -> None:
    """Install what is missing of these Debian packages, where apt exists and we may."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-query"):
        return
    missing = [name for name in names if not installed(name)]
    if not missing:
        return
    is_root = os.geteuid() == 0
    if not is_root and not shutil.which("sudo"):
        print("Missing system packages: " + " ".join(missing), file=sys.stderr)
        print("Ask an administrator to install them with apt.", file=sys.stderr)
        return
    print("Installing system packages: " + " ".join(missing), flush=True)
    prefix = [] if is_root else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*prefix, "apt-get", "update", "-qq"], env=environment)
    missing = [
        RENAMED[name] if RENAMED.get(name) and known(RENAMED[name]) else name for name in missing
    ]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    run([*prefix, *install, *missing], env=environment)


def installed(name: str) -> bool:
    """Whether a Debian package, or the one that took its place, is installed."""
    return any(
        "install ok installed"
        in subprocess.run(
            ["dpkg-query", "-W", "-f", "${Status}", each],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        for each in (name, RENAMED.get(name, name))
    )


def known(name: str) -> bool:
    """Whether apt can install a package of this name."""
    answer = subprocess.run(
        ["apt-cache", "policy", name], capture_output=True, text=True, check=False
    )
    return "Candidate:" in answer.stdout and "(none)" not in answer.stdout


def run(command: list[str], env: dict[str, str] | None = None) -> str:
    """Run a command to its end and return what it prints; stop with its message if it fails."""
    answer = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    if answer.returncode:
        print(answer.stdout + answer.stderr, file=sys.stderr)
        print("Set-up stopped at: " + " ".join(command[:4]), file=sys.stderr)
        sys.exit(2)
    return answer.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
