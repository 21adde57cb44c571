"""Confinement of a process by the kernel alone: no privileges, no namespaces needed.

Two tiers of seccomp filters. The long one is installed once, in the server, and costs a fork nothing; the short one
stands on top of it in each candidate and denies what the server's own processes need (fork, signals to others).
The cost of installing a filter grows with its length, so the short one is kept short.
"""
import ctypes
import errno
import os
import struct

_libc = ctypes.CDLL(None, use_errno=True)
_fork = ctypes.PyDLL(None).fork

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 1, 4, 36, 38
_SIGKILL = 9

# Numbers of system calls: (x86_64, aarch64); -1 where an architecture does not have the call.
_DENIED = {
    "acct": (163, 89), "add_key": (248, 217), "adjtimex": (159, 171), "bpf": (321, 280), "capset": (126, 91),
    "chmod": (90, -1), "chown": (92, -1), "chroot": (161, 51), "clock_adjtime": (305, 266), "clock_settime": (227, 112),
    "create_module": (174, -1), "delete_module": (176, 106), "execve": (59, 221), "execveat": (322, 281),
    "fanotify_init": (300, 262), "fanotify_mark": (301, 263), "fchmod": (91, 52), "fchmodat": (268, 53),
    "fchmodat2": (452, 452), "fchown": (93, 55), "fchownat": (260, 54), "finit_module": (313, 273),
    "fremovexattr": (199, 16), "fsconfig": (431, 431), "fsetxattr": (190, 7), "fsmount": (432, 432),
    "fsopen": (430, 430), "fspick": (433, 433), "init_module": (175, 105), "inotify_init": (253, -1),
    "inotify_init1": (294, 26), "io_setup": (206, 0), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425), "ioperm": (173, -1), "iopl": (172, -1), "ioprio_set": (251, 30), "kcmp": (312, 272),
    "kexec_file_load": (320, 294), "kexec_load": (246, 104), "keyctl": (250, 219), "lchown": (94, -1), "link": (86, -1),
    "linkat": (265, 37), "lookup_dcookie": (212, 18), "lremovexattr": (198, 15), "lsetxattr": (189, 6),
    "mbind": (237, 235), "memfd_create": (319, 279), "memfd_secret": (447, 447), "migrate_pages": (256, 238),
    "mknod": (133, -1), "mknodat": (259, 33), "mlockall": (151, 230), "modify_ldt": (154, -1), "mount": (165, 40),
    "mount_setattr": (442, 442), "move_mount": (429, 429), "move_pages": (279, 239), "mq_open": (240, 180),
    "mq_unlink": (241, 181), "msgget": (68, 186), "name_to_handle_at": (303, 264), "nfsservctl": (180, 42),
    "open_by_handle_at": (304, 265), "open_tree": (428, 428), "perf_event_open": (298, 241), "personality": (135, 92),
    "pidfd_getfd": (438, 438), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424), "pivot_root": (155, 41),
    "process_madvise": (440, 440), "process_mrelease": (448, 448), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "ptrace": (101, 117), "quotactl": (179, 60), "quotactl_fd": (443, 443),
    "reboot": (169, 142), "removexattr": (197, 14), "request_key": (249, 218), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "sched_setaffinity": (203, 122), "sched_setattr": (314, 274),
    "sched_setparam": (142, 118), "sched_setscheduler": (144, 119), "semget": (64, 190), "set_mempolicy": (238, 237),
    "setdomainname": (171, 162), "setfsgid": (123, 152), "setfsuid": (122, 151), "setgid": (106, 144),
    "setgroups": (116, 159), "sethostname": (170, 161), "setns": (308, 268), "setpriority": (141, 140),
    "setregid": (114, 143), "setresgid": (119, 149), "setresuid": (117, 147), "setreuid": (113, 145),
    "settimeofday": (164, 170), "setuid": (105, 146), "setxattr": (188, 5), "shmget": (29, 194),
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "listen": (50, 201),
    "accept": (43, 202), "accept4": (288, 242), "sendto": (44, 206), "sendmsg": (46, 211), "sendmmsg": (307, 269),
    "recvmsg": (47, 212), "swapoff": (168, 225), "swapon": (167, 224), "symlink": (88, -1), "symlinkat": (266, 36),
    "syslog": (103, 116), "tkill": (200, 130), "umount2": (166, 39), "unshare": (272, 97), "uselib": (134, -1),
    "userfaultfd": (323, 282), "ustat": (136, -1), "vhangup": (153, 58), "vmsplice": (278, 75),
}
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_SECCOMP = (317, 277)
_CLONE, _CLONE3, _FORK, _VFORK = (56, 220), 435, (57, -1), (58, -1)
_KILL, _TGKILL = (62, 129), (234, 131)
_SETRLIMIT, _PRLIMIT64, _SETSID, _SETPGID, _PRCTL = (160, 164), (302, 261), (112, 157), (109, 154), (157, 167)
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446  # the same on every architecture
_CAPSET = (126, 91)

