"""Runs untrusted Python programs against suites of tests, one after the other, for a client on the other end of a pipe.

Four kinds of processes: this server, which speaks with the client and supervises; the nursery, forked first, which
forks and watches candidates and never sees a test; a checker for many small suites or for one large one, which holds
tests and expected values and decides; and a candidate for each program, which has its source and the arguments of calls.
"""
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, _HERE)

# What programs import most often is imported once, before anything is forked.
import bisect  # noqa: E402,F401
import collections  # noqa: E402
import contextlib  # noqa: E402,F401
import copy  # noqa: E402,F401
import datetime  # noqa: E402,F401
import decimal  # noqa: E402,F401
import fractions  # noqa: E402,F401
import functools  # noqa: E402,F401
import gc  # noqa: E402
import hashlib  # noqa: E402,F401
import heapq  # noqa: E402,F401
import itertools  # noqa: E402,F401
import json  # noqa: E402
import math  # noqa: E402,F401
import operator  # noqa: E402,F401
import random  # noqa: E402,F401
import re  # noqa: E402,F401
import resource  # noqa: E402
import signal  # noqa: E402
import statistics  # noqa: E402,F401
import string  # noqa: E402,F401
import time  # noqa: E402
import types  # noqa: E402
import typing  # noqa: E402,F401

import confine  # noqa: E402
import nursery  # noqa: E402
import wire  # noqa: E402

_BUSY_SECONDS = 2.0  # CPU time that tells tests without end from a checker that does not run
_GRACE_SECONDS = 10.0  # what a checker may take beyond the wall time of its candidate
_OURS = ("candidate", "checker", "checkers", "codec", "compat", "confine", "evalplus", "foresee", "livecode", "nursery",
         "remote", "session", "wire")


class _Options:
    """The command line: names and values in turns. `argparse` would stay in the memory that every candidate copies."""

    work = allow = confine = site = ""
    drop_user = None

    def __init__(self, words):
        for name, value in zip(words[::2], words[1::2]):
            if name not in ("--work", "--allow", "--confine", "--drop-user", "--site"):
                raise SystemExit("server.py: unknown option " + name)
            setattr(self, name[2:].replace("-", "_"), value)
        if len(words) % 2 or not self.work or self.confine not in ("full", "none"):
            raise SystemExit("server.py: names and values, --work and --confine full or none among them")
        self.work = os.path.abspath(self.work)


def _drop_user(user):
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)


def _in_bubblewrap():
    """Whether namespaces of a bubblewrap around us do what Landlock would do."""
    try:
        with open("/proc/self/uid_map") as lines, open("/proc/1/comm") as name:
            return lines.read().split() != ["0", "0", "4294967295"] and name.read().strip() == "bwrap"
    except OSError:
        return False


def _open_site(folders):
    """Lets programs import what is installed beside the interpreter. No .pth file is read: those can hold code."""
    sys.path += [folder for folder in folders if os.path.isdir(folder)]
    if not any(os.path.isfile(os.path.join(folder, "numpy", "__init__.py")) for folder in folders):
        return ""
    # Threads of its own would differ from machine to machine, and take address space for each core.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    return _numpy_version()


