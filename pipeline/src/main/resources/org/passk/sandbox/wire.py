"""Frames on pipes: between the server and its processes, and between a candidate and its checker."""
import os
import struct

# Frames between checker and candidate: a kind and a length. What the checker sends:
ORDER = b"O"  # what to run, first of all
CALL_PLAIN, CALL_TREE = b"V", b"T"  # (operation, target, positional, named) as an encoded value
BATCH = b"B"  # many calls of one function
# What the candidate answers:
READY = b"R"  # the program has run to its end
DEAD = b"D"  # the program has not: (rule, text)
PLAIN, TREE = b"V", b"T"  # a value
CHUNK, RESTART = b"c", b"a"  # the beginning of a long value; it is taken back
RAISED = b"X"  # (nearest builtin class, class, text)
NOT_PLAIN = b"N"  # text
MISSING = b"M"  # no such name
CHANGED = b"U"  # the arguments as the call left them, behind their kind
SPENT = b"t"  # CPU seconds of the call
VERDICT = b"P"  # compatible mode only

_HEAD = struct.Struct("<cI")
HEAD_SIZE = _HEAD.size
head = _HEAD.pack
unhead = _HEAD.unpack_from

# Commands to the nursery and its answers have one length each, below what a pipe writes at once.
COMMAND = struct.Struct("<cddQQBI")  # operation, cpu, wall, memory, output, input, token
SPAWN, KILL, SYNC = b"S", b"K", b"Y"
NOTICE = struct.Struct("<cBiddQQ?I")  # operation, cause, wait status, cpu, wall, peak memory, output, started, token
ENDED, IDLE = b"E", b"I"
NO_CAUSE, WALL, FILES, OUTPUT, CPU, DISK = 0, 1, 2, 3, 4, 5


def read_exactly(handle, count):
    """Exactly so many bytes, or fewer at the end of the stream."""
    data = os.read(handle, count)
    if len(data) == count or not data:
        return data
    parts, missing = [data], count - len(data)
    while missing:
        data = os.read(handle, min(missing, 1 << 20))
        if not data:
            break
        parts.append(data)
        missing -= len(data)
    return b"".join(parts)


def write_all(handle, data):
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view):]


def read_frame(handle):
    """The payload of a frame of the outer protocol, or None at the end of the stream."""
    length = read_exactly(handle, 4)
    if len(length) < 4:
        return None
    size = int.from_bytes(length, "big")
    payload = read_exactly(handle, size) if size else b""
    return payload if len(payload) == size else None


def write_frame(handle, payload):
    write_all(handle, len(payload).to_bytes(4, "big") + payload)


class Link:
    """The candidate's end of its channel."""

    def __init__(self, source, sink):
        self._source = source
        self._sink = sink
        self._data = b""
        self._unsent = b""

    def receive(self):
        """The kind and the payload of the next frame; an empty kind at the end."""
        if self._unsent and not self._data:
            write_all(self._sink, self._unsent)
            self._unsent = b""
        # A frame is mostly there as a whole: one read takes it.
        data = self._data or os.read(self._source, 1 << 16)
        if len(data) < HEAD_SIZE:
            data += read_exactly(self._source, HEAD_SIZE - len(data))
            if len(data) < HEAD_SIZE:
                return b"", b""
        kind, size = unhead(data)
        end = HEAD_SIZE + size
        self._data = data[end:]
        return kind, data[HEAD_SIZE:end] + (read_exactly(self._source, end - len(data)) if end > len(data) else b"")

    def send(self, kind, payload=b""):
        write_all(self._sink, self._unsent + head(kind, len(payload)) + payload)
        self._unsent = b""

    def announce(self, kind):
        """Sends a frame together with the next one, or before the next wait: each write may wake somebody."""
        self._unsent += head(kind, 0)


class Answer:
    """A value on its way to the checker; a long one leaves in chunks while it is being encoded."""

    _CHUNK = 1 << 20

    def __init__(self, link):
        self._link = link
        self._parts = []
        self._size = 0
        self._chunks = False

    def write(self, data):
        data = bytes(data)
        self._parts.append(data)
        self._size += len(data)
        if self._size >= self._CHUNK:
            self._link.send(CHUNK, b"".join(self._parts))
            self._parts, self._size, self._chunks = [], 0, True
        return len(data)

    def restart(self):
        self._parts, self._size = [], 0
        if self._chunks:
            self._link.send(RESTART)

    def finish(self, kind):
        self._link.send(kind, b"".join(self._parts))