_CLONE_THREAD = 0x00010000
_CLONE_NAMESPACES = 0x7E020000  # NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_X32_BIT = 0x40000000

_LD, _JEQ, _JGE, _JSET, _RET = 0x20, 0x15, 0x35, 0x45, 0x06  # BPF: load a word, jumps, return
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_EPERM, _ENOSYS = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_NUMBER, _ARCH, _ARG0_LOW, _ARG2_LOW, _ARG2_HIGH = 0, 4, 16, 32, 36  # offsets in seccomp_data, little endian


class Unavailable(Exception):
    """The kernel or the architecture does not offer a part of the confinement."""


def _op(code, if_true, if_false, operand):
    return struct.pack("=HBBI", code, if_true, if_false, operand)


def _architecture():
    try:
        return _ARCHITECTURES[os.uname().machine]
    except KeyError:
        raise Unavailable("no table of system calls for " + os.uname().machine) from None


def _deny(number, verdict=_EPERM):
    return [_op(_JEQ, 0, 1, number), _op(_RET, 0, 0, verdict)]


def _deny_bits(number, offset, bits):
    """Denies the call when any of the bits stands in the word at the offset. The number is loaded again behind it."""
    return [_op(_JEQ, 0, 4, number), _op(_LD, 0, 0, offset), _op(_JSET, 0, 1, bits), _op(_RET, 0, 0, _EPERM),
            _op(_LD, 0, 0, _NUMBER)]


def _long_filter():
    column, audit = _architecture()
    program = [_op(_LD, 0, 0, _ARCH), _op(_JEQ, 1, 0, audit), _op(_RET, 0, 0, _KILL_PROCESS), _op(_LD, 0, 0, _NUMBER)]
    if column == 0:
        # The x32 calls have numbers of their own and would pass by every entry of the table.
        program += [_op(_JGE, 0, 1, _X32_BIT), _op(_RET, 0, 0, _KILL_PROCESS)]
    for numbers in _DENIED.values():
        if numbers[column] >= 0:
            program += _deny(numbers[column])
    # The flags of clone3 lie in memory where a filter cannot look; libc falls back to clone.
    program += _deny(_CLONE3, _ENOSYS)
    program += _deny_bits(_CLONE[column], _ARG0_LOW, _CLONE_NAMESPACES)
    program.append(_op(_RET, 0, 0, _ALLOW))
    return b"".join(program)


_PID_MARK = 0x5EC0DE01


def _short_filter():
    """The candidate's filter, with a mark where the candidate's process id belongs."""
    column, _ = _architecture()
    program = [_op(_LD, 0, 0, _NUMBER)]
    for number in (_FORK[column], _VFORK[column], _SETRLIMIT[column], _SETSID[column], _SETPGID[column]):
        if number >= 0:
            program += _deny(number)
    program += [_op(_JEQ, 0, 4, _CLONE[column]), _op(_LD, 0, 0, _ARG0_LOW), _op(_JSET, 1, 0, _CLONE_THREAD),
                _op(_RET, 0, 0, _EPERM), _op(_RET, 0, 0, _ALLOW)]
    for number in (_KILL[column], _TGKILL[column]):
        program += [_op(_JEQ, 0, 4, number), _op(_LD, 0, 0, _ARG0_LOW), _op(_JEQ, 1, 0, _PID_MARK),
                    _op(_RET, 0, 0, _EPERM), _op(_RET, 0, 0, _ALLOW)]
    # prlimit64 may read limits, never set them: the pointer to a new limit has to be null.
    program += [_op(_JEQ, 0, 6, _PRLIMIT64[column]), _op(_LD, 0, 0, _ARG2_LOW), _op(_JEQ, 0, 3, 0),
                _op(_LD, 0, 0, _ARG2_HIGH), _op(_JEQ, 0, 1, 0), _op(_RET, 0, 0, _ALLOW), _op(_RET, 0, 0, _EPERM)]
    # A candidate has to die with the process that started it.
    program += [_op(_JEQ, 0, 3, _PRCTL[column]), _op(_LD, 0, 0, _ARG0_LOW), _op(_JEQ, 0, 1, _PR_SET_PDEATHSIG),
                _op(_RET, 0, 0, _EPERM), _op(_RET, 0, 0, _ALLOW)]
    return b"".join(program)


