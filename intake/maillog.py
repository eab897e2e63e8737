"""One function per event of a mail's life: ids and counts, never names, subjects or text.

Log lines may be kept longer, and read by more people, than applications: so a mail is known
here by its delivery id alone. Lines are JSON, one event each; structlog escapes every value.
"""

import logging
import sys

import structlog

_log = structlog.get_logger("intake")


def configure(level: str = "INFO", *, stream: object = None) -> None:
    """Send events as JSON lines to `stream` (standard error by default)."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stderr),  # type: ignore[arg-type]
        cache_logger_on_first_use=False,
    )


def polled(mailbox: str, folder: str, listed: int, new: int) -> None:
    """A complete listing of one folder was recorded."""
    _log.info("polled", mailbox=mailbox, folder=folder, listed=listed, new=new)


def poll_failed(mailbox: str, problem: str) -> None:
    """A mailbox could not be read; the others go on."""
    _log.error("poll_failed", mailbox=mailbox, problem=problem)


def alerted(mailbox: str, alert: str) -> None:
    """The mail server asks to tell people something (RFC 3501, 7.1: ALERT)."""
    _log.warning("server_alert", mailbox=mailbox, alert=alert)


def stored(delivery: int, uid: int | None, size: int, sha256: str) -> None:
    """The raw bytes of one mail are safe on disk and in the ledger."""
    _log.info("stored", delivery=delivery, uid=uid, size=size, sha256=sha256)


def judged(delivery: int, kind: str, outcome: str, timing: str) -> None:
    """A verdict was committed."""
    _log.info("judged", delivery=delivery, kind=kind, outcome=outcome, timing=timing)


def set_aside(delivery: int, reason: str) -> None:
    """A mail was held because it could not be processed."""
    _log.warning("set_aside", delivery=delivery, reason=reason)


def digest_sent(date: str, message_id: str) -> None:
    """One recipient's digest was accepted by the SMTP server."""
    _log.info("digest_sent", date=date, message_id=message_id)


def digest_failed(date: str, problem: str) -> None:
    """A digest could not be sent; it stays queued."""
    _log.error("digest_failed", date=date, problem=problem)


def sign_in_refused(account: int | None, address: str) -> None:
    """Somebody was not let in; `account` is known where the address that was typed has one."""
    _log.warning("sign_in_refused", account=account, address=address)


def access_refused(account: int | None, method: str, path: str, status: int) -> None:
    """Somebody asked for what they may not see or do, or that does not exist."""
    _log.warning("access_refused", account=account, method=method, path=path, status=status)


def fault(path: str) -> None:
    """A page broke; the traceback goes to the server's own log."""
    _log.error("fault", path=path)


def daemon(event: str, **details: str | int) -> None:
    """The daemon started, stopped, or changed what it watches."""
    _log.info("daemon", what=event, **details)
