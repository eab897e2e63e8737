"""The overview."""

from intake.desk.words import Table

WORDS: Table = {
    "title": ("Overview", "Vue d’ensemble"),
}
