"""Compatible mode: program and tests in one process, as the official harnesses run them. A program that forges its
verdict can do so here as it can there: this mode exists to compare verdicts with published ones."""
import builtins
import copy
import hashlib
import io
import os
import signal
import sys
import types

import codec
import evalplus
import livecode

_OS_NAMES = ("kill", "system", "putenv", "remove", "removedirs", "rmdir", "fchdir", "setuid", "fork", "forkpty",
             "killpg", "rename", "renames", "truncate", "replace", "unlink", "fchmod", "fchown", "chmod", "chown",
             "chroot", "lchflags", "lchmod", "lchown", "getcwd", "chdir")
_MODULES = ("ipdb", "joblib", "resource", "psutil", "tkinter")


class WriteOnlyText(io.StringIO):
    """Standard streams in one: what is written is forgotten with it, reading fails."""

    def read(self, *_):
        raise IOError

    readline = readlines = read

    def readable(self, *_):
        return False


def guard():
    """The names that human-eval takes away."""
    import faulthandler  # seldom needed: every page of the nursery costs each fork
    import shutil
    import subprocess

    faulthandler.disable()
    builtins.exit = builtins.quit = builtins.help = None
    os.environ["OMP_NUM_THREADS"] = "1"
    for name in _OS_NAMES:
        setattr(os, name, None)
    shutil.rmtree = shutil.move = shutil.chown = None
    subprocess.Popen = None
    for name in _MODULES:
        sys.modules[name] = None


def _streams():
    sys.stdin = sys.stdout = sys.stderr = WriteOnlyText()


def verdict(order):
    """(outcome, rule, detail) of an order."""
    guard()
    try:
        try:
            _KINDS[order["kind"]](order)
            return "PASSED", "passed", ""
        except Wrong as e:
            return "FAILED", e.rule, str(e)
        except MemoryError:
            return "RESOURCE", "memory", "MemoryError"
        except BaseException as e:
            return "FAILED", _rule(e), ("%s: %s" % (type(e).__name__, e))[:400]
    except BaseException as e:  # an exception whose text raises
        return "FAILED", "exception", type(e).__name__


def _rule(error):
    if isinstance(error, AssertionError):
        return "assertion"
    if isinstance(error, SystemExit):
        return "exit"
    return "syntax" if isinstance(error, SyntaxError) else "exception"


class Wrong(Exception):
    """A verdict other than an exception of the program."""

    def __init__(self, rule, text):
        super().__init__(text)
        self.rule = rule


def _source(order):
    """One text, executed as a whole."""
    _streams()
    namespace = {"__name__": order["name"]} if "name" in order else {}
    exec(compile(order["source"], "<string>", "exec", dont_inherit=True), namespace)


class _Digest:
    """Takes an encoding and keeps its digest."""

    def __init__(self):
        self.restart()

    def restart(self):
        self.size = 0
        self.hash = hashlib.sha256()

    def write(self, data):
        self.size += len(data)
        self.hash.update(data)


def _evalplus(order):
    builtins.open = None
    calls = codec.decode(*order["calls"])
    expected = codec.decode(*order["expected"])
    _streams()
    namespace = {}
    exec(compile(order["program"], "<string>", "exec", dont_inherit=True), namespace)
    if order["entry"] not in namespace:
        raise Wrong("no-entry-point", "name '%s' is not defined" % order["entry"])
    function = namespace[order["entry"]]
    comparison = evalplus.Comparison(order["dataset"], order["entry"], order["atol"])
    for number, (call, wanted) in enumerate(zip(calls, expected)):
        call = copy.deepcopy(call)
        out = function(*call)
        if number in order["long"]:
            sink = _Digest()
            kind = codec.write(out, sink)
            sink.hash.update(kind)
            right = (sink.size, sink.hash.digest()) == order["long"][number]
        else:
            right = comparison.right(call, out, wanted)
        if not right:
            raise Wrong("assertion", "input %d: wrong value" % number)


def _solution(program):
    module = types.ModuleType("tmp_sol", "")
    exec(compile(program, "<string>", "exec", dont_inherit=True), module.__dict__)
    return module


def _functional(order):
    module = _solution(livecode.PRELUDE + "\n\n" + order["program"])
    owner = module.Solution() if livecode.has_solution_class(order["program"]) else module
    if not hasattr(owner, order["func"]):
        raise Wrong("no-entry-point", "no '%s'" % order["func"])
    function = getattr(owner, order["func"])
    for number, (call, wanted) in enumerate(codec.decode(*order["tests"])):
        signal.setitimer(signal.ITIMER_PROF, order["seconds"] * 1.25)
        if not livecode.same_value(function(*call), wanted):
            raise Wrong("assertion", "test %d: wrong value" % number)


def _stdin(order):
    program = livecode.wrapped(order["program"])
    module = _solution(program)
    if not hasattr(module, "wrapped_function"):
        raise Wrong("syntax", "no program")
    for number, (text, wanted) in enumerate(codec.decode(*order["tests"])):
        signal.setitimer(signal.ITIMER_PROF, order["seconds"] * 1.25)
        sys.stdout = captured = io.StringIO()
        captured.close = lambda: None
        _call_with_input(module.wrapped_function, text)
        if not livecode.same_output(captured.getvalue(), wanted, order["whole"]):
            raise Wrong("assertion", "test %d: wrong output" % number)


def _call_with_input(function, text):
    """Standard input as LiveCodeBench pretends it, with its quirks: read() always gives everything."""
    from unittest import mock  # seldom needed and expensive

    lines = iter(text.split("\n"))
    with mock.patch("builtins.open", mock.mock_open(read_data=text)), mock.patch("sys.stdin", io.StringIO(text)), \
            mock.patch("sys.stdin.readline", lambda *_: next(lines)), \
            mock.patch("sys.stdin.readlines", lambda *_: text.split("\n")), \
            mock.patch("sys.stdin.read", lambda *_: text):
        try:
            function()
        except SystemExit:
            pass


_KINDS = {"source": _source, "evalplus": _evalplus, "functional": _functional, "stdin": _stdin}
