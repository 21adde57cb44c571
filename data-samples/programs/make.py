"""Writes the study "programs": problems with tests, programs of two models in two input formats, the expected verdicts.

Usage: python3 make.py            writes all files beside this script
       python3 make.py --check    writes nothing, exits 1 if a file differs from what would be written

Deterministic, standard library only. Which verdict a program gets follows from how it was made: right ones are the
canonical solution in another dress, wrong ones change one thing that a test asks for.
"""

import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
N = 24

# name, arguments, docstring, body, what to change for a wrong body, (arguments, result) of each test
PROBLEMS = [
    ("add", "a, b", "The sum of two numbers.", "    return a + b\n", ("a + b", "a - b"),
     [((1, 2), 3), ((-1, 1), 0), ((2.5, 2.5), 5.0)]),
    ("reverse_words", "text", "The words of a text in reverse order, joined by one space.",
     "    return ' '.join(reversed(text.split()))\n", ("reversed(text.split())", "text.split()"),
     [(("a b c",), "c b a"), (("  one   two ",), "two one"), (("",), "")]),
    ("is_prime", "n", "Whether n is a prime number.",
     "    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n ** 0.5) + 1))\n",
     ("n < 2", "n < 1"), [((1,), False), ((2,), True), ((91,), False), ((97,), True)]),
    ("median", "numbers", "The median of a list of numbers.",
     "    s = sorted(numbers)\n    m = len(s) // 2\n    return s[m] if len(s) % 2 else (s[m - 1] + s[m]) / 2\n",
     ("sorted(numbers)", "list(numbers)"), [(([3, 1, 2],), 2), (([4, 1, 3, 2],), 2.5), (([7],), 7)]),
    ("fibonacci", "n", "The n-th Fibonacci number, counted from 0.",
     "    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n", ("a, b = 0, 1", "a, b = 1, 1"),
     [((0,), 0), ((1,), 1), ((10,), 55), ((90,), 2880067194370816120)]),
    ("vowels", "text", "How many vowels a text has, capital ones included.",
     "    return sum(c in 'aeiou' for c in text.lower())\n", ("text.lower()", "text"),
     [(("hello",), 2), (("AEiou",), 5), (("xyz",), 0)]),
    ("merge", "intervals", "The union of closed intervals, as a sorted list of lists.",
     "    merged = []\n    for low, high in sorted(intervals):\n        if merged and low <= merged[-1][1]:\n"
     "            merged[-1][1] = max(merged[-1][1], high)\n        else:\n            merged.append([low, high])\n"
     "    return merged\n", ("low <= merged", "low < merged"),
     [(([[1, 3], [2, 6], [8, 10]],), [[1, 6], [8, 10]]), (([[1, 4], [4, 5]],), [[1, 5]]), (([],), [])]),
    ("roman", "n", "The Roman numeral of a number between 1 and 3999.",
     "    out = ''\n    for value, sign in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'),\n"
     "                        (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):\n"
     "        while n >= value:\n            out += sign\n            n -= value\n    return out\n",
     ("(4, 'IV'), ", ""), [((1994,), "MCMXCIV"), ((4,), "IV"), ((58,), "LVIII")]),
]  # fmt: skip

# Programs that a grader must not fall for, with the verdict that each gets.
LOOP = ("    while True:\n        pass\n", "TIMEOUT")
TRICKS = [
    ("    import os\n    os._exit(0)\n", "INCORRECT"),
    ("    import sys\n    sys.exit(0)\n", "INCORRECT"),
    ("    class Anything:\n        def __eq__(self, other):\n            return True\n    return Anything()\n", "INCORRECT"),
    ("    raise ValueError('no idea')\n", "INCORRECT"),
    ("    return (\n", "INCORRECT"),
    ("    pass\n", "INCORRECT"),
    ("    return [0] * (1 << 40)\n", "RESOURCE_LIMIT"),
]

# Correct samples of base and rl per problem, of N each; what is left over is wrong, tricks first.
PLAN = [(18, 24), (9, 22), (7, 20), (5, 21), (12, 24), (3, 16), (2, 0), (1, 0)]


def prompt(problem):
    name, arguments, doc, _, _, _ = problem
    return f'def {name}({arguments}):\n    """{doc}"""\n'


def record(number, problem):
    tests = "".join(f"    assert candidate(*{arguments!r}) == {result!r}\n" for arguments, result in problem[5])
    return {"task_id": f"Programs/{number}", "prompt": prompt(problem), "entry_point": problem[0],
            "canonical_solution": problem[3], "test": "def check(candidate):\n" + tests}


def bodies(problem, correct, dice):
    """The bodies of N samples with their verdicts."""
    right = problem[3]
    dresses = [right, right + "\n\n", "    # by the book\n" + right, right.replace("\n    return", "\n\n    return"),
               "    unused = 1\n" + right]
    wrong = right.replace(*problem[4])
    assert wrong != right
    made = [(dice.choice(dresses), "CORRECT") for _ in range(correct)]
    tricks = dice.sample(TRICKS, min(len(TRICKS), (N - correct) // 2))
    made += tricks
    # Each costs its limit twice over.
    made += [LOOP] * (problem[0] in ("add", "roman"))
    made = made[:N] + [(wrong, "INCORRECT")] * (N - len(made))
    dice.shuffle(made)
    return made


def files():
    dice = random.Random(20250418)
    base, rl, expected = [], [], {}
    for number, problem in enumerate(PROBLEMS):
        identity = f"Programs/{number}"
        counts = expected[identity] = {}
        for model, lines, correct in (("base", base, PLAN[number][0]), ("rl", rl, PLAN[number][1])):
            verdicts = counts[model] = {}
            for index, (body, verdict) in enumerate(bodies(problem, correct, dice)):
                silent = model == "base" and verdict != "CORRECT" and dice.random() < 0.1
                if silent:
                    verdict = "NO_ANSWER"
                verdicts[verdict] = verdicts.get(verdict, 0) + 1
                if model == "base":
                    text = "I would have to think about it." if silent else (
                        "Here is a function.\n```python\n" + prompt(problem) + body + "```\nIt does what is asked.")
                    lines.append({"problem_id": identity, "sample_index": index, "text": text})
                else:
                    lines.append({"task_id": identity, "completion": body, "sample_index": index})

    def jsonl(rows):
        return "".join(json.dumps(row) + "\n" for row in rows)

    return {
        "problems.jsonl": jsonl(record(number, problem) for number, problem in enumerate(PROBLEMS)),
        "base.jsonl": jsonl(base),
        "rl-samples.jsonl": jsonl(rl),
        "expected.json": json.dumps({"samples_per_problem": N, "verdicts": expected}, indent=1) + "\n",
    }


def main():
    stale = []
    for name, text in files().items():
        path = HERE / name
        if sys.argv[1:] == ["--check"]:
            if not path.exists() or path.read_text() != text:
                stale.append(name)
        else:
            path.write_text(text)
    if stale:
        sys.exit("differs: " + ", ".join(stale))


if __name__ == "__main__":
    main()
