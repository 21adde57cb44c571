"""Objects that live in the candidate's process and names that the tests expect of it."""
import ast
import builtins


class Remotes:
    """The remote objects of one session, each one once: a remote object equals nothing but itself."""

    def __init__(self):
        self.session = None
        self._known = {}

    def remote(self, number):
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = Remote(self, number)
        return found

    def number(self, value):
        """The number of a remote object, None for anything else."""
        if type(value) is not Remote:
            return None
        target = object.__getattribute__(value, "_target")
        if type(target) is str:
            # A name becomes an object when it is passed on.
            return self.number(self.session.request("name", target))
        return target

    def name(self, name):
        return Remote(self, name)


class Remote:
    __slots__ = ("_owner", "_target")

    def __init__(self, owner, target):
        object.__setattr__(self, "_owner", owner)
        object.__setattr__(self, "_target", target)

    def __call__(self, *positional, **named):
        return _ask(self, "call", positional, named)

    def __getattr__(self, name):
        return _ask(self, "getattr", (name,))

    def __setattr__(self, name, value):
        _ask(self, "setattr", (name, value))

    def __iter__(self):
        return iter(_ask(self, "iter", ()))

    def __repr__(self):
        return _ask(self, "repr", ())

    def __hash__(self):
        return id(self)


def _ask(remote, operation, positional, named=None):
    owner = object.__getattribute__(remote, "_owner")
    return owner.session.request(operation, object.__getattribute__(remote, "_target"), positional, named)


def _forward(operation):
    return lambda self, *positional: _ask(self, operation, positional)


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift",
              "lt", "le", "gt", "ge", "neg", "pos", "invert", "getitem", "setitem", "delitem", "contains", "len", "abs",
              "bool", "str", "int", "float", "next"):
    setattr(Remote, "__%s__" % _name, _forward({"and": "and_", "or": "or_"}.get(_name, _name)))


def wanted(texts, entries):
    """The names that these pieces of code expect of the candidate: those that neither they nor Python define.

    A program may redefine a builtin only if that is known to be the function under test: else it could replace the
    `set` or `all` with which a test looks at its value.
    """
    used, bound = _names(texts)
    python = set(dir(builtins)) | {"__name__", "__file__", "__doc__"}
    found = (used - bound - python) | (used & set(entries))
    if not found:
        # Tests that want nothing else can only be about a builtin that the program redefines.
        found = (used - bound) & {name for name in python if not isinstance(getattr(builtins, name, None), type)}
    return sorted(found)


def _names(texts):
    used, bound = set(), set()
    for text in texts:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Name):
                (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                bound.add(node.name)
            elif isinstance(node, ast.arg):
                bound.add(node.arg)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                bound.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                bound.add(node.name)
    return used, bound
