"""Becomes another program, one that cannot outlive the process that started it.

Run as a script in a bare interpreter: child.py PARENT_PID SIGNAL IDENTITY [--probe] PROGRAM ARG…

A script and not `preexec_fn`, because code between fork and exec is not safe in a process with
threads. The order matters: Linux forgets the parent-death signal when a process changes its user,
so the signal is set last, just before exec, and only then is looked whether the parent lives still.

IDENTITY is "same", "userns" (root outside, an ordinary user in a namespace of its own, so that
PostgreSQL agrees to run while every file keeps its owner) or "UID:GID". With --probe the
arguments are paths: exit status 0 says that this identity can read or enter each of them.
"""

import ctypes
import os
import sys
from pathlib import Path

CLONE_NEWUSER = 0x10000000
PR_SET_PDEATHSIG = 1
CANNOT = 126
NOBODY = 65534


def enter_namespace(libc: ctypes.CDLL) -> None:
    uid, gid = os.geteuid(), os.getegid()
    if libc.unshare(CLONE_NEWUSER) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), "unshare")
    # The kernel only lets a process map its own group after it gave up setgroups.
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} {gid} 1")


def become(identity: str, libc: ctypes.CDLL) -> None:
    if identity == "userns":
        enter_namespace(libc)
    elif identity != "same":
        uid, gid = (int(part) for part in identity.split(":"))
        os.setgroups([])
        os.setresgid(gid, gid, gid)
        os.setresuid(uid, uid, uid)


def die_with_parent(libc: ctypes.CDLL, parent: int, signal_number: int) -> None:
    if sys.platform != "linux":
        return
    if libc.prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), "prctl")
    if os.getppid() != parent:
        sys.exit(CANNOT)


def main(arguments: list[str]) -> int:
    parent, signal_number, identity, *rest = arguments
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        become(identity, libc)
        if rest[0] == "--probe":
            readable = all(os.access(path, os.R_OK | os.X_OK) for path in rest[1:])
            return 0 if readable else CANNOT
        die_with_parent(libc, int(parent), int(signal_number))
        os.execv(rest[0], rest)  # noqa: S606 - becoming another program is the point
    except OSError as error:
        sys.stderr.write(f"{rest[0]}: {error}\n")
    return CANNOT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
