"""The process that holds suites: their compiled tests and expected values. It decides every verdict."""
import ast
import collections
import gc
import json
import os
import random
import resource

import codec
import confine
import evalplus
import foresee
import livecode
import remote
import session
import wire
from session import Ended, Limits, Session, TestsEndless, Verdict

SUITES = 8  # those that were used last; as many as the server knows
_SPACE = 8 << 30  # address space that decoding and comparing hostile values may take
_TEST_SECONDS = 5.0  # CPU time of the tests themselves, beyond that of the candidate
# The canonical program is trusted to end; these bound our mistake.
_CANONICAL = Limits(cpu=300.0, wall=900.0, memory=8 << 30, output=1 << 20)
_CALLS_OF_A_TASK = 15  # EvalPlus gives a task 60 s and a call 4 s
_AHEAD_LOAD = 0.25  # below it no time of a call that the tests did not wait for can matter
_SANITIZE_SECONDS = 60.0  # it looks at every range of lines
_CANONICAL_FACTOR = 4.0  # a candidate may always take so many times as long as the canonical program


class Foreseen(Exception):
    """A run with foreseen calls decides nothing. So many of them were made; if it strayed, others or none after them."""

    def __init__(self, taken, strayed):
        super().__init__(taken, strayed)
        self.taken = taken
        self.strayed = strayed


class Run:
    """One request to run one program.

    `load` is the share that it used of its CPU time, slack not counted: of the part that came nearest to its limit.
    """

    def __init__(self, request, ends, parts=1):
        self.program = request["program"]
        self.slack = float(request.get("slack", 1))
        self.load = 0.0
        # By the clock each part has as much as the whole of a suite of one part; what sleeps in one is stopped there.
        self.patience = session.seconds(request["wall"], "wall")
        self.compat = request["mode"] == "compat"
        if request["mode"] not in ("split", "compat"):
            raise ValueError("mode %r is neither split nor compat" % request["mode"])
        self.limits = Limits(session.seconds(request["cpu"], "cpu") * self.slack, self.patience * parts,
                             int(request["memory"]), int(request["output"]))
        self.usage = session.Usage()
        self._ends = ends

    def attempt(self, order, body, limits=None, given=False, remotes=None, ahead=()):
        """Runs one candidate; raises Verdict for everything but success.

        The calls in `ahead` reach the candidate before the tests make them. Foreseen raises what then says nothing:
        the tests went another way, or the limit that was met may be that of a call which they would not have made.
        """
        limits = limits or self.limits
        before = self.usage.cpu
        current = Session(self._ends, limits.within(self.usage), self.usage, dict(order, program=self.program), given,
                          remotes, self.patience, ahead)
        if remotes is not None:
            remotes.session = current
        verdict = None
        try:
            with session.Clock(limits.cpu + _TEST_SECONDS):
                body(current)
                current.await_loaded()
        except Verdict as e:
            verdict = e
        except Ended:
            pass
        except TestsEndless:
            verdict = Verdict("TIMEOUT", "cpu", "the tests do not end")
        except MemoryError as e:
            verdict = Verdict("RESOURCE", "memory", current.own(e) or "MemoryError in the tests")
        except BaseException as e:
            verdict = _failed(e, current.own(e))
        forced = current.close()
        self.used(self.usage.cpu - before, limits.cpu)
        found = current.trouble or verdict
        strayed = current.strayed or current.beyond() and found is None and not forced
        if strayed or current.beyond() and (forced or self.load > _AHEAD_LOAD):
            raise Foreseen(current.taken, strayed)
        verdict = forced or found
        if verdict is not None:
            raise verdict

    def forget(self):
        """Begins anew."""
        random.seed(0)
        self.usage, self.load = session.Usage(), 0.0

    def sanitized(self, entry):
        """Takes the program out of a text, in a process of its own, whose time is not the program's."""
        def body(current):
            kind, payload = current.receive()
            word, text = codec.decode(b"V", payload) if kind == wire.VERDICT else ("", "")
            if word != "text" or type(text) is not str:
                raise Verdict("FAILED", "not-plain-data", "an unexpected frame")
            current.loaded()
            self.program = text

        own = Limits(_SANITIZE_SECONDS, session.WALL_FACTOR * _SANITIZE_SECONDS, self.limits.memory, 0)
        self.attempt({"mode": "sanitize", "entry": entry}, body, own)
        self.forget()

    def used(self, cpu, limit):
        """Notes the CPU time of a part; its limit has the slack in it."""
        self.load = max(self.load, cpu * self.slack / limit)

    def output(self):
        return os.pread(self._ends.output, self.limits.output, 0)

    def together(self, order, limits=None):
        """Compatible mode: the candidate's process judges itself."""
        self.attempt(dict(order, mode="compat"), _verdict_of, limits)


