"""Which calls a test will make, as far as that does not depend on what the calls give.

The test runs with a function that gives a value of no content. What it passes on before it trips over such a value can
be sent to a candidate beforehand, all at once, and tells nothing of the values that are expected.
"""
import ast
import random

import codec
import session
import wire

_CALLS, _BYTES = 256, 1 << 15  # what waits in the channel is smaller than it
_SECONDS = 1.0  # of CPU time: a loop may wait for a value that never comes


class _Enough(BaseException):
    """No more calls are to be foreseen."""


class _Value:
    """Is equal to everything, contains everything, and calculates to itself."""

    __hash__ = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_, **__):
        return self

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __float__(self):
        return 0.0


def _itself(self, *_):
    return self


def _true(*_):
    return True


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift"):
    setattr(_Value, "__%s__" % _name, _itself)
    setattr(_Value, "__r%s__" % _name, _itself)
for _name in ("neg", "pos", "abs", "invert", "getitem", "round"):
    setattr(_Value, "__%s__" % _name, _itself)
for _name in ("eq", "lt", "le", "gt", "ge", "bool", "contains"):
    setattr(_Value, "__%s__" % _name, _true)


class _Unasserted(ast.NodeTransformer):
    def visit_Assert(self, node):  # noqa: N802: the name is given
        return ast.copy_location(ast.Expr(node.test), node)


def unasserted(text):
    """The code of a test that evaluates what it asserts and does not insist on it."""
    return compile(_Unasserted().visit(ast.parse(text)), "<test>", "exec", dont_inherit=True)


def calls(entry, test):
    """The requests that `test`, called with a function, makes of it: encoded, in their order, the first ones only."""
    found, size = [], 0

    def candidate(*positional, **named):
        nonlocal size
        try:
            request = codec.encode(("call", entry, positional, named))
        except codec.NotPlainData:
            raise _Enough() from None
        size += wire.HEAD_SIZE + len(request[1])
        if size > _BYTES or len(found) == _CALLS:
            raise _Enough()
        found.append(request)
        return _Value()

    random.seed(0)
    try:
        with session.Clock(_SECONDS):
            test(candidate)
    except (Exception, _Enough, session.TestsEndless):
        pass  # what follows is found out call by call
    return found
