"""The program in a text by the rule of EvalPlus' sanitize (0.3.1): the longest range of lines that Python parses, and of
it the imports and the definitions that the tested function can reach.

It runs in a process of its own, for the parser may be given anything.
"""
# Errors of the end of a text, which more lines may mend; every other error before the last line is there to stay.
_OPEN = ("unterminated", "never closed", "EOF", "expected an indented block", "expected 'except'")


def sanitize(text, entry):
    """The program; a text that holds no definition is its longest range of lines."""
    global ast
    import ast  # here, for every candidate would carry it along
    code = longest(text)
    return reachable(code, entry) or code


def longest(text):
    """The range of at least two lines with the most lines that are not blank, the first of several."""
    lines = text.split("\n")
    filled = [0]
    for line in lines:
        filled.append(filled[-1] + bool(line.strip()))
    best, first, last = 0, 0, 0
    for start in range(len(lines)):
        if filled[-1] - filled[start] <= best:
            break
        for end in range(start + 1, len(lines)):
            valid, final = _parses("\n".join(lines[start:end + 1]), end - start)
            if valid and filled[end + 1] - filled[start] > best:
                best, first, last = filled[end + 1] - filled[start], start, end
            if final:
                break
    return "\n".join(lines[first:last + 1])


def _parses(source, last):
    """Whether a source parses, and whether no longer one will; `last` is the number of its lines less one."""
    try:
        ast.parse(source)
        return True, False
    except SyntaxError as e:
        before = e.lineno is not None and e.lineno <= last
        return False, before and not any(word in (e.msg or "") for word in _OPEN)
    except (MemoryError, ValueError, RecursionError):
        return False, False


def reachable(code, entry):
    """Imports and definitions at the top, of each name the first, that the function needs; empty if there are none."""
    try:
        body = ast.parse(code).body
    except (SyntaxError, MemoryError, ValueError, RecursionError):
        return ""
    lines = code.encode("utf-8", "surrogatepass").split(b"\n")
    imports, definitions, taken = [], [], set()
    for node in body:
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and node.module != "__future__"):
            imports.append(_segment(lines, node))
            continue
        name = _defined(node)
        if name is not _NOTHING and name not in taken:
            taken.add(name)
            definitions.append((name, _segment(lines, node), _names(node)))
    needed = _needed(entry, {name: names for name, _, names in definitions})
    kept = imports + [source for name, source, _ in definitions if name in needed]
    return b"\n".join(kept).decode("utf-8", "surrogatepass").strip() and b"\n".join(kept).decode("utf-8", "surrogatepass")


_NOTHING = object()


def _defined(node):
    """The name that a statement defines: None for one that nobody can ask for, nothing for other statements."""
    if isinstance(node, ast.ClassDef):
        return _NOTHING if node.decorator_list else node.name
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        returns = any(isinstance(inner, ast.Return) for inner in ast.walk(node))
        return node.name if returns and not node.decorator_list else _NOTHING
    if isinstance(node, ast.Assign):
        return node.targets[0].id if isinstance(node.targets[0], ast.Name) else None
    if isinstance(node, ast.AnnAssign):
        return node.target.id if isinstance(node.target, ast.Name) else None
    return _NOTHING


def _names(node):
    """Every name in a definition, those of attributes, parameters and keywords included."""
    names = set()
    for inner in ast.walk(node):
        for field in ("id", "attr", "arg", "name"):
            value = getattr(inner, field, None)
            if isinstance(value, str):
                names.update(value.split("."))
    return names


def _needed(entry, names):
    needed, waiting = {entry}, [entry]
    while waiting:
        for name in names.get(waiting.pop(), ()):
            if name not in needed:
                needed.add(name)
                waiting.append(name)
    return needed


def _segment(lines, node):
    """The bytes of a statement."""
    first, last = node.lineno - 1, node.end_lineno - 1
    if first == last:
        return lines[first][node.col_offset:node.end_col_offset]
    return b"\n".join([lines[first][node.col_offset:]] + lines[first + 1:last] + [lines[last][:node.end_col_offset]])