def _failed(error, own):
    """The verdict for an exception that has left the tests; `own` if it is the candidate's."""
    if own:
        return Verdict("FAILED", "exit" if isinstance(error, SystemExit) else "exception", own)
    text = str(error) if isinstance(error, AssertionError) else "%s: %s" % (type(error).__name__, error)
    return Verdict("FAILED", "assertion", text)


def _verdict_of(current):
    kind, payload = current.receive()
    if kind != wire.VERDICT:
        raise Verdict("FAILED", "not-plain-data", "an unexpected frame")
    outcome, rule, detail = codec.decode(b"V", payload)
    if outcome not in ("PASSED", "FAILED", "RESOURCE"):
        raise Verdict("FAILED", "not-plain-data", "an unexpected verdict")
    if outcome != "PASSED":
        raise Verdict(outcome, str(rule), str(detail))
    current.loaded()


def _compiled(text, name):
    return compile(text, name, "exec", dont_inherit=True)


class Check:
    """HumanEval: a function `check` that is given the candidate's function."""

    parts = 1

    def __init__(self, suite, _):
        self._entry = suite["entry"]
        self._test = suite["test"]
        self._prompt = _compiled(suite["prompt"], "<prompt>")
        self._code = _compiled(suite["test"], "<test>")
        unasserted = foresee.unasserted(suite["test"])
        self._foreseen = foresee.calls(self._entry, lambda candidate: self._check(candidate, unasserted))

    def run(self, run):
        if run.compat:
            source = "%s\n%s\ncheck(%s)" % (run.program, self._test, self._entry)
            run.together({"kind": "source", "source": source})
            return
        try:
            run.attempt({"mode": "serve"}, self._body, ahead=self._foreseen)
        except Foreseen as e:
            if e.strayed:
                self._foreseen = self._foreseen[:e.taken]
            run.forget()
            run.attempt({"mode": "serve"}, self._body)

    def _body(self, current):
        entry = self._entry

        def candidate(*positional, **named):
            return current.request("call", entry, positional, named)

        self._check(candidate, self._code)

    def _check(self, candidate, test):
        candidate.__name__ = self._entry
        namespace = {}
        exec(self._prompt, namespace)
        namespace[self._entry] = candidate
        exec(test, namespace)
        namespace["check"](candidate)


class Asserts:
    """MBPP and free tests: statements that use the candidate's names."""

    parts = 1

    def __init__(self, suite, _):
        whole = suite["kind"] == "program"
        self._texts = [suite["tests"]] if whole else [suite["setup"]] + list(suite["tests"])
        self._codes = [_compiled(text, "<test>") for text in self._texts]
        self._names = remote.wanted(self._texts, suite.get("entries", ()))
        if any(_uses(text, "__name__") for text in self._texts) or whole:
            self._module = {"__name__": "__main__"}
        else:
            self._module = {}

    def run(self, run):
        if run.compat:
            source = "\n".join([run.program] + self._texts)
            run.together(dict({"kind": "source", "source": source},
                              **({"name": "__main__"} if self._module else {})))
            return
        remotes = remote.Remotes()

        def body(current):
            namespace = dict(self._module)
            for name in self._names:
                namespace[name] = remotes.name(name)
            for code in self._codes:
                exec(code, namespace)

        run.attempt({"mode": "objects"}, body, remotes=remotes)


def _uses(text, name):
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(ast.parse(text)))


