"""The candidate's process: it runs the program and answers calls. It never holds a test or an expected value, but in
compatible mode, where tests run beside the program as the official harnesses do it."""
import builtins
import operator
import os
import pickle
import signal
import sys
import time
import types

import codec
import compat
import livecode
import sanitize
import wire

_OPERATIONS = {name: getattr(operator, name) for name in (
    "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor", "lshift", "rshift", "lt",
    "le", "gt", "ge", "neg", "pos", "invert", "getitem", "setitem", "delitem", "contains")}
_OPERATIONS.update(len=len, abs=abs, bool=bool, str=str, repr=repr, int=int, float=float, iter=iter, next=next,
                   getattr=getattr, setattr=setattr)
_REHEARSALS = 40  # bytecode has its final form after some ten runs
_NOTABLE_SECONDS = 0.01  # most calls take microseconds, and a frame about them as long


# What programs get for the builtins: one that replaces `len` must not break the functions of this file.
_BUILTINS = types.ModuleType("builtins")
_BUILTINS.__dict__.update(builtins.__dict__)


def run(link):
    """Everything that happens in a candidate's process."""
    _, payload = link.receive()
    order = pickle.loads(payload)  # from the checker, before any foreign code has run
    if order["mode"] == "sanitize":
        link.send(wire.VERDICT, pickle.dumps(("text", sanitize.sanitize(order["program"], order["entry"]))))
        return
    if order["mode"] == "compat":
        link.send(wire.VERDICT, pickle.dumps(compat.verdict(order)))
        return
    namespace = {"__builtins__": _BUILTINS.__dict__}
    sys.modules["builtins"] = _BUILTINS
    if "name" in order:
        namespace["__name__"] = order["name"]
    if not _load(link, order, namespace):
        return
    if order["mode"] == "script":
        return
    _Service(link, namespace, order).serve()


def rehearse():
    """Runs a small program here, again and again, before any process is forked for one.

    The interpreter rewrites bytecode while it is new, and a forked process that writes to a page has to copy it.
    """
    order = pickle.dumps({"mode": "serve", "program": "def echo(value):\n    return value\n"}, 4)
    kind, call = codec.encode(("call", "echo", ([1, 2],), {}))
    frames = wire.head(wire.ORDER, len(order)) + order + 2 * (wire.head(kind, len(call)) + call)
    with open(os.devnull, "wb", buffering=0) as sink:
        for _ in range(_REHEARSALS):
            source, feed = os.pipe()
            os.write(feed, frames)
            os.close(feed)
            run(wire.Link(source, sink.fileno()))
            os.close(source)
    sys.modules["builtins"] = builtins


def _load(link, order, namespace):
    """Executes the program and reports how that ended."""
    try:
        code = compile(order["program"], "<candidate>", "exec", dont_inherit=True)
    except MemoryError:
        return _dead(link, "memory", "MemoryError while compiling")
    except Exception as e:
        return _dead(link, "syntax", _describe(e))
    try:
        if "prelude" in order:
            exec(livecode.PRELUDE_CODE, namespace)
        exec(code, namespace)
    except SystemExit as e:
        if order["mode"] != "script":
            return _dead(link, "exit", _describe(e))
    except MemoryError as e:
        return _dead(link, "memory", _describe(e))
    except BaseException as e:
        return _dead(link, "exception", _describe(e))
    if order["mode"] == "script":
        try:
            sys.stdout.flush()
        except (OSError, ValueError, AttributeError) as e:
            return _dead(link, "exception", _describe(e))
    if order["mode"] == "script":
        link.send(wire.READY)
    else:
        link.announce(wire.READY)
    return True


def _dead(link, rule, text):
    link.send(wire.DEAD, pickle.dumps((rule, text)))
    return False


def _describe(error):
    return ("%s: %s" % (type(error).__name__, error))[:400]


def _builtin_name(kind):
    """The nearest class of an exception that the checker knows too."""
    for base in kind.__mro__:
        if getattr(builtins, base.__name__, None) is base:
            return base.__name__
    return "Exception"


class _Service:
    """Answers the checker's calls."""

    def __init__(self, link, namespace, order):
        self._link = link
        self._namespace = namespace
        self._objects = [] if order["mode"] == "objects" else None
        self._numbers = {}

    def serve(self):
        while True:
            kind, payload = self._link.receive()
            if kind == b"":
                return
            if kind == wire.BATCH:
                self._batch(payload)
            else:
                self._single(kind, payload)

    def _keep(self, value):
        """The number under which an object stays here while the checker works with it."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        return number

    def _kept(self, number):
        return self._objects[number]

    def _decode(self, kind, payload):
        return codec.decode(kind, payload, self._kept if self._objects is not None else None)

    def _single(self, kind, payload):
        request = self._decode(kind, payload)
        name, target, positional, named = request
        try:
            if name == "call":
                function = self._namespace[target] if type(target) is str else self._objects[target]
                if self._objects is not None and not callable(function):
                    raise TypeError("%r object is not callable" % type(function).__name__)
                value = function(*positional, **named)
            elif name == "name":
                value = self._namespace[target]
            else:
                subject = self._namespace[target] if type(target) is str else self._objects[target]
                value = _OPERATIONS[name](subject, *positional)
        except KeyError as e:
            if type(target) is str and target not in self._namespace:
                self._link.send(wire.MISSING, target.encode())
                return
            self._raised(e)
            return
        except BaseException as e:
            self._raised(e)
            return
        self._changed(kind, payload, request)
        self._value(value)

    def _changed(self, kind, payload, request):
        """Sends the arguments back if the call has changed them, for tests that look at them afterwards."""
        if not request[3] and codec.fixed(request[2]):
            return
        try:
            after = codec.encode(request, self._keep if self._objects is not None else None)
        except codec.NotPlainData:
            return
        if after != (kind, payload):
            self._link.send(wire.CHANGED, b"".join(after))

    def _value(self, value):
        answer = wire.Answer(self._link)
        try:
            answer.finish(codec.write(value, answer, self._keep if self._objects is not None else None))
        except codec.NotPlainData as e:
            self._link.send(wire.NOT_PLAIN, str(e).encode("utf-8", "replace"))
        except BaseException as e:  # a generator may raise while it is being read
            self._raised(e)

    def _raised(self, error):
        kind = type(error)
        self._link.send(wire.RAISED, pickle.dumps((_builtin_name(kind), kind.__name__, str(error)[:400])))

    def _batch(self, payload):
        (target, seconds, timed, presence), kind, encoded = pickle.loads(payload)
        function = self._function(target)
        if function is None:
            self._link.send(wire.MISSING, str(target).encode())
            return
        for positional in codec.decode(kind, encoded):
            if seconds:
                # Stops a call without end; the exact time is the checker's to judge, as is that of the process.
                signal.setitimer(signal.ITIMER_PROF, seconds * 1.25)
            before = time.process_time()
            try:
                value = function(*positional)
            except BaseException as e:
                self._raised(e)
                return
            spent = time.process_time() - before
            if timed or (seconds and spent > _NOTABLE_SECONDS):
                self._link.send(wire.SPENT, repr(spent).encode())
            if presence and not isinstance(value, bool):
                value = None if value is None else 0  # all that is asked is whether there is one
            self._value(value)

    def _function(self, target):
        """The function to call; a target in two parts is the method of a class without arguments."""
        if type(target) is str:
            return self._namespace.get(target)
        owner, name = target
        return getattr(self._namespace[owner](), name, None)
