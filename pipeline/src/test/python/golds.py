"""Gold answers of public problem files, extracted without passk: the source of the digests in ProblemFilesTest.

Usage: python3 golds.py FOLDER     (FOLDER holds gsm8k/test.jsonl, math500/test.jsonl, ...)

Prints for each benchmark: name, number of problems, number of distinct question texts, SHA-256 over the lines
"ordinal<TAB>id<TAB>gold<TAB>multiple<TAB>unit<LF>", where white space inside a gold is written as one space.
Standard library only.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

FILES = {
    "gsm8k": "gsm8k/test.jsonl",
    "math500": "math500/test.jsonl",
    "minerva_math": "minerva_math/test.jsonl",
    "olympiadbench": "olympiadbench/test.jsonl",
    "aime24": "aime24/test.jsonl",
    "aime25": "aime25/test.jsonl",
    "amc23": "amc23/test.jsonl",
    "omni_math_rule": "omni_math_rule/omni_math_rule.jsonl",
}


def last_box(text):
    # Another way than counting forward from the command: cut at the last command, then grow until braces balance.
    tail = text.rsplit("\\boxed", 1)[1].lstrip()
    assert tail[0] == "{", tail[:20]
    for end in (m.end() for m in re.finditer(r"\}", tail)):
        part = re.sub(r"\\\\|\\[{}]", "", tail[:end])
        if part.count("{") == part.count("}"):
            return tail[1 : end - 1].strip()
    raise AssertionError("braces never close: " + tail[:40])


def gold(name, row):
    if name == "gsm8k":
        return row["answer"].split("#### ")[1].replace(",", "").strip(), False, ""
    if name in ("math500", "minerva_math"):
        return last_box(row["solution"]), False, ""
    if name == "olympiadbench":
        (answer,) = row["final_answer"]
        return answer.strip("$ "), row["is_multiple_answer"], (row["unit"] or "").strip("$")
    if name == "omni_math_rule":
        answer = row["answer"].replace("\x0c", "\\f").strip()
        whole = re.fullmatch(r"\$([^$]+)\$", answer)
        return (whole.group(1).strip() if whole else answer), False, ""
    # json.loads with parse_float=str keeps 27.0 as it is written.
    return row["answer"].strip(), False, ""


def main(folder):
    for name, file in FILES.items():
        digest = hashlib.sha256()
        questions = set()
        count = 0
        with open(Path(folder) / file, encoding="utf-8") as lines:
            rows = [json.loads(line, parse_float=str, parse_int=str) for line in lines if line.strip()]
        for ordinal, row in enumerate(rows):
            own = next((row[key] for key in ("unique_id", "id", "idx") if key in row), ordinal)
            text, multiple, unit = gold(name, row)
            text = re.sub(r"\s+", " ", text)
            digest.update(f"{ordinal}\t{own}\t{text}\t{str(multiple).lower()}\t{unit}\n".encode())
            questions.add(" ".join((row.get("problem") or row["question"]).split()))
            count += 1
        print(f'{name} {count} {len(questions)} {digest.hexdigest()}')


if __name__ == "__main__":
    main(sys.argv[1])
