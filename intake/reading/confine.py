"""What a reading process gives up: memory, time, files, the network, other processes.

[only importer of pyseccomp]  Linux only; where the kernel refuses a measure it is missing, and
`weaknesses` names it in plain words, so that `intake check` can show it.
"""

import ctypes
import os
import resource
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_NEW_NETWORK, _NEW_USER, _CLONE_THREAD = 0x40000000, 0x10000000, 0x00010000
_SET_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES, _SET_DUMPABLE = 1, 38, 4
_NOT_PERMITTED, _NOT_IMPLEMENTED = 1, 38

_NETWORK = (
    "socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg recvfrom recvmsg"
)
_FILES = (
    "creat openat2 truncate ftruncate rename renameat renameat2 unlink unlinkat link linkat symlink"
    " symlinkat mkdir mkdirat rmdir mknod mknodat chmod fchmod fchmodat chown fchown lchown"
    " fchownat utime utimes utimensat futimesat setxattr lsetxattr fsetxattr removexattr"
    " lremovexattr fremovexattr mount umount2 pivot_root chroot memfd_create"
)
_SYSTEM = (
    "ptrace process_vm_readv process_vm_writev unshare setns bpf perf_event_open keyctl add_key"
    " request_key init_module finit_module delete_module kexec_load reboot swapon swapoff"
    " io_uring_setup userfaultfd setuid setgid setreuid setregid setresuid setresgid setgroups"
    " capset quotactl acct settimeofday clock_settime sethostname setdomainname"
)
_PROCESSES = "execve execveat fork vfork kill tkill setpgid setsid prlimit64 pidfd_send_signal"

_libc = ctypes.CDLL(None, use_errno=True)


def _prctl(option: int, value: int) -> None:
    _libc.prctl(option, value, 0, 0, 0)


@dataclass(frozen=True)
class Confinement:
    """What of the measures this machine allows.

    Attributes:
        system_calls: the kernel refuses forbidden calls (seccomp).
        network: the processes stand in a network of their own, without any interface.
        files: the machine's files are hidden from them (Landlock).
    """

    system_calls: bool
    network: bool
    files: bool

    @property
    def weaknesses(self) -> tuple[str, ...]:
        """What is missing, each in a sentence for the person who runs the machine."""
        missing = []
        if not self.system_calls:
            missing.append(
                "Files from mail are read without a filter on system calls: install libseccomp2"
                " and allow seccomp in this container."
            )
        if not self.network and not self.system_calls:
            missing.append("Files from mail are read in processes that could use the network.")
        if not self.files:
            missing.append(
                "Files from mail are read in processes that could read other files: use Linux 5.13"
                " or newer, and allow Landlock in this container."
            )
        return tuple(missing)


def leave_network() -> bool:
    """Move this process into a network without interfaces; False where it is not allowed."""
    if _libc.unshare(_NEW_NETWORK) == 0:
        return True
    # Without privileges a user namespace may grant it; the user stays the same outside.
    return bool(_libc.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def filters_available() -> bool:
    """Whether system calls can be filtered here: tried in a child, where it cannot be undone."""
    child = os.fork()
    if child == 0:
        worked = False
        with suppress(Exception):  # whatever goes wrong, the answer is that it does not work
            load(build(_NETWORK))
            worked = _is_denied()
        os._exit(0 if worked else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _is_denied() -> bool:
    """Whether a socket can no longer be had."""
    return bool(_libc.socket(1, 1, 0) == -1)


def build(*calls: str, writing: bool = False, threads_only: bool = False) -> Any:  # noqa: ANN401
    """A filter that refuses these system calls; by itself also any opening for writing.

    Args:
        calls: names of system calls, separated by spaces.
        writing: opening files for writing stays allowed.
        threads_only: a clone must be a thread, no process.
    """
    import pyseccomp  # here, so that its absence is a weakness and not the end

    refuse = pyseccomp.ERRNO(_NOT_PERMITTED)
    built = pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW)
    for name in " ".join(calls).split():
        with suppress(ValueError, OSError):  # a call that this architecture does not have
            built.add_rule(refuse, name)
    for name, at in () if writing else (("open", 1), ("openat", 2)):
        for bit in (os.O_WRONLY, os.O_RDWR, os.O_CREAT):
            with suppress(ValueError, OSError):
                built.add_rule(refuse, name, pyseccomp.Arg(at, pyseccomp.MASKED_EQ, bit, bit))
    if threads_only:
        built.add_rule(pyseccomp.ERRNO(_NOT_IMPLEMENTED), "clone3")
        flags = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, 0)
        built.add_rule(refuse, "clone", flags)
    return built


@dataclass(frozen=True)
class Filters:
    """The filters, built once: for the process of a delivery, of a document, of recognition."""

    delivery: Any
    document: Any
    recognition: Any


def build_filters() -> Filters:
    """The three filters.

    The delivery's process starts those of its documents and may end them. That of a document may
    start nothing. That of recognition starts one program, tesseract.
    """
    everywhere = (_NETWORK, _FILES, _SYSTEM)
    return Filters(
        delivery=build(*everywhere, "setpgid setsid"),  # none may leave the group that is ended
        document=build(_PROCESSES, threads_only=True),
        recognition=build("ptrace"),
    )


def load(built: Any) -> None:  # noqa: ANN401 - the library has no types
    """Put a filter in force for this process and all it starts, for good."""
    _prctl(_SET_NO_NEW_PRIVILEGES, 1)
    built.load()


def die_with_parent() -> None:
    """Have the kernel end this process when the one that started it ends."""
    _prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)


def limit(memory: int, cpu: int, open_files: int) -> None:
    """Bound this process.

    Args:
        memory: octets of address space, what it has now counted in.
        cpu: seconds of processor time; one more and it is killed.
        open_files: how many files it may hold open. It may write to none, and dumps no core.
    """
    for what, value in (
        (resource.RLIMIT_AS, (memory, memory)),
        (resource.RLIMIT_CPU, (cpu, cpu + 1)),
        (resource.RLIMIT_FSIZE, (0, 0)),
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_NOFILE, (open_files, open_files)),
    ):
        resource.setrlimit(what, _within(value, resource.getrlimit(what)[1]))


def _within(wanted: tuple[int, int], allowed: int) -> tuple[int, int]:
    """The wanted limits, none above what is still allowed."""
    if allowed == resource.RLIM_INFINITY:
        return wanted
    return min(wanted[0], allowed), min(wanted[1], allowed)


class AddressSpace:
    """How many octets of it this process has; asked before its files are hidden, and after."""

    def __init__(self) -> None:
        self._statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)

    def __call__(self) -> int:
        """What it has now."""
        return int(os.pread(self._statm, 80, 0).split()[0]) * resource.getpagesize()


def close_all_but(kept: Sequence[int]) -> None:
    """Close every inherited file but these and the standard ones."""
    at = 3
    for descriptor in sorted({one for one in kept if one >= 3}):
        os.closerange(at, descriptor)
        at = descriptor + 1
    os.closerange(at, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
