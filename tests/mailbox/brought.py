"""What comes of reading one folder."""

from intake.mailbox.source import Fetched, NotFetched, Source


def brought(source: Source, folder: str = "INBOX") -> list[tuple[int, bytes] | NotFetched]:
    """Everything that comes of one folder: bytes, or why there are none."""
    envelopes = list(source.describe(folder, source.list(folder).uids))
    return [
        (one.uid, b"".join(one.chunks)) if isinstance(one, Fetched) else one
        for one in source.fetch(folder, envelopes)
    ]
