"""A corpus of real broken mail and documents, kept outside the repository beside the checkout."""

import os
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs the corpus where there is none; in CI its absence is a failure."""
    if CORPUS.is_dir() or os.environ.get("CI"):
        return
    needing = [item for item in items if "corpus" in getattr(item, "fixturenames", ())]
    if needing:
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus folder, with its manifest.json."""
    assert (CORPUS / "manifest.json").is_file(), f"the corpus is missing: {CORPUS}"
    return CORPUS
