"""The configuration folder, read once: TOML and environment become frozen values.

Nothing is guessed: every mistake in every file is reported at once, with its file, line and key,
what was expected, and what to write instead.
"""

from intake.settings.load import load
from intake.settings.problem import ConfigurationError, Problem
from intake.settings.values import (
    Desk,
    Digest,
    Organisation,
    Settings,
    Storage,
    VacancySettings,
)

__all__ = [
    "ConfigurationError",
    "Desk",
    "Digest",
    "Organisation",
    "Problem",
    "Settings",
    "Storage",
    "VacancySettings",
    "load",
]