class _SockFprog(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


class Filter:
    """A BPF program in memory, ready to be installed."""

    def __init__(self, program):
        self._buffer = ctypes.create_string_buffer(program, len(program))
        self._fprog = _SockFprog(len(program) // 8, ctypes.addressof(self._buffer))
        self._reference = ctypes.byref(self._fprog)
        mark = struct.pack("=I", _PID_MARK)
        self._marks = [at for at in range(0, len(program), 4) if program[at:at + 4] == mark]
        self._number = _SECCOMP[_architecture()[0]]

    def install(self, pid=0):
        """Puts the filter on this process, for good, with the process id where the program has its mark."""
        for at in self._marks:
            struct.pack_into("=I", self._buffer, at, pid)
        if _libc.syscall(self._number, 1, 0, self._reference) != 0:
            raise OSError(ctypes.get_errno(), "seccomp: " + os.strerror(ctypes.get_errno()))


def long_filter():
    return Filter(_long_filter())


def short_filter():
    return Filter(_short_filter())


def forbid_new_privileges():
    _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def hide_memory():
    """Other processes of this user may not look into this one any more; what it forks inherits that."""
    _libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def fork():
    """os.fork() without Python's hooks, which touch a hundred pages in each child; for a process of one thread.

    The hooks renew what other threads may have held and seed `random`, which the child does itself.
    """
    pid = _fork()
    if pid < 0:
        raise OSError(errno.EAGAIN, "fork")
    return pid


def adopt_orphans():
    _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent():
    _libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)


def drop_capabilities():
    """Gives up every capability: root without them may not trace, override permissions or raise limits."""
    header = struct.pack("=Ii", 0x20080522, 0)
    nothing = bytes(24)
    if _libc.syscall(_CAPSET[_architecture()[0]], header, nothing) != 0:
        raise OSError(ctypes.get_errno(), "capset: " + os.strerror(ctypes.get_errno()))


# Landlock's rights on files, by bit.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_HANDLED = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_LOOK = _EXECUTE | _READ_FILE | _READ_DIR
_WORK = (_WRITE_FILE | _READ_FILE | _READ_DIR | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER
         | _TRUNCATE)
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


def landlock_version():
    """The version of the kernel's Landlock interface, 0 when there is none."""
    return max(0, _libc.syscall(_LANDLOCK_CREATE, None, 0, 1))


def _allow(ruleset, path, rights):
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no rule
    try:
        if not os.path.isdir(path):
            rights &= _ON_FILES
        rule = struct.pack("=Qi", rights, handle)
        if _libc.syscall(_LANDLOCK_ADD, ruleset, 1, rule, 0) != 0:
            raise OSError(ctypes.get_errno(), "landlock: %s: %s" % (path, os.strerror(ctypes.get_errno())))
    finally:
        os.close(handle)


def landlock(readable, writable):
    """Shuts the file system but for these paths; the network and signals to others too where the kernel knows how."""
    version = landlock_version()
    if version == 0:
        return 0
    handled = _HANDLED.get(version, (1 << 16) - 1)
    attributes = struct.pack("=Q", handled)
    if version >= 4:
        attributes += struct.pack("=Q", 3)  # TCP: bind and connect
    if version >= 6:
        attributes += struct.pack("=Q", 3)  # abstract sockets, signals
    ruleset = _libc.syscall(_LANDLOCK_CREATE, attributes, len(attributes), 0)
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock: " + os.strerror(ctypes.get_errno()))
    try:
        for path in readable:
            _allow(ruleset, path, _LOOK & handled)
        for path in _DEVICES:
            _allow(ruleset, path, (_READ_FILE | _WRITE_FILE) & handled)
        _allow(ruleset, writable, _WORK & handled)
        if _libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0) != 0:
            raise OSError(ctypes.get_errno(), "landlock: " + os.strerror(ctypes.get_errno()))
    finally:
        os.close(ruleset)
    return version
