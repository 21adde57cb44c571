"""Compares report.json of the sample study with the exact values that make.py computed.

Usage: check_sample.py EXPECTED REPORT
"""
import json
import sys

expected = json.load(open(sys.argv[1], encoding="utf-8"))
report = json.load(open(sys.argv[2], encoding="utf-8"))
model_of = {run["run_id"]: run["model"] for run in report["runs"]}

checked = 0
for row in report["metrics"]:
    if row["slice"] or row["target"] != "population":
        continue
    model = model_of[row["run_id"]]
    if row["metric"] == "pass@k":
        want = expected["runs"][model]["pass_at_k"][str(row["k"])]["double"]
    elif row["metric"] == "delta_se" and "headline" in row["flags"]:
        gap = expected["comparison"]["delta_se"]
        assert row["k"] == gap["k"], row
        want = gap["double"]
    else:
        continue
    assert abs(row["estimate"] - want) < 1e-12, (row, want)
    assert row["low"] <= row["estimate"] <= row["high"], row
    checked += 1
files = expected["files"]
for source in report["sources"]:
    want = files[source["path"]]
    got = (source["read"], source["quarantined"])
    assert got == (want["read"], want["quarantined"]), (source["path"], got, want)
assert checked == 13, checked
print(f"sample study: {checked} values and {len(files)} files as computed by exact fractions")
