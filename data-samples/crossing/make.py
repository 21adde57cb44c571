"""Writes the study "crossing": problems, generations of two models in two input formats, and the expected numbers.

Usage: python3 make.py            writes all files beside this script
       python3 make.py --check    writes nothing, exits 1 if a file differs from what would be written

Deterministic, standard library only. The counts of correct answers are chosen (PLAN), the texts are composed around
them; pass@k follows from the counts by exact fractions.
"""

import json
import random
import sys
import zlib
from fractions import Fraction
from itertools import combinations, permutations, product
from math import comb, lcm
from pathlib import Path

sys.dont_write_bytecode = True
from problems import CHECKS, MUSINGS, OPENERS, PROBLEMS

HERE = Path(__file__).resolve().parent
N = 32
PER_SEED = 16
KS = [1, 2, 4, 8, 16, 32]
DELTA_SE_K = 32
MAX_TOKENS = 2048

# Per problem: correct answers of base and rl, generations without an answer of base and rl, each of 32. Base solves
# more problems, six of them one to three times in 32; rl solves those it solves far more often, and one of its own.
PLAN = {
    "s01": (26, 32, 1, 0), "s02": (24, 31, 2, 0), "s03": (22, 31, 2, 1), "s04": (27, 32, 0, 0),
    "s05": (21, 30, 3, 0), "s06": (19, 30, 2, 1), "s07": (23, 32, 1, 0), "s08": (20, 29, 2, 0),
    "s09": (9, 27, 3, 1), "s10": (8, 26, 4, 0), "s11": (7, 25, 3, 1), "s12": (6, 22, 5, 2),
    "s13": (9, 28, 2, 0), "s14": (5, 21, 6, 1), "s15": (7, 24, 4, 2), "s16": (6, 23, 3, 0),
    "s17": (2, 0, 6, 3), "s18": (1, 0, 4, 1), "s19": (3, 0, 3, 0), "s20": (1, 0, 5, 2),
    "s21": (2, 0, 4, 1), "s22": (0, 1, 7, 3), "s23": (0, 0, 8, 5), "s24": (3, 0, 2, 0),
}  # fmt: skip


def check_golds():
    """The golds once more, by arithmetic and brute force instead of by the solutions' reasoning."""
    pairs = list(product(range(1, 7), repeat=2))
    triples = list(combinations(range(1, 10), 3))
    faces = list(product(range(4), repeat=3))
    tilings = [1, 1]
    for _ in range(9):
        tilings.append(tilings[-1] + 2 * tilings[-2])
    powers = {"A": 2**60, "B": 3**38, "C": 5**26, "D": 7**21}
    unit_pairs = [(a, b) for a in range(1, 100) for b in range(a + 1, 100) if 6 * (a + b) == a * b]
    found = {
        "s01": str(18 * 24 - 397),
        "s02": str((14 * 60 + 5) - (9 * 60 + 20)),
        "s03": f"{6.25 / 5 * 3:.2f}",
        "s04": frac(Fraction(5, 6) * Fraction(3, 4)),
        "s05": f"{(110 - 80) / 80 * 100:.1f}\\%",
        "s06": str(lcm(28, 45)),
        "s07": next(f"({x}, {y})" for x in range(9) for y in range(9) if x + y == 7 and 2 * x - y == 2),
        "s08": next(k for k, v in {"A": 4531, "B": 7218, "C": 6104, "D": 9215}.items() if v % 9 == 0),
        "s09": str(sum(list(str(i)) == sorted(set(str(i)), reverse=True) for i in range(100, 1000))),
        "s11": frac(Fraction(sum(a * b % 6 == 0 for a, b in pairs), len(pairs))),
        "s12": str(pow(7, 2026, 100)),
        "s13": f"{float(Fraction(36) / (Fraction(18, 12) + Fraction(18, 18))):.1f}",
        "s15": str(sum(720 % d == 0 and d % 6 == 0 for d in range(1, 721))),
        "s16": f"{round((1 / 0.8 - 1) * 100)}\\%",
        "s17": str(tilings[10]),
        "s18": "({}, {})".format(*min(unit_pairs, key=lambda p: p[1] - p[0])),
        "s19": frac(Fraction(sum(sum(t) % 2 for t in triples), len(triples))),
        "s20": str(sum((n * n + n + 1) % 7 == 0 for n in range(1, 1001))),
        "s22": str(float(Fraction(sum(len(set(f)) for f in faces), len(faces)))),
        "s23": str(sum(all(b != a + 1 for a, b in zip(p, p[1:])) for p in permutations(range(7)))),
        "s24": max(powers, key=powers.get),
    }
    assert all(sum(6 * k - 4 for k in range(1, n + 1)) == 3 * n * n - n for n in range(1, 50))  # s21
    for id, gold in found.items():
        assert PROBLEMS[id]["answer"] == gold, (id, gold)


