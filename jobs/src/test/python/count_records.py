"""Counts the records of generation files, by the rules of the documentation alone.

Usage: python3 count_records.py FILE...      prints a line "count file" for each

A line of the long form is a record. A line of the wide form has as many records as answers (elements of "code"); where
it breaks after i answers, or cannot be used at all, what is left of it is one record more. A line of blanks is none.
Standard library only; shares no code with passk.
"""

import gzip
import json
import sys

BLANKS = " \t\r\n"


def skip(text, at):
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at


def answers_before_the_break(line):
    """Walks along the broken object: how many elements of "code" are whole."""
    decoder = json.JSONDecoder()
    answers = 0
    try:
        at = skip(line, line.index("{") + 1)
        while True:
            key, at = decoder.raw_decode(line, at)
            at = skip(line, skip(line, at) + 1)
            if key == "code" and line[at] == "[":
                at = skip(line, at + 1)
                while line[at] != "]":
                    _, at = decoder.raw_decode(line, at)
                    answers += 1
                    at = skip(line, at)
                    if line[at] == ",":
                        at = skip(line, at + 1)
                at += 1
            else:
                _, at = decoder.raw_decode(line, at)
            at = skip(line, skip(line, at) + 1)
    except (IndexError, ValueError):
        return answers


def records(line):
    if not line.strip(BLANKS):
        return 0
    try:
        record = json.loads(line)
    except ValueError:
        return answers_before_the_break(line) + 1
    if isinstance(record, dict) and isinstance(record.get("code"), list):
        return max(1, len(record["code"]))
    return 1


for name in sys.argv[1:]:
    with (gzip.open if name.endswith(".gz") else open)(name, "rb") as file:
        print(sum(records(line.decode("utf-8", "replace")) for line in file), name)
