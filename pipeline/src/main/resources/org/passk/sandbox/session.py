"""The checker's side of one candidate's life."""
import _signal
import builtins
import errno
import hashlib
import math
import os
import pickle
import select
import signal
import time

import codec
import wire

_DETAIL = 400
WALL_FACTOR = 4.0  # what the clock may show for a second of CPU time, on a busy machine
_TRIES = 16  # reads before the checker sleeps


class Verdict(Exception):
    """Ends a candidate's run with this verdict. Tests cannot swallow it for good: the session remembers that it ended."""

    def __init__(self, outcome, rule, detail=""):
        super().__init__(outcome, rule)
        self.outcome = outcome
        self.rule = rule
        self.detail = detail[:_DETAIL]


class Ended(BaseException):
    """The candidate cannot answer any more. No `except Exception` of a test catches it."""


class TestsEndless(BaseException):
    """The tests themselves have used up their CPU time on what the candidate returned."""


class Long:
    """What is kept of a value whose encoding is longer than codec.LIMIT."""

    def __init__(self, size, digest):
        self.size = size
        self.digest = digest

    def __eq__(self, other):
        return type(other) is Long and (self.size, self.digest) == (other.size, other.digest)

    __hash__ = None


class Usage:
    """What the candidates of one request have used."""

    def __init__(self):
        self.cpu = 0.0
        self.wall = 0.0
        self.memory = 0


class Limits:
    def __init__(self, cpu, wall, memory, output):
        self.cpu = cpu
        self.wall = wall
        self.memory = memory
        self.output = output

    def within(self, usage):
        """These limits with what is left of the wall time."""
        return Limits(self.cpu, max(0.001, self.wall - usage.wall), self.memory, self.output)


class Ends:
    """The checker's ends of what all processes share."""

    def __init__(self, pipes):
        self.to_candidate = pipes.to_candidate[1]
        self.unread = pipes.to_candidate[0]
        self.from_candidate = pipes.from_candidate[0]
        self.commands = pipes.commands[1]
        self.notices = pipes.notices[0]
        self.input = pipes.input
        self.output = pipes.output

    def handles(self):
        return [self.to_candidate, self.unread, self.from_candidate, self.commands, self.notices, self.input, self.output]

    def prepare(self):
        for handle in (self.to_candidate, self.from_candidate):
            os.set_blocking(handle, False)
        self.reading = select.poll()
        self.reading.register(self.from_candidate, select.POLLIN)
        self.reading.register(self.notices, select.POLLIN)
        self.leftover = select.poll()
        self.leftover.register(self.unread, select.POLLIN)
        self.writing = select.poll()
        self.writing.register(self.to_candidate, select.POLLOUT)
        self.writing.register(self.notices, select.POLLIN)


