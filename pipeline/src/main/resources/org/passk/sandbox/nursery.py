"""The process that forks candidates, watches over them and buries them.

It is forked before the first test arrives, so that no candidate finds tests or expected values in the memory that it
inherits. It knows commands and figures only: programs and values go directly between checker and candidate.
"""
import _signal
import fcntl
import gc
import os
import random
import resource
import select
import signal
import stat
import sys
import time

import candidate
import confine
import wire

_TICK_MILLIS = 50
_FILES_BYTES, _FILES_COUNT = 64 << 20, 1000
_FILE_BYTES = 16 << 20
_STACK = 64 << 20
_BYTES_HEAD = sys.getsizeof(b"")
# Pools of CPython's allocator. Where there are none such, nothing is found and nothing kept.
_POOL_MASK, _POOL_HEAD = ((1 << 14) if sys.version_info >= (3, 10) else (1 << 12)) - 1, 48
_HOLES = 2000  # of one size at most
_SOURCE, _SINK = 3, 4  # the candidate's ends of its channel
_MARK = 5  # where it says that it is confined; it closes this before foreign code runs


class Pipes:
    """What all processes share. Made once by the server, each process closes what it has no use for.

    One candidate runs at a time, so one channel serves them all.
    """

    def __init__(self):
        self.to_candidate = os.pipe()
        self.from_candidate = os.pipe()
        self.commands = os.pipe()
        self.notices = os.pipe()
        # Memory files: as standard input and output they behave like files and are bounded by RLIMIT_FSIZE.
        self.input = os.memfd_create("input")
        self.output = os.memfd_create("output")
        self.null = os.open(os.devnull, os.O_RDWR)
        try:
            self.input_reader = os.open("/proc/self/fd/%d" % self.input, os.O_RDONLY)
        except OSError:
            self.input_reader = os.dup(self.input)