def frac(value):
    return f"\\frac{{{value.numerator}}}{{{value.denominator}}}"


class Chance:
    """Seeded choices through random() alone, whose sequence Python guarantees."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def below(self, n):
        return int(self.source.random() * n)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, share):
        return self.source.random() < share

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


def ending(chance, form, model):
    """A way to state an answer, all of them unmistakable."""
    plain = form.replace(".", "").replace("-", "").isdigit()
    draw = chance.source.random()
    if plain and draw < (0.15 if model == "base" else 0.02):
        return f"\n#### {form}"
    if draw < (0.40 if model == "base" else 0.08):
        stated = [f"The final answer is ${form}$.", f"The final answer is ${form}$. I hope it is correct."]
        if form.isdigit() or form.isalpha():
            stated.append(f"The final answer is {form}")
        return chance.pick(stated)
    return chance.pick(
        [
            f"So the answer is $\\boxed{{{form}}}$.",
            f"Therefore we get \\boxed{{{form}}}.",
            f"Hence\n\\[\\boxed{{{form}}}\\]",
            f"The final answer is $\\boxed{{{form}}}$.",
            f"\\boxed{{{form}}}",
        ]
    )


def answered(chance, problem, form, correct, model):
    moves = problem["moves"]
    body = [chance.pick(OPENERS[model])]
    if correct:
        body += moves if chance.chance(0.6) else moves[-2:]
    else:
        body += moves[: chance.below(2)] + [chance.pick(problem["slips"])]
    glue = chance.pick([" ", " ", "\n", "\n\n"])
    end = ending(chance, form, model)
    if sum(map(len, body)) + len(end) < 100:
        body.append(chance.pick(CHECKS))
    return glue.join([*(part for part in body if part), end])


def unanswered(chance, problem, cut):
    """Reasoning without any digit, so that no rule for finding answers finds one."""
    parts = chance.shuffled(MUSINGS)[: 3 + chance.below(4)]
    text = " ".join(part.format(topic=problem["topic"]) for part in parts)
    if cut:
        text = text[: len(text) - 4 - chance.below(20)]
    assert not any(c.isdigit() for c in text) and "\\" not in text
    return text


def samples(id, model):
    """The 32 generations of one problem, in a mixed order."""
    problem = PROBLEMS[id]
    chance = Chance(f"crossing {model} {id}")
    column = 0 if model == "base" else 1
    correct, silent = PLAN[id][column], PLAN[id][column + 2]
    kinds = ["correct"] * correct + ["silent"] * silent + ["wrong"] * (N - correct - silent)
    out = []
    for kind in chance.shuffled(kinds):
        sample = {"kind": kind, "finish": "stop", "form": "", "stored": kind == "correct"}
        if kind == "silent":
            cut = chance.chance(0.7)
            sample["finish"] = "length" if cut else "stop"
            sample["text"] = unanswered(chance, problem, cut)
        else:
            # The most usual wrong answer comes first and is drawn more often than the others.
            forms = problem["forms"] if kind == "correct" else problem["wrong"][:1] * 2 + problem["wrong"]
            sample["form"] = chance.pick(forms)
            sample["text"] = answered(chance, problem, sample["form"], kind == "correct", model)
            # The grader that came with the samples misses some equal answers in another form.
            if kind == "correct" and sample["form"] != problem["answer"] and chance.chance(0.15):
                sample["stored"] = False
            # ... and is now and then too generous.
            if kind == "wrong" and chance.chance(0.02):
                sample["stored"] = True
        sample["tokens"] = MAX_TOKENS if sample["finish"] == "length" else len(sample["text"]) // 3
        out.append(sample)
    return out


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def wide_line(idx, id, part):
    """One line of the Qwen2.5-Math family of scripts: all answers of a problem."""
    problem = PROBLEMS[id]
    solution = " ".join(problem["moves"])
    return dump(
        {
            "idx": idx,
            "question": problem["question"],
            "gt_cot": solution,
            "gt": problem["answer"],
            "level": problem["level"],
            "type": problem["subject"],
            "solution": solution,
            "answer": problem["answer"],
            "code": [s["text"] for s in part],
            "pred": [s["form"] for s in part],
            "report": [None] * len(part),
            "finish_reason": [s["finish"] for s in part],
            "score": [s["stored"] for s in part],
        }
    )


def long_record(id, index, seed, sample):
    return {
        "model": "rl",
        "benchmark": "samples",
        "problem_id": id,
        "sample_index": index,
        "text": sample["text"],
        "finish_reason": sample["finish"],
        "num_tokens": sample["tokens"],
        "seed": seed,
        "step": 150,
        "prompt_kind": "cot",
        "temperature": 0.6,
        "top_p": 0.95,
        "max_tokens": MAX_TOKENS,
        "stored_verdict": sample["stored"],
    }


def base_files(runs):
    ids = list(PROBLEMS)
    seeds = [[wide_line(i, id, runs[id][s : s + PER_SEED]) for i, id in enumerate(ids)] for s in (0, PER_SEED)]
    # The sampler was killed in the middle of a problem and started again, which wrote the line a second time.
    seeds[0].insert(5, seeds[0][5][: seeds[0][5].index('"code"') - 30])
    seeds[0].insert(12, "null")
    # A problem that the problem file does not have.
    stray = dict(PROBLEMS["s01"], question="What is the sum of the first ten odd numbers?", answer="100")
    PROBLEMS["stray"] = stray
    seeds[1].insert(9, wide_line(99, "stray", [dict(runs["s01"][0], text="The sum is \\boxed{100}.", form="100")]))
    del PROBLEMS["stray"]
    # The disk ran full inside the seventeenth answer of the last problem: sixteen are whole, the rest of the line is
    # lost, the stored scores with it.
    more = runs[ids[-1]][PER_SEED:] + runs[ids[-1]][:4]
    line = wide_line(len(ids) - 1, ids[-1], more)
    seeds[1][-1] = line[: line.index(dump(more[PER_SEED]["text"])) + 40]
    files = {"base/seed0.jsonl": "\n".join(seeds[0]) + "\n", "base/seed1.jsonl": "\n".join(seeds[1])}
    counts = {
        "base/seed0.jsonl": counted(24 * PER_SEED, MALFORMED_JSON=1, NOT_AN_OBJECT=1),
        "base/seed1.jsonl": counted(24 * PER_SEED, MALFORMED_JSON=1, UNKNOWN_PROBLEM=1),
    }
    return files, counts


def rl_files(runs):
    records = [(id, i % PER_SEED, i // PER_SEED, s) for id in PROBLEMS for i, s in enumerate(runs[id])]
    late = [r for r in records if r[0] in ("s23", "s24") and r[2] == 1 and r[1] >= 8]
    first = [dump(long_record(*r)) for r in records if r[2] == 0]
    second = [dump(long_record(*r)) for r in records if r[2] == 1 and r not in late]
    first.insert(100, first[100][:150])
    first.insert(301, '["s19", 4, "a list is no record"]')
    second.insert(40, dump({k: v for k, v in long_record("s03", 16, 1, records[0][3]).items() if k != "text"}))
    second.insert(200, dump(long_record("s99", 0, 1, records[0][3])))
    files = {
        "rl/part0.jsonl": "\n".join(first) + "\n",
        "rl/part1.jsonl.gz": "\n".join(second) + "\n",
        # Samples may come in any order and from any file.
        "rl/part2-late.jsonl": "".join(dump(long_record(*r)) + "\n" for r in reversed(late)),
    }
    counts = {
        "rl/part0.jsonl": counted(384, MALFORMED_JSON=1, NOT_AN_OBJECT=1),
        "rl/part1.jsonl.gz": counted(384 - len(late), MISSING_FIELD=1, UNKNOWN_PROBLEM=1),
        "rl/part2-late.jsonl": counted(len(late)),
    }
    return files, counts


def counted(verdicts, **reasons):
    quarantined = sum(reasons.values())
    return {"read": verdicts + quarantined, "verdicts": verdicts, "quarantined": quarantined, "reasons": reasons}


def pass_at_k(n, c, k):
    return 1 - Fraction(comb(n - c, k), comb(n, k))


def mean_pass(counts, k):
    return sum(pass_at_k(v["n"], v["c"], k) for v in counts.values()) / len(counts)


def number(value):
    """A fraction, its decimal form to 30 digits, and the nearest double."""
    sign, scaled = "-" if value < 0 else "", round(abs(value) * 10**30)
    digits = str(scaled).rjust(31, "0")
    return {"exact": str(value), "decimal": f"{sign}{digits[:-30]}.{digits[-30:]}", "double": float(value)}


def expected(runs, files):
    out = {"study": "crossing", "benchmark": "samples", "ks": KS, "files": files, "runs": {}}
    for model, problems in runs.items():
        counts = {
            id: {
                "n": len(part),
                "c": sum(s["kind"] == "correct" for s in part),
                "no_answer": sum(s["kind"] == "silent" for s in part),
            }
            for id, part in problems.items()
        }
        # The last line of base/seed1.jsonl broke before its scores.
        stored = [
            s
            for id, part in problems.items()
            for i, s in enumerate(part)
            if not (model == "base" and id == "s24" and i >= PER_SEED)
        ]
        out["runs"][model] = {
            "n": sum(v["n"] for v in counts.values()),
            "c": sum(v["c"] for v in counts.values()),
            "no_answer": sum(v["no_answer"] for v in counts.values()),
            "truncated": sum(s["finish"] == "length" for s in stored),
            "stored_verdicts": len(stored),
            "stored_wrong_but_correct": sum(s["kind"] == "correct" and not s["stored"] for s in stored),
            "stored_correct_but_wrong": sum(s["kind"] != "correct" and s["stored"] for s in stored),
            "pass_at_k": {str(k): number(mean_pass(counts, k)) for k in KS},
            "problems": counts,
        }
    base, rl = out["runs"]["base"], out["runs"]["rl"]
    common = [id for id in base["problems"] if id in rl["problems"]]
    part = {model: {id: out["runs"][model]["problems"][id] for id in common} for model in runs}
    solved = {model: {id for id in common if part[model][id]["c"]} for model in runs}
    ahead = [mean_pass(part["base"], k) > mean_pass(part["rl"], k) for k in KS]
    assert ahead == sorted(ahead) and not ahead[0] and ahead[-1], "the curves cross exactly once"
    out["comparison"] = {
        "base": "base",
        "rl": "rl",
        "common_problems": len(common),
        "delta_se": {"k": DELTA_SE_K, **number(mean_pass(part["base"], DELTA_SE_K) - mean_pass(part["rl"], 1))},
        "crossing": {"rl_ahead_up_to": KS[ahead.index(True) - 1], "base_ahead_from": KS[ahead.index(True)]},
        "solvable": {
            "both": sorted(solved["base"] & solved["rl"]),
            "base_only": sorted(solved["base"] - solved["rl"]),
            "rl_only": sorted(solved["rl"] - solved["base"]),
            "neither": sorted(set(common) - solved["base"] - solved["rl"]),
        },
    }
    return out


def main(check):
    check_golds()
    runs = {model: {id: samples(id, model) for id in PROBLEMS} for model in ("base", "rl")}
    keys = ("question", "answer", "level", "subject")
    texts = {
        "problems.jsonl": "".join(
            dump({"id": id, **{key: problem[key] for key in keys}}) + "\n" for id, problem in PROBLEMS.items()
        )
    }
    counts = {}
    for files, read in (base_files(runs["base"]), rl_files(runs["rl"])):
        texts.update(files)
        counts.update(read)
    texts["expected.json"] = json.dumps(expected(runs, counts), indent=1) + "\n"
    differing = []
    for name, text in texts.items():
        path, data = HERE / name, text.encode()
        if check:
            there = path.read_bytes() if path.exists() else b""
            # Compressed bytes depend on the library's version: what counts is what they hold.
            if name.endswith(".gz") and there:
                there = zlib.decompress(there, 31)
            if there != data:
                differing.append(name)
            continue
        path.parent.mkdir(exist_ok=True)
        if name.endswith(".gz"):
            # Not gzip.compress, whose header differs between versions of Python; here the time in it is 0.
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            data = packer.compress(data) + packer.flush()
        path.write_bytes(data)
    if differing:
        sys.exit("differs from what make.py writes: " + ", ".join(differing))


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
