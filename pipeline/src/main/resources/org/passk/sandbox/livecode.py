"""The rules of LiveCodeBench: what surrounds a program, and when a text is the right output."""
import decimal

_STARS = ("string", "re", "datetime", "collections", "heapq", "bisect", "copy", "math", "random", "statistics",
          "itertools", "functools", "operator", "io", "sys", "json", "builtins", "typing")
_NAMES = ("string", "re", "datetime", "collections", "heapq", "bisect", "copy", "math", "random", "statistics",
          "itertools", "functools", "operator", "io", "sys", "json")
PRELUDE = ("".join("from %s import *\n" % name for name in _STARS) + "".join("import %s\n" % name for name in _NAMES)
           + "sys.setrecursionlimit(50000)\n")
PRELUDE_CODE = compile(PRELUDE, "<prelude>", "exec", dont_inherit=True)


def has_solution_class(program):
    return "class Solution" in program


def wrapped(program):
    """The program as the official harness calls it: imports first, the rest a function `wrapped_function`."""
    import ast  # seldom needed: every page of the nursery costs each fork

    try:
        body = ast.parse(program).body
        if body and isinstance(body[-1], ast.If) and ast.unparse(body[-1].test).strip() == "__name__ == '__main__'":
            body = ast.parse(ast.unparse(body[:-1]) + "\n" + ast.unparse(body[-1].body)).body
        imports = [node for node in body if isinstance(node, (ast.Import, ast.ImportFrom))]
        rest = [node for node in body if not isinstance(node, (ast.Import, ast.ImportFrom))]
        nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        function = ast.FunctionDef(name="wrapped_function", args=nothing, body=rest, decorator_list=[], lineno=-1)
        return PRELUDE + "\n" + ast.unparse(imports) + "\n" + ast.unparse(function)
    except Exception:  # the harness then takes the program as it is, and so must this
        return program


def _lines(text):
    return [line.strip() for line in text.strip().split("\n")]


def _numbers(line):
    return [decimal.Decimal(word) for word in line.split()]


def _same_line(line, expected):
    if line == expected:
        return True
    try:
        return _numbers(line) == _numbers(expected)
    except (decimal.InvalidOperation, ValueError):
        return False


def same_output(text, expected, whole=False):
    """Equal line by line, or equal as lists of decimal numbers: no tolerance. As a whole only equal texts are equal."""
    if whole:
        return text.strip() == expected.strip()
    lines, wanted = _lines(text), _lines(expected)
    return len(lines) == len(wanted) and all(_same_line(a, b) for a, b in zip(lines, wanted))


def same_value(value, expected):
    """Plain equality; a tuple on the outside counts as a list."""
    return (list(value) if isinstance(value, tuple) else value) == expected
