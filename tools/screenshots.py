"""Make the README's pictures from the real program: `make screenshots`.

The window is real and shows the bundled release; it is drawn without a screen, so that anyone can
make the pictures again and get the same.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - the platform has to be chosen first
from PySide6.QtTest import QTest  # noqa: E402

from editor.desktop.application import Desk, make_application  # noqa: E402
from editor.desktop.interface import Interface  # noqa: E402
from editor.desktop.opening import open_path  # noqa: E402
from editor.desktop.problems import Problems  # noqa: E402
from editor.desktop.remembering import Memory  # noqa: E402
from editor.desktop.session import Session  # noqa: E402
from editor.desktop.window import Window  # noqa: E402
from editor.house import load_house  # noqa: E402

SAMPLE = ROOT / "resources/samples/oic-2018-social-media.txt"
SIZE = (1280, 800)
PICTURES = {
    "window-ar": ("ar", Qt.ColorScheme.Light),
    "window-en-dark": ("en", Qt.ColorScheme.Dark),
}


def main() -> int:
    """Write each picture to docs/."""
    interface = Interface(make_application(), "en")
    folder = ROOT / "docs"
    folder.mkdir(exist_ok=True)
    for name, (language, scheme) in PICTURES.items():
        interface.set_language(language)
        interface.set_scheme(scheme)
        with tempfile.TemporaryDirectory() as place:
            take(interface, Path(place), folder / f"{name}.png")
        print(f"docs/{name}.png")
    return 0


def take(interface: Interface, place: Path, target: Path) -> None:
    """Open the sample in a window, choose a finding, and keep the picture."""
    text = place / SAMPLE.name
    text.write_bytes(SAMPLE.read_bytes())
    house = load_house("oic")
    session = Session(house, Problems())
    window = Window(interface, session)
    window.resize(*SIZE)
    Desk(interface, session, window, Memory(place / "memory.json")).show(open_path(text, house))
    window.show()
    wait_for_findings(session)
    for _ in range(5):
        window.findings.go(1)
    QTest.qWait(300)  # the page scrolls to the finding
    window.grab().toImage().save(str(target))
    window.close()
    session.close()


def wait_for_findings(session: Session) -> None:
    """Let the rules and the dictionaries have their say, for a minute at most."""
    seen = -1
    for _ in range(60):
        QTest.qWait(1000)
        if session.findings and len(session.findings) == seen:
            return
        seen = len(session.findings)


if __name__ == "__main__":
    sys.exit(main())
