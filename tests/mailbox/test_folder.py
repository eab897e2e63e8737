"""Mail in files: what counts as mail, and what its UIDs are worth."""

import mailbox
from pathlib import Path

import pytest

from intake.errors import FolderMissing
from intake.mailbox.folder import looks_like_mail, open_folder
from intake.mailbox.source import NotFetched
from tests.mailbox.brought import brought
from tests.support.fake_imap import MAIL


def epoch(path: Path) -> int:
    with open_folder(path) as source:
        return source.list(source.folders[0]).uidvalidity


def test_one_eml_file_is_a_folder_of_one(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    with open_folder(tmp_path / "a.eml") as source:
        assert source.folders == ("a.eml",)
        assert brought(source, "a.eml") == [(1, MAIL)]


def test_files_that_are_not_mail_are_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.eml").write_bytes(b"\0 broken beyond words")
    (tmp_path / "in" / "saved mail").write_bytes(MAIL)
    (tmp_path / "notes.txt").write_text("Subject: nothing but notes\n\nFrom: me", encoding="utf-8")
    (tmp_path / "expected.toml").write_text('about = "x"\n', encoding="utf-8")
    with open_folder(tmp_path) as source:
        assert brought(source, tmp_path.name) == [(1, b"\0 broken beyond words"), (2, MAIL)]
        assert [path.name for path in source.not_mail] == ["expected.toml", "notes.txt"]


HEADS = {
    MAIL: True,
    b"Received: by mx\r\n\tfrom y\r\nTo: x\r\n\r\n": True,
    b"To: x\nFrom: y": True,
    b"": False,
    b"\r\nTo: x\r\nFrom: y\r\n": False,
    b" To: x\r\nFrom: y\r\n": False,
    b"To: x\r\n\r\nFrom: y\r\n": False,
    b"To: x\r\nHello there\r\nFrom: y\r\n": False,
    b"%PDF-1.7\nFrom: x\nTo: y\n": False,
    b"Name: Ada\nPhone: 12\n": False,
}


@pytest.mark.parametrize(("head", "is_mail"), HEADS.items())
def test_a_file_is_mail_when_it_begins_like_one(head: bytes, is_mail: bool) -> None:
    assert looks_like_mail(head) is is_mail


def test_a_long_header_is_no_obstacle() -> None:
    head = b"From: x\r\nTo: " + b"a@example.org, " * 2000
    assert not looks_like_mail(head[:8192]), "one field only can be seen"
    assert looks_like_mail((b"Subject: y\r\n" + head)[:8192]) is True


@pytest.mark.parametrize("name", ["nowhere", "empty", "notes.txt"])
def test_a_path_without_mail_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    with pytest.raises(FolderMissing) as caught:
        open_folder(tmp_path / name)
    assert name in caught.value.problem
    assert caught.value.remedy


def test_uids_begin_a_new_epoch_when_files_come_go_or_change(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(MAIL)
    epochs = [epoch(tmp_path), epoch(tmp_path)]
    assert epochs[0] == epochs[1]
    (tmp_path / "a.eml").write_bytes(MAIL)
    epochs.append(epoch(tmp_path))
    (tmp_path / "a.eml").write_bytes(MAIL + b"more")
    epochs.append(epoch(tmp_path))
    (tmp_path / "a.eml").unlink()
    epochs.append(epoch(tmp_path))
    assert len(set(epochs)) == 3
    assert epochs[4] == epochs[0], "as it was before"


def test_a_maildirs_epoch_survives_that_a_person_reads_the_mail(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box")
    key = box.add(MAIL)
    before = epoch(tmp_path / "box")
    message = box.get_message(key)
    message.set_subdir("cur")
    message.add_flag("SF")
    box[key] = message
    box.close()
    assert epoch(tmp_path / "box") == before


@pytest.mark.parametrize("junk", [".Junk", "Courrier indésirable", "in/spam"])
def test_a_maildirs_folders_are_found_in_either_layout(tmp_path: Path, junk: str) -> None:
    for name in (".", junk):
        for part in ("cur", "new", "tmp"):
            (tmp_path / name / part).mkdir(parents=True)
        (tmp_path / name / "new" / "1.host").write_bytes(MAIL)
    with open_folder(tmp_path) as source:
        assert source.folders == ("INBOX", junk.lstrip("."))
        assert [source.list(folder).junk for folder in source.folders] == [False, True]
        assert brought(source, source.folders[1]) == [(1, MAIL)]


def test_a_file_removed_after_the_listing_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    with open_folder(tmp_path) as source:
        (folder,) = source.folders
        envelopes = list(source.describe(folder, source.list(folder).uids))
        (tmp_path / "a.eml").unlink()
        (one,) = source.fetch(folder, envelopes)
        assert isinstance(one, NotFetched)
        assert one.gone
        (envelope,) = source.describe(folder, [1])
        assert envelope.size is None


def test_files_are_left_as_they_were(tmp_path: Path) -> None:
    text = b"From ada@example.org Thu Feb  5 10:12:00 2026\n" + MAIL + b"\n"
    path = tmp_path / "box.mbox"
    path.write_bytes(text)
    path.chmod(0o444)
    before = path.stat()
    with open_folder(path) as source:
        assert brought(source, "box.mbox") == [(1, MAIL)]
    after = path.stat()
    assert path.read_bytes() == text
    assert (before.st_mtime_ns, before.st_mode) == (after.st_mtime_ns, after.st_mode)
    assert [entry.name for entry in tmp_path.iterdir()] == ["box.mbox"]


def test_a_file_has_no_time_of_receipt(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    with open_folder(tmp_path) as source:
        (envelope,) = source.describe(source.folders[0], [1])
    assert (envelope.internal, envelope.internal_raw) == (None, "")