def _numpy_version():
    """The version that programs get, asked in a process of its own: each candidate that wants numpy imports it itself."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            import numpy
            os.write(writer, numpy.__version__.encode()[:80])
        except BaseException:
            pass  # it is there and cannot be used: programs will see that too
        finally:
            os._exit(0)
    os.close(writer)
    version = wire.read_exactly(reader, 80)
    os.close(reader)
    os.waitpid(pid, 0)
    return version.decode()


def _address_space():
    with open("/proc/self/statm") as figures:
        return int(figures.read().split()[0]) * resource.getpagesize()


class _Confinement:
    """What holds for this process and everything it forks from now on."""

    def __init__(self, options):
        self.seccomp, self.landlock, self.reason = False, 0, ""
        self.namespaces = _in_bubblewrap()
        confine.adopt_orphans()
        if options.confine == "none":
            self.reason = "switched off"
        else:
            self._confine(options)
        self.confined = self.seccomp and (self.landlock > 0 or self.namespaces)
        if options.confine == "full" and not self.confined and not self.reason:
            self.reason = "neither Landlock nor namespaces"

    def _confine(self, options):
        readable = [path for path in options.allow.split(",") if path]
        try:
            programs = confine.long_filter(), confine.short_filter()
            confine.forbid_new_privileges()
            confine.drop_capabilities()
            confine.hide_memory()
            self.landlock = confine.landlock(readable, options.work)
            programs[0].install()
            self.seccomp = True
        except (OSError, confine.Unavailable) as e:
            self.reason = str(e)


class Server:
    def __init__(self, source, sink, pipes, nursery_pid, confinement, options, baseline):
        self._source, self._sink = source, sink
        # Imported behind the nursery's fork: every page of the nursery is copied for each candidate.
        import checkers
        import session
        _hide_ourselves()
        self._checkers = checkers
        self._ends = session.Ends(pipes)
        self._nursery = nursery_pid
        self._refused = options.confine == "full" and not confinement.confined
        self._reason = confinement.reason
        self._baseline = baseline
        self._suites = collections.OrderedDict()  # the most recently used ones, in that order
        self._common = self._process(shared=True)
        self._tokens = itertools.count(1)

    def hello(self, confinement, numpy):
        self._reply({"hello": 1, "python": sys.version.split()[0], "numpy": numpy, "arch": os.uname().machine,
                     "confined": confinement.confined, "seccomp": confinement.seccomp,
                     "landlock": confinement.landlock, "namespaces": confinement.namespaces,
                     "reason": confinement.reason, "baseline": self._baseline})

    def _reply(self, answer):
        wire.write_frame(self._sink, json.dumps(answer).encode())

    def serve(self):
        while True:
            payload = wire.read_frame(self._source)
            if payload is None:
                return
            request = json.loads(payload)
            if request["op"] == "end":
                self._reply({"ended": True})
                return
            if request["op"] == "suite":
                self._suite(request, payload)
            elif request["op"] == "run":
                self._run(request, payload)
            else:
                raise ValueError("unknown operation %r" % request["op"])

    def _process(self, shared=False):
        return self._checkers.Process(self._ends, self._baseline, shared)

    def close(self):
        self._common.stop()
        for found in self._suites.values():
            found.process.stop()

    def _suite(self, request, payload):
        name = request["id"]
        self._forget(name)
        if self._refused:
            self._reply({"suite": name, "ok": False, "detail": "not confined: " + self._reason})
            return
        if len(self._suites) == self._checkers.SUITES:
            self._forget(next(iter(self._suites)))
        fresh = self._checkers.Suite(name, payload,
                               self._common if self._checkers.is_light(request, payload) else self._process())
        answer = fresh.load()
        if fresh.loaded():
            self._suites[name] = fresh
            wire.write_frame(self._sink, answer)
            return
        self._give_up(fresh.process, answer)
        self._reply(json.loads(answer) if answer else
                    {"suite": name, "ok": False, "detail": "the checker has died or does not end"})

    def _forget(self, name):
        old = self._suites.pop(name, None)
        if old and not old.process.shared:
            old.process.stop()

    def _give_up(self, process, answer):
        """After a suite that is refused: others may be in the same process, which lives on if it has answered."""
        if not (process.shared and answer):
            process.stop()
        self._quiet()

    def _run(self, request, payload):
        if self._refused:
            self._outcome(request, "FAULT", "not-confined", self._reason)
            return
        found = self._suites.get(request["suite"])
        if found is None:
            self._outcome(request, "FAULT", "unknown-suite", str(request["suite"]))
            return
        self._suites.move_to_end(request["suite"])
        process = found.process
        if not found.loaded():
            answer = found.load()
            if not found.loaded():
                self._give_up(process, answer)
                self._outcome(request, "FAULT", "harness", "the checker did not start again")
                return
        started, before = time.monotonic(), process.cpu()
        answer = process.ask(payload, 2 * (request["wall"] + found.wall) + _GRACE_SECONDS)
        if answer:
            wire.write_frame(self._sink, answer)
            if b'"FAULT"' in answer:
                self._check_nursery()
            return
        died, busy = 0, False
        if answer is None:
            # Tests that do not end compute. A checker that has not was stopped, or has not got a processor.
            busy = process.cpu() - before > _BUSY_SECONDS
            process.stop()
        else:
            died = process.autopsy()
        self._quiet()
        wall = time.monotonic() - started
        if answer is None and not busy:
            self._outcome(request, "FAULT", "harness", "the checker does not answer", wall)
        elif answer is None:
            self._outcome(request, "TIMEOUT", "wall", "the tests do not end", wall)
        elif died in (signal.SIGSEGV, signal.SIGABRT):
            # Only a value that is nested beyond all measure brings the interpreter down in there.
            self._outcome(request, "FAILED", "not-plain-data", "the checker has died of a value", wall)
        else:
            self._outcome(request, "FAULT", "harness", "the checker has died, signal %d" % died, wall)

    def _quiet(self):
        """Waits until the nursery has no candidate: the checker that would have ended it is gone."""
        token = next(self._tokens)
        wire.write_all(self._ends.commands, wire.COMMAND.pack(wire.SYNC, 0, 0, 0, 0, 0, token))
        while True:
            data = wire.read_exactly(self._ends.notices, wire.NOTICE.size)
            if len(data) < wire.NOTICE.size:
                self._check_nursery()
                return
            notice = wire.NOTICE.unpack(data)
            if notice[0] == wire.IDLE and notice[-1] == token:
                return

    def _check_nursery(self):
        """Without its nursery a server is of no use: it ends and its client starts another one."""
        if os.waitpid(self._nursery, os.WNOHANG)[0]:
            raise RuntimeError("the nursery has died")

    def _outcome(self, request, outcome, rule, detail, wall=0.0):
        self._reply({"id": request["id"], "outcome": outcome, "rule": rule, "detail": detail[:400], "cpu": 0.0,
                     "wall": wall, "memory": 0})


def _hide_ourselves():
    """Programs import modules of Python, not of ours, and __main__ is not this file."""
    sys.path.remove(_HERE)
    for name in _OURS:
        sys.modules.pop(name, None)
    sys.modules["__main__"] = types.ModuleType("__main__")


def _fork_nursery(pipes, work, baseline, confined):
    pid = os.fork()
    if pid == 0:
        try:
            confine.adopt_orphans()
            confine.die_with_parent()
            _hide_ourselves()
            nursery.Nursery(pipes, work, baseline, confined).serve()
        except BaseException as e:
            sys.stderr.write("nursery: %s: %s\n" % (type(e).__name__, e))
            sys.stderr.flush()
        finally:
            os._exit(0)
    for handle in (pipes.from_candidate[1], pipes.commands[0], pipes.notices[1], pipes.input_reader):
        os.close(handle)
    return pid


def main():
    options = _Options(sys.argv[1:])
    # The protocol moves out of the way of programs that print, and of every number that a candidate knows.
    source, sink = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    if options.drop_user is not None:
        _drop_user(int(options.drop_user))
    os.chdir(options.work)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    pipes = nursery.Pipes()
    baseline = _address_space()
    confinement = _Confinement(options)
    numpy = _open_site([folder for folder in options.site.split(",") if folder])
    gc.collect()
    gc.freeze()
    gc.disable()
    pid = _fork_nursery(pipes, options.work, baseline, confinement.seccomp)
    server = Server(source, sink, pipes, pid, confinement, options, baseline)
    server.hello(confinement, numpy)
    server.serve()
    server.close()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
