"""What Intake must stand on: older versions have holes that a hostile mail can use."""

import sys
from importlib.metadata import PackageNotFoundError, version

from packaging.version import Version
from rich.text import Text

from intake.cli.frame import err, plain
from intake.errors import Permanent

FLOORS = {
    "pdfminer.six": ("20251230", "a PDF could run code (CVE-2025-64512)"),
    "imapclient": ("4.1", "a silent server held it for ever, in spite of the timeout"),
    "lxml": ("6.1.0", "a document could read files of this machine (CVE-2026-41066)"),
}
"""Package, first good version, and what an older one lets happen."""

PYTHON = ((3, 11, 10), (3, 12, 5))
"""The first of each series with the mail headers mended (CVE-2024-6923, CVE-2023-27043)."""


def require_floors() -> None:
    """Refuse to open mail with a package that is too old; warn of an old Python.

    Raises:
        Permanent: a package is older than its floor; the problem names it.
    """
    for package, (floor, harm) in FLOORS.items():
        found = installed(package)
        if found and Version(found) < Version(floor):
            raise Permanent(
                f"{package} {found} is too old to open mail with: before {floor} {harm}.",
                "Install Intake again with the versions that it is locked to (`make setup`).",
            )
    for mended in PYTHON:
        if sys.version_info[:2] == mended[:2] and sys.version_info[:3] < mended:
            wanted = ".".join(map(str, mended))
            warn(
                f"Python {sys.version.split()[0]} is older than {wanted}, which mends faults in "
                "reading mail headers. Distributions mend theirs under old numbers."
            )


def warn(sentence: str) -> None:
    """One warning on standard error."""
    err.print(Text("! ", "yellow") + plain(sentence))


def installed(package: str) -> str:
    """The version of an installed package; empty where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
