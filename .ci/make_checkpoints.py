#!/usr/bin/env python3
"""Writes a made-up study of many checkpoints as counts: make_checkpoints.py FOLDER RUNS [PROBLEMS [N]].

One base and RUNS - 1 checkpoints of four trainings from it, PROBLEMS (500) problems, N (1,024) samples each. The abilities of
the base are a zero-inflated Beta; training moves log-odds up with the step, most where the base is strong already, so
that curves cross. The same arguments give the same bytes.
"""
import math
import random
import sys
from pathlib import Path

ALGORITHMS = ["GRPO", "PPO", "RLOO", "DAPO"]
SEED = 2504_13837


def binomial(rng, n, p):
    """Close to a binomial: exact for rare events, a rounded normal else. Only the shape of the counts matters here."""
    mean = n * p
    if mean > n / 2:
        return n - binomial(rng, n, 1 - p)
    if mean > 20:
        return max(0, min(n, round(rng.gauss(mean, math.sqrt(mean * (1 - p))))))
    c, left = 0, math.exp(-mean)
    product = rng.random()
    while product > left and c < n:
        product *= rng.random()
        c += 1
    return c


def main():
    folder, runs = Path(sys.argv[1]), int(sys.argv[2])
    problems = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    n = int(sys.argv[4]) if len(sys.argv) > 4 else 1024
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(SEED)
    odds = []
    for _ in range(problems):
        p = 0.0 if rng.random() < 0.15 else rng.betavariate(0.35, 1.2)
        odds.append(None if p < 1e-9 else math.log(p / (1 - min(p, 1 - 1e-9))))
    last = max(1, (runs - 1 + len(ALGORITHMS) - 1) // len(ALGORITHMS))
    with open(folder / "counts.csv", "w", encoding="utf-8") as out:
        out.write("model,step,problem_id,n,c\n")
        for run in range(runs):
            line, step = (run - 1) % len(ALGORITHMS), 1 + (run - 1) // len(ALGORITHMS)
            rng = random.Random(SEED * 1_000_003 + run)
            gain = 0.0 if run == 0 else (0.8 + 0.1 * line) * step / last
            name = "base," if run == 0 else f"{ALGORITHMS[line].lower()},{10 * step}"
            for problem, odd in enumerate(odds):
                c = 0
                if odd is not None:
                    moved = odd + gain * (2.5 + 0.8 * odd)
                    c = binomial(rng, n, 1 / (1 + math.exp(-moved)))
                out.write(f"{name},p{problem:04d},{n},{c}\n")
    models = ["    { name = base, role = base }"]
    for line in range(min(runs - 1, len(ALGORITHMS))):
        name = ALGORITHMS[line]
        models.append(f"    {{ name = {name.lower()}, role = rl, base = base, algorithm = {name} }}")
    (folder / "study.conf").write_text(
        "study {\n  name = checkpoints\n  output = out\n  benchmarks = [ { name = bench } ]\n  models = [\n"
        + "\n".join(models)
        + "\n  ]\n  generations = [ { path = counts.csv, format = counts, benchmark = bench, temperature = 0.6 } ]\n}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
