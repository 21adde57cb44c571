"""What running a program in a process of its own costs at least: fork, compile, execute, exit, and nothing else.

Reads JSON lines {"program", "test"} or {"program", "entry", "dataset", "task", "base", "plus"} and writes the CPU seconds
that this process and its children have spent on each, forked `argv[2]` times. `argv[1]` is the folder of the server's
modules: the arguments of EvalPlus are restored by them, which is not counted.
"""
import gc
import json
import os
import resource
import sys

sys.path.insert(0, sys.argv[1])

import bisect, collections, copy, datetime, decimal, fractions, functools, heapq, itertools  # noqa: E401,E402,F401
import math, operator, random, re, statistics, string, typing  # noqa: E401,E402,F401

import evalplus  # noqa: E402


def spent():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def run(source, entry, calls):
    namespace = {}
    exec(compile(source, "<program>", "exec", dont_inherit=True), namespace)
    for call in calls:
        namespace[entry](*call)


def main():
    for line in sys.stdin:
        record = json.loads(line)
        source, entry, calls = record["program"], record.get("entry"), []
        if entry is None:
            source += "\n" + record["test"]
        else:
            for group in ("base", "plus"):
                calls += evalplus.inputs(record["dataset"], record["task"], record[group])
        gc.collect()
        gc.freeze()
        gc.disable()
        before = spent()
        for _ in range(int(sys.argv[2])):
            pid = os.fork()
            if pid == 0:
                code = 1
                try:
                    gc.enable()
                    run(source, entry, calls)
                    code = 0
                finally:
                    os._exit(code)
            if os.waitpid(pid, 0)[1] != 0:
                raise SystemExit("the program failed: " + source[:400])
        print(spent() - before, flush=True)
        gc.enable()
        gc.unfreeze()


main()
