"""What people said: corrections of what was found, and remarks on applications. Never changed.

Of two rows about the same the later one counts; the earlier stays, with who, when and why.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.columns import Key
from intake.store.tables import Base


class Correction(Base):
    """What a person said in place of a finding (triage/corrections.py)."""

    __tablename__ = "correction"
    __table_args__ = (Index(None, "vacancy", "candidate"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str] = mapped_column(String(16))  # document, kind, candidate, vacancy
    to: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    found: Mapped[str]  # what stood there before
    why: Mapped[str]
    document: Mapped[str] = mapped_column(String(64), default="")
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id"), index=True)
    vacancy: Mapped[str]
    candidate: Mapped[str] = mapped_column(Key, default="")  # whose mail, as found by itself


class Remark(Base):
    """What a person wrote about an application: a note, an assignment, a wait, a recusal."""

    __tablename__ = "remark"
    __table_args__ = (Index(None, "application_id", "what"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str] = mapped_column(String(16))  # see store/remarks.py
    to: Mapped[str] = mapped_column(default="")  # whom, or until which date
    text: Mapped[str] = mapped_column(default="")
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
