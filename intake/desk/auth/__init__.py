"""Who is there, and what they may do."""

from intake.desk.auth.door import allow, opened
from intake.desk.auth.rights import Right
from intake.desk.auth.visitor import Visitor, visitor

__all__ = ["Right", "Visitor", "allow", "opened", "visitor"]
