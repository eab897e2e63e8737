"""The digest of a day, to be killed at each call: a mail server that only listens, in a thread."""

import os
import shutil
import socketserver
import threading
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import time, timedelta
from email import message_from_bytes
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine, make_url, text

from intake.jobs.mailing import Mailing
from intake.jobs.report import report
from intake.outbox.send import POSSIBLE_REPEAT, SmtpServer
from tests.faults.work import Place

READERS = {"hr@example.org": ("tosci",), "chief@example.org": ("tosci",)}

Arrived = dict[str, list[tuple[str, bool]]]
"""Recipient -> Message-ID of each mail in order, and whether it is marked as a repeat."""


class Conversation(socketserver.StreamRequestHandler):
    """Takes mail (RFC 5321); it counts once the final dot has come, answered or not."""

    server: "Server"

    def handle(self) -> None:
        self.say("220 sink")
        recipient = ""
        while line := self.rfile.readline().strip():
            verb = line[:4].upper()
            if verb == b"RCPT":
                recipient = line.partition(b"<")[2].partition(b">")[0].decode()
            if verb == b"DATA":
                self.say("354 go on")
                if not self.take(recipient):
                    return
            self.say("221 bye" if verb == b"QUIT" else "250 yes")

    def take(self, recipient: str) -> bool:
        """Read a mail to its final dot; False where the line broke before."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                return False
            lines.append(line)
        mail = message_from_bytes(b"".join(lines))
        self.server.arrived[recipient].append((str(mail["Message-ID"]), POSSIBLE_REPEAT in mail))
        return True

    def say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())

    def finish(self) -> None:
        try:
            super().finish()
        except OSError:
            return  # the other side was killed


class Server(socketserver.ThreadingTCPServer):
    """What arrived since it was last emptied."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.arrived: Arrived = defaultdict(list)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed in mid-sentence is what this is for."""


_servers: dict[int, Server] = {}


def server() -> Server:
    """The server of this process, or of its parent: a thread does not outlive a fork."""
    return _servers.get(os.getpid()) or _servers[os.getppid()]


@dataclass(frozen=True)
class Posting:
    """A store whose mail is judged, and whose digest is due to two readers."""

    place: Place

    def prepare(self) -> None:
        """Poll once, and keep what is there then."""
        self.place.prepare()
        self.place.clear()
        assert self.place.poll() == 0
        url = make_url(self.place.url)
        if url.get_backend_name() == "sqlite":
            database = Path(str(url.database))
            shutil.copy(database, database.with_suffix(".polled"))

    def clear(self) -> None:
        if os.getpid() not in _servers:
            _servers[os.getpid()] = Server()
        server().arrived.clear()
        url = make_url(self.place.url)
        if url.get_backend_name() == "sqlite":
            database = Path(str(url.database))
            for left in database.parent.glob(f"{database.name}-*"):
                left.unlink()
            shutil.copy(database.with_suffix(".polled"), database)
            return
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("TRUNCATE outgoing, lease RESTART IDENTITY"))
        engine.dispose()

    def work(self) -> int:
        with replace(self.place, ahead=timedelta(days=1)).bench() as bench:
            sent = report(bench, self.mailing(server().server_address[1]))
        return 0 if len(sent) == len(READERS) and not any(one.problem for one in sent) else 1

    def mailing(self, port: int) -> Mailing:
        to = SmtpServer("127.0.0.1", "intake@example.org", port=port, security="none", attempts=1)
        zone = ZoneInfo("Europe/Brussels")
        told = Mailing("Example", zone, time(7, 30), READERS, sender=to.sender)
        return replace(told, server=to)

    def state(self) -> object:
        """Each reader's digest arrived under one Message-ID; how often is told by `faults`."""
        return {to: len({one for one, _ in mails}) for to, mails in server().arrived.items()}

    def faults(self) -> list[str]:
        """Repeats that are not marked as such, and what the ledger finds broken."""
        unmarked = [
            f"{to} has an unmarked repeat"
            for to, mails in server().arrived.items()
            if any(not marked for _, marked in mails[1:])
        ]
        return unmarked + self.place.faults()
