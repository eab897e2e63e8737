"""Hides the machine's files from a reading process, by Landlock (Linux 5.13 or newer).

A reader may open what it is made of, the programs and libraries, and nothing else: neither other
candidates' mail nor the configuration nor a secret.
"""

import ctypes
import os
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every architecture
_EVERYTHING = (1 << 13) - 1  # all that the first version of Landlock knows: reading, writing, ...
_EXECUTE_AND_READ = 0b1101  # execute, read a file, list a folder
_READ_A_FILE = 0b0100
_BENEATH_A_PATH = 1
_NO_NEW_PRIVILEGES = 38

_libc = ctypes.CDLL(None, use_errno=True)


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def ruleset() -> int | None:
    """What stays open to be read, as a file descriptor; None where the kernel has no Landlock."""
    handled = ctypes.c_uint64(_EVERYTHING)
    rules = _libc.syscall(_CREATE, ctypes.byref(handled), ctypes.sizeof(handled), 0)
    if rules < 0:
        return None
    for path in _needed():
        with suppress(OSError):  # what is not there needs no permission
            _allow(rules, path)
    return int(rules)


def hide(rules: int) -> None:
    """Hide all else from this process and all it starts, for good.

    Raises:
        OSError: the kernel refuses; the process must not go on.
    """
    _libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if _libc.syscall(_RESTRICT, rules, 0) != 0:
        raise OSError(ctypes.get_errno(), "files cannot be hidden")


def _needed() -> set[Path]:
    """The interpreter, its libraries, ourselves, and the programs that read pictures."""
    ours = Path(__file__).resolve().parents[1]
    python = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    made_of = {Path(path).resolve() for path in python}
    system = {Path(path) for path in ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache")}
    devices = {Path("/dev") / name for name in ("null", "zero", "urandom")}
    return {ours, Path(sys.base_prefix) / "lib"} | made_of | system | devices


def _allow(rules: int, path: Path) -> None:
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        allowed = _EXECUTE_AND_READ if path.is_dir() else _READ_A_FILE
        rule = _Beneath(allowed, opened)
        _libc.syscall(_ADD, rules, _BENEATH_A_PATH, ctypes.byref(rule), 0)
    finally:
        os.close(opened)