class Session:
    """One candidate: started with the constructor, ended with close()."""

    def __init__(self, ends, limits, usage, order, given=False, remotes=None, patience=None, ahead=()):
        self._ends = ends
        self._patience = None if patience is None else int(patience * 1000) + 1
        self._limits = limits
        self._usage = usage
        self._remotes = remotes
        self._buffer = bytearray()
        self._notice = None
        self._heard = False
        self._loaded = False
        self._ahead = ahead  # requests that are sent before the tests make them
        self.taken = 0  # of those
        self._answered = 0  # of the taken ones
        self.strayed = False  # whether the tests have made another request than the foreseen one
        self.trouble = None
        self.raised = []
        self._drain()
        wire.write_all(ends.commands, wire.COMMAND.pack(
            wire.SPAWN, limits.cpu, limits.wall, limits.memory, limits.output, given, 0))
        order = pickle.dumps(order, 4)
        self._write(b"".join([wire.head(wire.ORDER, len(order)), order]
                             + [part for kind, payload in ahead for part in (wire.head(kind, len(payload)), payload)]))

    def _drain(self):
        """Takes whatever a former candidate has left in the channel, unread or unanswered."""
        while self._ends.leftover.poll(0):
            os.read(self._ends.unread, 1 << 16)
        try:
            while os.read(self._ends.from_candidate, 1 << 16):
                pass
        except BlockingIOError:
            pass

    def _send(self, kind, payload):
        self._write(wire.head(kind, len(payload)) + payload)

    def _write(self, data):
        view = memoryview(data)
        while view and self._notice is None:
            try:
                view = view[os.write(self._ends.to_candidate, view):]
            except BlockingIOError:
                for handle, _ in self._ends.writing.poll():
                    if handle == self._ends.notices:
                        self._take_notice()

    def _take_notice(self):
        data = wire.read_exactly(self._ends.notices, wire.NOTICE.size)
        if len(data) < wire.NOTICE.size:
            raise Verdict("FAULT", "harness", "the nursery has died")
        self._notice = wire.NOTICE.unpack(data)
        self._usage.cpu += self._notice[3]
        self._usage.wall += self._notice[4]
        self._usage.memory = max(self._usage.memory, self._notice[5])
        if self._notice[1] == wire.DISK:
            raise Verdict("FAULT", "disk", "the file system of the working directory is full")

    def _fill(self):
        """Reads what is there, waiting for it; what a candidate has sent before its death is still taken."""
        # A process starts first, and that takes long.
        tries = _TRIES if self._heard else 0
        while True:
            try:
                self._buffer += os.read(self._ends.from_candidate, 1 << 20)
                self._heard = True
                return
            except BlockingIOError:
                pass
            if self._notice is not None:
                raise self._end()
            if tries:
                # Most answers are a few microseconds away: to sleep and to be woken costs more than to yield.
                tries -= 1
                os.sched_yield()
                continue
            ready = self._ends.reading.poll(self._patience)
            if not ready:
                raise self._fail(Verdict("TIMEOUT", "wall", "%.1f s without an answer" % (self._patience / 1000)))
            for handle, _ in ready:
                if handle == self._ends.notices:
                    self._take_notice()

    def _frame(self):
        buffer = self._buffer
        while len(buffer) < wire.HEAD_SIZE:
            self._fill()
        kind, size = wire.unhead(buffer)
        if size > codec.LIMIT + (4 << 20):
            raise self._fail(Verdict("FAILED", "not-plain-data", "a frame of %d bytes" % size))
        end = wire.HEAD_SIZE + size
        while len(buffer) < end:
            self._fill()
        payload = bytes(memoryview(buffer)[wire.HEAD_SIZE:end])
        del buffer[:end]
        return kind, payload

    def receive(self):
        """The next frame that says something about the program."""
        while True:
            kind, payload = self._frame()
            if kind == wire.READY and not self._loaded:
                self._loaded = True
                return kind, payload
            elif kind == wire.DEAD:
                raise self._fail(self._dead(payload))
            else:
                return kind, payload

    def beyond(self):
        """Whether the candidate may have gone on to a call that the tests have not made."""
        return self._answered == self.taken < len(self._ahead)

    def loaded(self):
        """Notes that the program has run to its end by other evidence than its frame."""
        self._loaded = True

    def await_loaded(self):
        """Returns when the program has run to its end."""
        while not self._loaded:
            self.receive()

    def _dead(self, payload):
        rule, text = self._plain(payload, 2)
        if rule == "memory":
            return Verdict("RESOURCE", "memory", text)
        return Verdict("FAILED", rule if rule in ("syntax", "exit") else "exception", text)

    def _plain(self, payload, count):
        """A tuple of texts from a candidate's frame."""
        try:
            value = codec.decode(b"V", payload)
        except codec.NotPlainData as e:
            raise self._fail(Verdict("FAILED", "not-plain-data", str(e))) from None
        if type(value) is not tuple or len(value) != count or any(type(text) is not str for text in value):
            raise self._fail(Verdict("FAILED", "not-plain-data", "a broken frame"))
        return value

    def _fail(self, verdict):
        """Notes why this candidate has failed and gives the exception that leaves the tests."""
        if self.trouble is None:
            self.trouble = verdict
        return Ended()

    def _end(self):
        """Why the candidate has gone by itself."""
        status = self._notice[2]
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            return self._fail(Verdict("FAILED", "signal-%d" % number, signal.strsignal(number) or ""))
        if not self._notice[7]:
            return self._fail(Verdict("FAULT", "harness", "the candidate's process did not start"))
        return self._fail(Verdict("FAILED", "exit", "the program has left with code %d" % os.WEXITSTATUS(status)))

    def request(self, operation, target, positional=(), named=None):
        """Lets the candidate do something and gives the value, or raises what the candidate has raised."""
        if self.trouble is not None:
            raise Ended()
        remote = self._remotes.number if self._remotes is not None else None
        try:
            kind, payload = codec.encode((operation, target, positional, named or {}), remote)
        except codec.NotPlainData as e:
            raise self._fail(Verdict("FAILED", "not-plain-data", "an argument of a test: %s" % e)) from None
        if self.taken == len(self._ahead):
            self._send(kind, payload)
        elif self._ahead[self.taken] == (kind, payload):
            self.taken += 1
        else:
            self.strayed = True
            raise self._fail(Verdict("FAULT", "harness", "another call than the foreseen one"))
        return self.value(positional)

    def batch(self, target, calls, seconds=0.0, timed=False, presence=False):
        """Starts a series of calls; result() then gives one value after the other.

        `seconds` bounds each call, `timed` has its CPU time told, `presence` turns every value that is neither None
        nor a bool into 0.
        """
        self._send(wire.BATCH, pickle.dumps(((target, seconds, timed, presence),) + calls, 4))

    def value(self, positional=()):
        value = self.result(positional)[0]
        if type(value) is Long:
            raise self._fail(Verdict("RESOURCE", "output", "a value of %d bytes" % value.size))
        return value

    def result(self, positional=()):
        """The next value, and the CPU time that its call took if the candidate was told to measure it."""
        head, size, digest, spent = bytearray(), 0, None, 0.0
        while True:
            kind, payload = self.receive()
            if kind == wire.CHUNK:
                size += len(payload)
                digest = digest or hashlib.sha256()
                digest.update(payload)
                if size <= codec.LIMIT:
                    head += payload
                else:
                    head = bytearray()
            elif kind == wire.RESTART:
                head, size, digest = bytearray(), 0, None
            elif kind == wire.SPENT:
                spent = float(payload)
            elif kind == wire.CHANGED:
                self._apply(payload, positional)
            elif kind in (wire.PLAIN, wire.TREE):
                self._answered = self.taken
                size += len(payload)
                if size > codec.LIMIT:
                    digest = digest or hashlib.sha256()
                    digest.update(payload + kind)
                    return Long(size, digest.digest()), spent
                return self._decode(kind, bytes(head) + payload), spent
            elif kind != wire.READY:
                self._answered = self.taken
                raise self._other(kind, payload)

    def _decode(self, kind, payload):
        try:
            return codec.decode(kind, payload, self._remotes.remote if self._remotes is not None else None)
        except codec.NotPlainData as e:
            raise self._fail(Verdict("FAILED", "not-plain-data", str(e))) from None

    def _other(self, kind, payload):
        if kind == wire.RAISED:
            return self._exception(*self._plain(payload, 3))
        text = payload.decode("utf-8", "replace")
        if kind == wire.MISSING:
            return self._fail(Verdict("FAILED", "no-entry-point", "name '%s' is not defined" % text))
        return self._fail(Verdict("FAILED", "not-plain-data", text if kind == wire.NOT_PLAIN else "a broken frame"))

    def _exception(self, name, kind, text):
        """The candidate's exception as one of the same builtin class."""
        base = getattr(builtins, name, None)
        if not (isinstance(base, type) and issubclass(base, BaseException)):
            base = Exception
        try:
            error = base(text)
        except TypeError:  # those that want more than a text
            error = ValueError(text) if issubclass(base, ValueError) else Exception(text)
        self.raised.append((error, "%s: %s" % (kind, text)))
        return error

    def _apply(self, payload, positional):
        """Brings the arguments of a test into the state in which the call has left them."""
        request = self._decode(payload[:1], payload[1:])
        after = request[2] if type(request) is tuple and len(request) == 4 else ()
        if type(after) is not tuple or len(after) != len(positional):
            return
        for old, new in zip(positional, after):
            if type(old) is not type(new):
                continue
            if type(old) in (list, bytearray):
                old[:] = new
            elif type(old) in (dict, set):
                old.clear()
                old.update(new)

    def own(self, error):
        """The candidate's own words if this is an exception that it raised, else an empty text."""
        for known, text in self.raised:
            if known is error:
                return text
        return ""

    def close(self):
        """Ends the candidate and gives the verdict that its limits impose, if any."""
        if self._notice is None:
            wire.write_all(self._ends.commands, wire.COMMAND.pack(wire.KILL, 0, 0, 0, 0, 0, 0))
            while self._notice is None:
                self._take_notice()
        _, cause, status, cpu, _, _, written, _, _ = self._notice
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        if cause == wire.CPU or cpu >= self._limits.cpu or killed in (signal.SIGPROF, signal.SIGXCPU):
            return Verdict("TIMEOUT", "cpu", "%.2f s of CPU time" % cpu)
        if cause == wire.WALL:
            return Verdict("TIMEOUT", "wall", "%.1f s" % self._limits.wall)
        if cause == wire.FILES:
            return Verdict("RESOURCE", "files", "too many or too large files")
        if cause == wire.OUTPUT:
            return Verdict("RESOURCE", "output", "%d bytes" % written)
        return None

    def output(self):
        """What the candidate has written to its standard output, up to the limit."""
        return os.pread(self._ends.output, self._limits.output, 0)


class Clock:
    """Bounds the CPU time that tests may take in this process."""

    def __init__(self, seconds):
        self._seconds = seconds

    def __enter__(self):
        _signal.signal(_signal.SIGPROF, _endless)  # what `signal` wraps around it takes longer than a test
        # It goes on firing: a test with a bare `except` would survive one exception.
        signal.setitimer(signal.ITIMER_PROF, self._seconds, 0.1)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_PROF, 0)


_UNBROKEN = frozenset(("_take_notice", "close"))  # an exception in there would lose a notice


def _endless(_, frame):
    while frame is not None:
        if frame.f_code.co_name in _UNBROKEN and frame.f_code.co_filename == __file__:
            return  # the timer comes again
        frame = frame.f_back
    raise TestsEndless()


def set_input(ends, data):
    os.ftruncate(ends.input, 0)
    os.lseek(ends.input, 0, os.SEEK_SET)
    wire.write_all(ends.input, data)


def seconds(value, name):
    """A limit from a request."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or value <= 0:
        raise ValueError("%s %r is no positive number of seconds" % (name, value))
    return float(value)
