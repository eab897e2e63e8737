"""The complaint pack: all that is known of a mail or an application, for whoever must check it."""

from intake.jobs.complaint.case import Case, gather
from intake.jobs.complaint.pack import complaint

__all__ = ["Case", "complaint", "gather"]