class _Group:
    """One series of EvalPlus calls with their expected values."""

    def __init__(self, calls):
        self.calls = calls
        self.encoded = codec.encode(calls)
        self.expected = []
        self.seconds = 0.0
        self.slowest = 0.0

    def learn(self, entry, presence):
        """Takes the expected values from the canonical program, which is the candidate here."""
        def body(current):
            current.batch(entry, self.encoded, timed=True, presence=presence)
            for _ in self.calls:
                value, spent = current.result()
                self.expected.append(value)
                self.seconds += spent
                self.slowest = max(self.slowest, spent)
        return body

    def limits(self, run):
        """The limit of one call, and those of all of them: a task has as much as so many calls at most."""
        factor = _CANONICAL_FACTOR * run.slack
        each = max(run.limits.cpu, factor * self.slowest)
        cpu = max(run.limits.cpu * max(1, min(_CALLS_OF_A_TASK, len(self.calls))), factor * self.seconds)
        wall = run.limits.wall + session.WALL_FACTOR * factor * self.seconds
        return each, Limits(cpu, wall, run.limits.memory, run.limits.output)

    def compat(self):
        """What compatible mode needs of the expected values."""
        known = [None if type(value) is session.Long else value for value in self.expected]
        long = {number: (value.size, value.digest) for number, value in enumerate(self.expected)
                if type(value) is session.Long}
        return {"calls": self.encoded, "expected": codec.encode(known), "long": long}


class EvalPlus:
    """EvalPlus: calls whose values are compared with those of the canonical program."""

    parts = 2 * _CALLS_OF_A_TASK

    def __init__(self, suite, ends):
        self._entry, self._dataset, self._atol = suite["entry"], suite["dataset"], suite["atol"]
        if self._dataset not in ("humaneval", "mbpp"):
            raise ValueError("dataset %r is neither humaneval nor mbpp" % self._dataset)
        self._presence = self._dataset == "mbpp" and self._entry in evalplus.NOT_NONE
        self._groups = {}
        self.canonical_seconds = 0.0
        for name in ("base", "plus"):
            group = self._groups[name] = _Group(evalplus.inputs(self._dataset, suite["task"], suite[name]))
            self._learn(suite["canonical"], group, ends)

    def _learn(self, canonical, group, ends):
        request = {"program": canonical, "mode": "split", "cpu": _CANONICAL.cpu, "wall": _CANONICAL.wall,
                   "memory": _CANONICAL.memory, "output": _CANONICAL.output}
        run = Run(request, ends)
        run.attempt({"mode": "serve"}, group.learn(self._entry, self._presence))
        self.canonical_seconds += run.usage.cpu
        if self._presence:
            group.expected = [value is not None for value in group.expected]

    def run(self, run):
        groups = {"base": False, "plus": False}
        run.groups = groups
        for name, group in self._groups.items():
            each, limits = group.limits(run)
            if run.compat:
                run.together(dict(group.compat(), kind="evalplus", entry=self._entry, dataset=self._dataset,
                                  atol=self._atol), limits)
            else:
                run.attempt({"mode": "serve"}, self._body(run, name, group, each), limits)
            # With slack a program may go on beyond its limit, to be told how far; that is no pass.
            groups[name] = run.slack == 1 or run.load <= 1

    def _body(self, run, name, group, each):
        def body(current):
            comparison = evalplus.Comparison(self._dataset, self._entry, self._atol)
            current.batch(self._entry, group.encoded, each, presence=self._presence)
            for number, (call, expected) in enumerate(zip(group.calls, group.expected)):
                value, spent = current.result()
                run.used(spent, each)
                if spent > each:
                    raise Verdict("TIMEOUT", "cpu", "%s input %d: %.2f s of CPU time" % (name, number, spent))
                if type(value) is session.Long or type(expected) is session.Long:
                    right = value == expected
                else:
                    right = comparison.right(call, value, expected)
                if not right:
                    raise Verdict("FAILED", "assertion", "%s input %d: wrong value" % (name, number))
        return body


class Functional:
    """LiveCodeBench: calls of a function or of a method of `Solution`."""

    def __init__(self, suite, _):
        self._name = suite["func"]
        self._tests = [([json.loads(line) for line in text.split("\n")], json.loads(output))
                       for text, output in suite["tests"]]
        self._calls = codec.encode([call for call, _ in self._tests])
        self.parts = max(1, len(self._tests))

    def run(self, run):
        each = run.limits.cpu
        # One process for all: the timer of a call stops honest programs, the limit of the process stops the others.
        limits = Limits(each * len(self._tests), run.limits.wall, run.limits.memory, run.limits.output)
        if run.compat:
            run.together({"kind": "functional", "func": self._name, "seconds": each,
                          "tests": codec.encode(self._tests)}, limits)
            return
        target = ("Solution", self._name) if livecode.has_solution_class(run.program) else self._name

        def body(current):
            current.batch(target, self._calls, each)
            for number, (_, expected) in enumerate(self._tests):
                value, spent = current.result()
                run.used(spent, each)
                if spent > each:
                    raise Verdict("TIMEOUT", "cpu", "test %d: %.2f s of CPU time" % (number, spent))
                if not livecode.same_value(value, expected):
                    raise Verdict("FAILED", "assertion", "test %d: wrong value" % number)

        run.attempt({"mode": "serve", "prelude": True}, body, limits)


