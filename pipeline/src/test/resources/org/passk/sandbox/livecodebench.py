"""Writes livecodebench.jsonl: problems made up for the tests, in the schema of LiveCodeBench's code_generation_lite, private
tests packed as there: base64 of zlib of a pickle that is one string of JSON.  python3 livecodebench.py > livecodebench.jsonl
"""
import base64
import json
import pickle
import zlib


def packed(tests):
    return base64.b64encode(zlib.compress(pickle.dumps(json.dumps(tests)))).decode()


def problem(name, function, public, private, plain=False):
    kind = "functional" if function else "stdin"
    public, private = ([{"input": i, "output": o, "testtype": kind} for i, o in tests] for tests in (public, private))
    starter = "class Solution:\n    def %s(self, values: List[int]) -> int:\n        " % function if function else ""
    return {
        "question_title": name, "question_content": "A problem made up for tests: " + name,
        "platform": "leetcode" if function else "atcoder", "question_id": name, "contest_id": "made-up",
        "contest_date": "2025-01-04T00:00:00", "starter_code": starter, "difficulty": "easy",
        "public_test_cases": json.dumps(public),
        "private_test_cases": json.dumps(private) if plain else packed(private),
        "metadata": json.dumps({"func_name": function} if function else {}),
    }


PROBLEMS = [
    problem("sum", "", [("2\n3 4\n", "7\n")], [("3\n1 1 1\n", "3\n"), ("1\n-5\n", "-5")]),
    problem("halves", "", [("3\n", "1.5\n")], [("1\n", "0.5\n"), ("4\n", "2.0\n")], plain=True),
    problem("lines", "", [("2\n", "1\n2\n")], [("3\n", "1\n2\n3\n")]),
    problem("largest", "largest", [("[3, 1, 2]", "3")], [("[-1]", "-1"), ("[1, 5]", "5")]),
    problem("shift", "shift", [("[1, 2]\n1", "[2, 3]")], [("[]\n7", "[]"), ("[0]\n-1", "[-1]")]),
    problem("mean", "mean", [("[1, 2]", "1.5")], [("[1, 1]", "1.0"), ("[0.1, 0.2]", "0.15000000000000002")]),
]

for one in PROBLEMS:
    print(json.dumps(one))
