"""The table of marks: one word of an application that its queue can be narrowed to."""

from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base


class MarkKind(StrEnum):
    """What a mark tells."""

    MISSING = "missing"  # a check that does not pass
    FLAG = "flag"
    LANGUAGE = "language"  # of a document that stands, ISO 639-1


class Mark(Base):
    """One word about one application."""

    __tablename__ = "mark"
    __table_args__ = (Index(None, "vacancy", "kind", "word"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    word: Mapped[str] = mapped_column(String(32), primary_key=True)
    vacancy: Mapped[str]
