"""The processes that hold suites, as the server sees them."""
import json
import os
import select
import signal
import sys
import time

import checker
import confine
import wire

SUITES = checker.SUITES

_SUITE_SECONDS = 2000.0  # the canonical program of a suite may take long
_LIGHT_BYTES = 1 << 18  # of a suite that shares its process
_SUITES_OF_A_PROCESS = 256  # then the shared process makes room for a new one: whatever tests leave there is bounded


class Suite:
    """A suite that the server knows, whether its process lives or not."""

    def __init__(self, name, payload, process):
        self.name = name
        self.process = process
        self.wall = 0.0  # what a program may take beyond the wall time of its request
        self._payload = payload  # to load it again

    def loaded(self):
        """Whether its process lives and has it."""
        return self.name in self.process.holds

    def load(self):
        """Gives the suite to its process, starting it if need be. The answer; None or b"" as of Process.ask()."""
        answer = self.process.load(self._payload)
        if answer:
            known = json.loads(answer)
            if known["ok"]:
                self.process.holds.add(self.name)
                self.wall = known.get("wall", 0.0)
        return answer


def is_light(request, payload):
    """Whether a suite shares its process with others: it is small and brings no statements of its own.

    To start a process costs more than to run a few programs. Statements may leave anything behind.
    """
    return request.get("kind") != "program" and len(payload) <= _LIGHT_BYTES


class Process:
    """A checker process: for many small suites or for a single one."""

    def __init__(self, ends, baseline, shared):
        self.pid = 0
        self.shared = shared
        self.holds = set()  # the names of the suites that the living process has
        self._ends = ends
        self._baseline = baseline
        self._loads = 0
        self._requests = self._answers = -1

    def load(self, payload):
        """The answer to a suite; the process is started where there is none, or anew where it has seen enough."""
        if self._loads == _SUITES_OF_A_PROCESS:
            self.stop()
        if not self.pid:
            self._start()
        self._loads += 1
        return self.ask(payload, _SUITE_SECONDS)

    def _start(self):
        requests, answers = os.pipe(), os.pipe()
        pid = confine.fork()
        if pid == 0:
            self._become(requests[0], answers[1])
        os.close(requests[0])
        os.close(answers[1])
        self.pid, self._requests, self._answers = pid, requests[1], answers[0]

    def _become(self, requests, answers):
        try:
            kept = sorted(self._ends.handles() + [requests, answers])
            for first, last in zip([2] + kept, kept + [1024]):
                os.closerange(first + 1, last)
            checker.serve(requests, answers, self._ends, self._baseline)
        except BaseException as e:
            sys.stderr.write("checker: %s: %s\n" % (type(e).__name__, e))
            sys.stderr.flush()
        finally:
            os._exit(0)

    def ask(self, payload, seconds):
        """The payload of the answer; None if there is none in time (hanging), b"" if the process has died."""
        try:
            wire.write_frame(self._requests, payload)
        except BrokenPipeError:
            return b""
        poll = select.poll()
        poll.register(self._answers, select.POLLIN)
        if not poll.poll(seconds * 1000):
            return None
        return wire.read_frame(self._answers) or b""

    def cpu(self):
        """The CPU seconds that the process has used."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def stop(self):
        """Ends the process."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self._bury()

    def autopsy(self):
        """The signal that has ended a process whose pipe is closed, 0 for none. Its death may still be a moment away."""
        for _ in range(200):
            if os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
            time.sleep(0.005)
        else:
            os.kill(self.pid, signal.SIGKILL)
        status = self._bury()
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def _bury(self):
        status = os.waitpid(self.pid, 0)[1]
        os.close(self._requests)
        os.close(self._answers)
        self.pid = self._loads = 0
        self.holds.clear()
        return status