class Stdin:
    """LiveCodeBench: programs that read standard input and write standard output."""

    def __init__(self, suite, ends):
        self._tests = [(text, output) for text, output in suite["tests"]]
        self._whole = suite.get("compare") == "whole"
        self._ends = ends
        self.parts = max(1, len(self._tests))

    def run(self, run):
        if run.compat:
            limits = Limits(run.limits.cpu * len(self._tests), run.limits.wall, run.limits.memory, run.limits.output)
            run.together({"kind": "stdin", "seconds": run.limits.cpu, "tests": codec.encode(self._tests),
                          "whole": self._whole}, limits)
            return
        for number, (text, expected) in enumerate(self._tests):
            session.set_input(self._ends, text.encode("utf-8", "surrogatepass"))
            own = Limits(run.limits.cpu, run.usage.wall + run.patience, run.limits.memory, run.limits.output)
            run.attempt({"mode": "script", "prelude": True, "name": "__main__"}, lambda current: None, own, given=True)
            if not livecode.same_output(run.output().decode("utf-8", "replace"), expected, self._whole):
                raise Verdict("FAILED", "assertion", "test %d: wrong output" % number)


_KINDS = {"check": Check, "asserts": Asserts, "program": Asserts, "evalplus": EvalPlus, "functional": Functional,
          "stdin": Stdin}


def _answer(request, kind, ends):
    """The answer to a request to run a program."""
    random.seed(0)
    run, outcome, rule, detail = None, "PASSED", "passed", ""
    try:
        run = Run(request, ends, kind.parts)
        if request.get("sanitize"):
            run.sanitized(request["sanitize"])
        kind.run(run)
    except Verdict as e:
        outcome, rule, detail = e.outcome, e.rule, e.detail
    except Exception as e:  # ours
        outcome, rule, detail = "FAULT", "harness", ("%s: %s" % (type(e).__name__, e))[:400]
    usage = run.usage if run else session.Usage()
    answer = {"id": request.get("id"), "outcome": outcome, "rule": rule, "detail": detail, "cpu": usage.cpu,
              "wall": usage.wall, "memory": usage.memory, "load": run.load if run else 0.0}
    if run and getattr(run, "groups", None) is not None and outcome != "FAULT":
        answer["groups"] = run.groups
    return answer


def _suite(request, ends):
    """The compiled suite, or why there is none."""
    try:
        return _KINDS[request["kind"]](request, ends), ""
    except KeyError as e:
        return None, "missing or unknown: %s" % e
    except Verdict as e:
        return None, "the canonical program: %s %s %s" % (e.outcome, e.rule, e.detail)
    except Exception as e:
        return None, "%s: %s" % (type(e).__name__, e)


def _load(request, ends, suites):
    """Makes a suite known; the answer to that."""
    gc.disable()  # it would go through what is being built again and again
    kind, detail = _suite(request, ends)
    gc.enable()
    if kind is None:
        return {"suite": request.get("id"), "ok": False, "detail": detail[:400]}
    if not suites:
        gc.freeze()  # a large suite is alone; nothing that runs leave behind is frozen with it
    suites.pop(request["id"], None)
    suites[request["id"]] = kind
    while len(suites) > SUITES:
        suites.popitem(last=False)
    answer = {"suite": request["id"], "ok": True, "parts": kind.parts}
    if isinstance(kind, EvalPlus):
        answer["canonical"] = kind.canonical_seconds
        answer["wall"] = session.WALL_FACTOR * _CANONICAL_FACTOR * kind.canonical_seconds
    return answer


def serve(requests, answers, ends, baseline):
    """The checker's life: suites and runs, until nobody asks any more. It forgets in the same order as the server."""
    space = baseline + _SPACE
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    confine.die_with_parent()
    ends.prepare()
    suites = collections.OrderedDict()
    while True:
        payload = wire.read_frame(requests)
        if payload is None:
            return
        request = json.loads(payload)
        del payload
        if request["op"] == "suite":
            answer = _load(request, ends, suites)
        else:
            suites.move_to_end(request["suite"])
            answer = _answer(request, suites[request["suite"]], ends)
        wire.write_frame(answers, json.dumps(answer).encode())
        del request
