"""What all tests share: Qt without a screen, programs that may be missing, a quiet log."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DATA = Path(__file__).parent / "data"
SAMPLE = Path(__file__).parent.parent / "resources/samples/oic-2018-social-media.txt"

# The machine may be busy: a deadline would measure it and not us. The suite tries the same examples
# each time, so that what is green stays green; `make fuzz` looks for new ones.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("fuzz", settings.get_profile("suite"), derandomize=False)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """Take new examples where the long random runs are asked for."""
    if "fuzz" in config.getoption("-m"):
        settings.load_profile("fuzz")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long random runs out unless they are asked for by their mark."""
    if "fuzz" not in config.getoption("-m"):
        kept = [item for item in items if item.get_closest_marker("fuzz") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are missing; where they are required, it runs and fails."""
    for mark in item.iter_markers("needs_tool"):
        missing = [name for name in mark.args if shutil.which(name) is None]
        if missing and not os.environ.get("BAYAN_REQUIRE_TOOLS"):
            pytest.skip(f"needs {', '.join(missing)}")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak English to the tests, whatever the machine's language."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the program's own files out of the folders of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture
def sample() -> Path:
    """The real release that the project starts from."""
    return SAMPLE