class Nursery:
    def __init__(self, pipes, work, baseline, confined):
        self._work = work
        self._token = 0
        self._baseline = baseline
        self._filter = confine.short_filter() if confined else None
        random.seed(0)  # for every candidate: nothing in here draws from it
        self._keep(pipes)
        self._mark = self._marking()
        self._limits()
        self._resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        candidate.rehearse()
        self._filled = _fill_holes()
        self._wake, wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._poll = select.poll()
        self._poll.register(self._commands, select.POLLIN)
        self._poll.register(self._wake, select.POLLIN)

    def _keep(self, pipes):
        """Moves the channel to the numbers that candidates know and closes everything else."""
        high = [fcntl.fcntl(handle, fcntl.F_DUPFD, 40) for handle in (
            pipes.to_candidate[0], pipes.from_candidate[1], pipes.commands[0], pipes.notices[1], pipes.input_reader,
            pipes.output, pipes.null)]
        os.closerange(3, 40)
        os.dup2(high[0], _SOURCE)
        os.dup2(high[1], _SINK)
        os.close(high[0])
        os.close(high[1])
        self._commands, self._notices, self._input, self._output, self._null = high[2:]

    def _marking(self):
        """The end from which to learn whether a candidate has started."""
        reader, writer = os.pipe2(os.O_NONBLOCK)
        high = fcntl.fcntl(reader, fcntl.F_DUPFD, 40)
        os.close(reader)
        if writer != _MARK:
            os.dup2(writer, _MARK)
            os.close(writer)
        return high

    def _has_started(self):
        try:
            return bool(os.read(self._mark, 8))
        except BlockingIOError:
            return False

    def _limits(self):
        """The limits that are the same for every candidate; they are inherited."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
        stack = _STACK if hard == resource.RLIM_INFINITY else min(hard, _STACK)
        resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))

    def serve(self):
        """Obeys commands until nobody is left to give them."""
        while True:
            command = wire.read_exactly(self._commands, wire.COMMAND.size)
            if len(command) < wire.COMMAND.size:
                return
            operation, cpu, wall, memory, output, given, token = wire.COMMAND.unpack(command)
            if operation == wire.SPAWN:
                self._spawn(cpu, wall, memory, output, given)
            elif operation == wire.SYNC:
                self._notice(wire.IDLE, token=token)
            # A kill that arrives here comes too late: the candidate is gone already.

    def _notice(self, operation, cause=0, status=0, cpu=0.0, wall=0.0, memory=0, output=0, started=False, token=0):
        wire.write_all(self._notices, wire.NOTICE.pack(operation, cause, status, cpu, wall, memory, output, started, token))

    def _spawn(self, cpu, wall, memory, output, given):
        self._reset()
        if not self._has_room():
            self._notice(wire.ENDED, wire.DISK)
            return
        started = time.monotonic()
        pid = confine.fork()
        if pid == 0:
            self._become_candidate(cpu, memory, output, given)
        cause, status, usage = self._watch(pid, cpu, started + wall, output)
        elapsed = time.monotonic() - started
        self._bury_others()
        cause = self._clean() or cause
        written = os.fstat(self._output).st_size
        if cause == wire.NO_CAUSE and written > output:
            cause = wire.OUTPUT
        self._notice(wire.ENDED, cause, status, usage.ru_utime + usage.ru_stime, elapsed,
                     max(0, (usage.ru_maxrss << 10) - self._resident), written, self._has_started())
        if self._token:
            self._notice(wire.IDLE, token=self._token)
            self._token = 0

    def _has_room(self):
        """Whether a program that may fill its share of the disk could: that it cannot would not be its fault."""
        disk = os.statvfs(self._work)
        return disk.f_bavail * disk.f_frsize >= _FILES_BYTES and (disk.f_files == 0 or disk.f_favail >= _FILES_COUNT)

    def _reset(self):
        """Undoes what the last candidate may have done to what it shared with us."""
        fcntl.fcntl(_SINK, fcntl.F_SETFL, 0)
        fcntl.fcntl(_SOURCE, fcntl.F_SETFL, 0)
        os.ftruncate(self._output, 0)
        os.lseek(self._output, 0, os.SEEK_SET)
        os.lseek(self._input, 0, os.SEEK_SET)

    def _become_candidate(self, cpu, memory, output, given):
        try:
            pid = os.getpid()
            # What the module `signal` wraps around these touches thirty pages.
            _signal.set_wakeup_fd(-1)
            _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
            # The nursery measures more finely; this is the net below it.
            seconds = int(cpu * 1.5) + 2
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            space = self._baseline + memory
            resource.setrlimit(resource.RLIMIT_AS, (space, space))
            longest = max(_FILE_BYTES, output + 1)
            resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest))
            os.dup2(self._input if given else self._null, 0)
            os.dup2(self._output, 1)
            os.dup2(self._null, 2)
            os.closerange(_MARK + 1, 64)
            os.setpgid(0, 0)
            confine.die_with_parent()
            gc.enable()
            if self._filter:
                self._filter.install(pid)
            os.write(_MARK, b"!")
            os.close(_MARK)
            candidate.run(wire.Link(_SOURCE, _SINK))
        except BaseException as e:  # nothing may return into the nursery's loop
            try:
                sys.stderr.write("candidate: %s: %s\n" % (type(e).__name__, e))
                sys.stderr.flush()
            except BaseException:
                pass
        finally:
            os._exit(0)

    def _watch(self, pid, cpu, deadline, output):
        """Waits for the candidate's end and brings it about when it is due."""
        # The CPU clock of another process, to the nanosecond; interval timers count ticks and are wrong by a tenth.
        clock = (~pid << 3) | 2
        cause, patience = wire.NO_CAUSE, min(_TICK_MILLIS, cpu * 1000)
        while True:
            ready = self._poll.poll(patience)
            for handle, _ in ready:
                if handle == self._wake:
                    os.read(self._wake, 64)
                    ended, status, usage = os.wait4(pid, os.WNOHANG)
                    if ended:
                        return cause, status, usage
                else:
                    self._obey(pid)
            if ready or cause != wire.NO_CAUSE:
                continue
            left = cpu - time.clock_gettime(clock)
            patience = min(_TICK_MILLIS, max(1, left * 1000))
            if left <= 0:
                cause = wire.CPU
            elif time.monotonic() > deadline:
                cause = wire.WALL
            else:
                cause = self._excess(output)
            if cause != wire.NO_CAUSE:
                os.kill(pid, signal.SIGKILL)

    def _obey(self, pid):
        command = wire.read_exactly(self._commands, wire.COMMAND.size)
        os.kill(pid, signal.SIGKILL)  # a kill, a sync, or the end of everything
        if not command:
            self._bury_others()
            os._exit(0)
        if wire.COMMAND.unpack(command)[0] == wire.SYNC:
            self._token = wire.COMMAND.unpack(command)[-1]

    def _bury_others(self):
        """Ends whatever the candidate has left running: nothing, where the filter forbids to fork."""
        while True:
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    for pid in _children():
                        os.kill(pid, signal.SIGKILL)
                    time.sleep(0.001)
            except ChildProcessError:
                return
            except ProcessLookupError:
                continue

    def _excess(self, output):
        if os.fstat(self._output).st_size > output:
            return wire.OUTPUT
        return self._measure()

    def _measure(self):
        """FILES if the working directory holds too much."""
        count, size, folders = 0, 0, [self._work]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        count += 1
                        found = entry.stat(follow_symlinks=False)
                        size += found.st_size
                        if count > _FILES_COUNT or size > _FILES_BYTES:
                            return wire.FILES
                        if stat.S_ISDIR(found.st_mode):
                            folders.append(entry.path)
            except OSError:
                continue  # it went away, or the candidate has made it unreadable: then there is nothing in it
        return wire.NO_CAUSE

    def _clean(self):
        """Empties the working directory and says whether it held too much."""
        if not os.listdir(self._work):
            return wire.NO_CAUSE
        cause = self._measure()
        # Sub-directories are moved up before they are emptied: no depth of nesting is a problem then.
        moved = 0
        while True:
            names = os.listdir(self._work)
            if not names:
                return cause
            for name in names:
                path = os.path.join(self._work, name)
                if not stat.S_ISDIR(os.lstat(path).st_mode):
                    os.unlink(path)
                    continue
                try:
                    inner = os.listdir(path)
                except PermissionError:
                    inner = []
                for below in inner:
                    moved += 1
                    os.rename(os.path.join(path, below), os.path.join(self._work, ".passk-%d" % moved))
                os.rmdir(path)


def _fill_holes():
    """Objects in the free places between others: what candidates allocate then lies together, on fewer pages to copy."""
    kept = []
    for size in range(512, 32, -16):
        blocks = []
        while len(blocks) < _HOLES:
            block = bytes(size - _BYTES_HEAD)
            if id(block) & _POOL_MASK == _POOL_HEAD:
                # The first of an empty pool, which is empty again now: no other had a place left.
                kept += blocks
                break
            blocks.append(block)
    return kept


def _children():
    """The processes whose parent is this one."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name) as lines:
                    if int(lines.read().rsplit(")", 1)[1].split()[1]) == os.getpid():
                        found.append(int(name))
            except (OSError, IndexError):
                continue
    return found
