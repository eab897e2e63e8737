"""What people take away of a vacancy: its queue as a table, its documents as a ZIP."""

from intake.jobs.export.lines import Asker, Line, begin, lines
from intake.jobs.export.papers import Left, papers

__all__ = ["Asker", "Left", "Line", "begin", "lines", "papers"]
