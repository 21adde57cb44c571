"""Constructs counts that have the values of the paper's tables (arXiv 2504.13837v2, Tables 2, 3, 4 and 5).

Usage: paper_counts.py TABLES_JSON, the transcribed tables; writes paper_counts.csv and paper_sets.csv beside itself.

With n = 256 samples per problem pass@256 fixes how many problems have a correct sample, and pass@1 the sum of the correct
ones, which are spread over those problems as evenly as integers allow. Checks with fractions that both values, and the gap
base pass@256 - run pass@1, round to the printed ones.
"""
import json
import pathlib
import sys
from fractions import Fraction

N = 256
PROBLEMS = {"Omni-MATH-Train": 2000, "Omni-MATH-Test": 821, "MATH500": 500}
HERE = pathlib.Path(__file__).parent

tables = json.load(open(sys.argv[1], encoding="utf-8"))
printed = {**tables["table2_rl_algorithms"], **tables["table3_training_steps"]}


def tenths(value):
    """A printed percentage in tenths of a percent."""
    return round(value * 10)


lines = ["model,benchmark,pass_1,pass_256,n,c,problems"]
for model, benchmarks in printed.items():
    for benchmark, values in benchmarks.items():
        problems = PROBLEMS[benchmark]
        solved = round(Fraction(tenths(values["pass@256"]) * problems, 1000))
        correct = round(Fraction(tenths(values["pass@1"]) * problems * N, 1000))
        each, more = divmod(correct, solved)
        groups = {0: problems - solved, each: solved - more, each + 1: more}
        assert 0 < each and each + (more > 0) <= N
        assert round(Fraction(1000 * solved, problems)) == tenths(values["pass@256"])
        assert round(Fraction(1000 * correct, problems * N)) == tenths(values["pass@1"])
        for c, count in groups.items():
            if count:
                lines.append(f"{model},{benchmark},{values['pass@1']},{values['pass@256']},{N},{c},{count}")
(HERE / "paper_counts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

lines = ["table,problem,base,run"]
for table, key, base, run, ids in [
    (4, "table4_aime24_solvable", "Qwen2.5-7B-Base", "SimpleRL-Qwen2.5-7B", range(30)),
    (5, "table5_livecodebench_solvable_400_450", "Qwen2.5-7B-Instruct-1M", "Coder-R1", range(400, 450)),
]:
    for i in ids:
        lines.append(f"{table},{i},{int(i in tables[key][base])},{int(i in tables[key][run])}")
(HERE / "paper_sets.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
