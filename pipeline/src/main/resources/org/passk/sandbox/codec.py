"""Plain data between a candidate and its checker.

A value crosses as a pickle that may hold nothing but None, bool, int, float, str, bytes, bytearray, list, tuple, dict,
set and frozenset: the reader refuses every name, so it can call nothing. Other values that are still data (ranges,
decimals, iterators, ...) are first written as a tree of tagged tuples and rebuilt by the constructors named here, with
checked arguments. A writer that lies can therefore send wrong data and nothing else.
"""
import collections
import datetime
import decimal
import fractions
import io
import pickle

LIMIT = 8 << 20  # bytes of an encoded value that are kept; of a longer one only the digest is
_ELEMENTS = 1 << 20  # an iterator that gives more is taken for endless
_PROTOCOL = 5

_TYPES = {t.__name__: t for t in (bool, bytes, bytearray, complex, dict, float, frozenset, int, list, object, range,
                                  set, slice, str, tuple, type, type(None))}
_SCALARS = frozenset((type(None), bool, int, float, str, bytes))
_EMPTY = {}
_VIEWS = {type(_EMPTY.keys()): "keys", type(_EMPTY.values()): "values", type(_EMPTY.items()): "items",
          type(collections.OrderedDict().keys()): "keys", type(collections.OrderedDict().values()): "values",
          type(collections.OrderedDict().items()): "items"}


def fixed(values):
    """Whether these are all values that nothing can change."""
    return all(type(value) in _SCALARS for value in values)


class NotPlainData(Exception):
    """A value that is no plain data."""


class _Special(Exception):
    """Found by the fast writer: a value that needs the tree."""


class _Pickler(pickle.Pickler):
    def reducer_override(self, value):  # called for everything that is not exactly a native type
        raise _Special


class _Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        raise NotPlainData("a value names " + repr((module, name))[:80])


def _dump(value, sink):
    pickler = _Pickler(sink, _PROTOCOL)
    pickler.fast = True  # without a memo equal values have equal encodings, and large ones need no table
    pickler.dump(value)


def write(value, sink, remote=None):
    """Writes a value's encoding to the sink. Returns b"V" (plain) or b"T" (a tree); before the latter sink.restart() is called.

    `remote`, if given, takes an object that is no plain data and returns the number under which it is kept, or None.
    """
    try:
        _dump(value, sink)
        return b"V"
    except _Special:
        pass
    except (ValueError, RecursionError) as e:
        raise NotPlainData("a value contains itself or is nested too deeply") from e
    sink.restart()
    try:
        _dump(_tree(value, remote), sink)
    except RecursionError as e:
        raise NotPlainData("a value contains itself or is nested too deeply") from e
    return b"T"


class _Buffer(io.BytesIO):
    def restart(self):
        self.seek(0)
        self.truncate()


def encode(value, remote=None):
    """The kind and the bytes of a value."""
    sink = _Buffer()
    kind = write(value, sink, remote)
    return kind, sink.getvalue()


def decode(kind, data, remote=None):
    """The value that these bytes stand for. Any trouble with them is NotPlainData, or MemoryError."""
    try:
        value = _Unpickler(io.BytesIO(data)).load()
        return value if kind == b"V" else _value(value, remote)
    except (NotPlainData, MemoryError):
        raise
    except Exception as e:  # broken bytes: pickle raises nearly anything
        raise NotPlainData("undecodable value: %s: %s" % (type(e).__name__, e)) from e


def _items(pairs, remote):
    flat = []
    for key, value in pairs:
        flat.append(_tree(key, remote))
        flat.append(_tree(value, remote))
    return flat


def _trees(values, remote):
    return [_tree(value, remote) for value in values]


def _tree(value, remote):
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is list:
        return "list", _trees(value, remote)
    if kind is tuple:
        return "tuple", _trees(value, remote)
    if kind is dict:
        return "dict", _items(value.items(), remote)
    for recognise in (_exact, _numpy, _subclass, _iterable):
        tree = recognise(kind, value, remote)
        if tree is not None:
            return tree
    number = remote(value) if remote else None
    if number is None:
        raise NotPlainData("a value of type " + kind.__name__[:80])
    return "remote", number


def _exact(kind, value, remote):
    if kind is set:
        return "set", _trees(value, remote)
    if kind is frozenset:
        return "frozenset", _trees(value, remote)
    if kind is bytearray:
        return "bytearray", bytes(value)
    if kind is complex:
        return "complex", value.real, value.imag
    if kind is range:
        return "range", value.start, value.stop, value.step
    if kind is slice:
        return ("slice",) + tuple(_trees((value.start, value.stop, value.step), remote))
    if kind is decimal.Decimal:
        return "decimal", str(value)
    if kind is fractions.Fraction:
        return "fraction", value.numerator, value.denominator
    if kind is datetime.timedelta:
        return "timedelta", value.days, value.seconds, value.microseconds
    if kind is datetime.date:
        return "date", value.year, value.month, value.day
    if kind is datetime.datetime and value.tzinfo is None:
        return ("datetime", value.year, value.month, value.day, value.hour, value.minute, value.second,
                value.microsecond, value.fold)
    if kind is datetime.time and value.tzinfo is None:
        return "time", value.hour, value.minute, value.second, value.microsecond, value.fold
    if value is Ellipsis:
        return ("ellipsis",)
    if value is NotImplemented:
        return ("notimplemented",)
    if kind is type and _TYPES.get(value.__name__) is value:
        return "type", value.__name__
    return None


class NumpyInt(int):
    """An integer or a truth value of numpy: equal to Python's, of another class."""


class NumpyFloat(float):
    """A float of numpy: equal to Python's, of another class."""


def _numpy(kind, value, _):
    """Numbers of numpy; arrays are no plain data."""
    if kind.__module__ != "numpy" or not hasattr(kind, "item"):
        return None
    number = value.item() if getattr(value, "shape", None) == () else None
    if type(number) in (bool, int):
        return "numpy-int", int(number)
    if type(number) is float:
        return "numpy-float", number
    return None


def _subclass(kind, value, remote):
    """Subclasses of plain types cross as their base value, read by the base class's own methods."""
    if issubclass(kind, collections.Counter):
        return "counter", _items(dict.items(value), remote)
    if issubclass(kind, collections.OrderedDict):
        return "ordered", _items(collections.OrderedDict.items(value), remote)
    if issubclass(kind, collections.defaultdict):
        factory = value.default_factory
        name = factory.__name__ if type(factory) is type and _TYPES.get(factory.__name__) is factory else ""
        return "defaultdict", name, _items(dict.items(value), remote)
    if issubclass(kind, collections.deque):
        return "deque", _trees(collections.deque.__iter__(value), remote), value.maxlen
    if issubclass(kind, int):
        return int.__index__(value) + 0
    if issubclass(kind, float):
        return float.__pos__(value)
    if issubclass(kind, str):
        return str.__str__(value)
    if issubclass(kind, bytes):
        return bytes.__add__(b"", value)
    if issubclass(kind, list):
        return "list", _trees(list.__iter__(value), remote)
    if issubclass(kind, tuple):
        return "tuple", _trees(tuple.__iter__(value), remote)
    if issubclass(kind, dict):
        return "dict", _items(dict.items(value), remote)
    if issubclass(kind, set):
        return "set", _trees(set.__iter__(value), remote)
    if issubclass(kind, frozenset):
        return "frozenset", _trees(frozenset.__iter__(value), remote)
    return None


_ITERATORS = (map, zip, filter, enumerate, reversed, type(iter([])), type(iter(())), type(iter({})),
              type(iter({}.values())), type(iter({}.items())), type(iter(set())), type(iter("")), type(iter(b"")),
              type(iter(range(0))), type(reversed([])), type(i for i in ()))


def _iterable(kind, value, remote):
    view = _VIEWS.get(kind)
    if view == "items":
        return view, _items(value, remote)
    if view:
        return view, _trees(value, remote)
    if kind in _ITERATORS or kind.__module__ == "itertools":
        values = []
        for element in value:
            if len(values) == _ELEMENTS:
                raise NotPlainData("an iterator without end")
            values.append(element)
        return "iterator", _trees(values, remote)
    return None


def _value(tree, remote):
    if type(tree) is not tuple:
        if type(tree) in _SCALARS:
            return tree
        raise NotPlainData("a tree without a tag")
    try:
        return _REBUILD[tree[0]](remote, *tree[1:])
    except KeyError:
        raise NotPlainData("an unknown tag") from None


def _values(trees, remote):
    return [_value(tree, remote) for tree in trees]


def _pairs(flat, remote):
    values = _values(flat, remote)
    return zip(values[::2], values[1::2])


def _integers(*numbers):
    for number in numbers:
        if type(number) is not int:
            raise NotPlainData("a number is missing")
    return numbers


def _text(value):
    if type(value) is not str:
        raise NotPlainData("a text is missing")
    return value


def _bytes(value):
    if type(value) is not bytes:
        raise NotPlainData("bytes are missing")
    return value


def _remote(remote, number):
    if remote is None:
        raise NotPlainData("an object")
    return remote(*_integers(number))


_REBUILD = {
    "list": lambda remote, trees: _values(trees, remote),
    "tuple": lambda remote, trees: tuple(_values(trees, remote)),
    "dict": lambda remote, flat: dict(_pairs(flat, remote)),
    "set": lambda remote, trees: set(_values(trees, remote)),
    "frozenset": lambda remote, trees: frozenset(_values(trees, remote)),
    "bytearray": lambda remote, data: bytearray(_bytes(data)),
    "complex": lambda remote, real, imaginary: complex(float(real), float(imaginary)),
    "range": lambda remote, *numbers: range(*_integers(*numbers)),
    "slice": lambda remote, *trees: slice(*_values(trees, remote)),
    "decimal": lambda remote, text: decimal.Decimal(_text(text)),
    "fraction": lambda remote, *numbers: fractions.Fraction(*_integers(*numbers)),
    "timedelta": lambda remote, *numbers: datetime.timedelta(*_integers(*numbers)),
    "date": lambda remote, *numbers: datetime.date(*_integers(*numbers)),
    "datetime": lambda remote, *n: datetime.datetime(*_integers(*n)[:7], fold=n[7]),
    "time": lambda remote, *n: datetime.time(*_integers(*n)[:4], fold=n[4]),
    "ellipsis": lambda remote: Ellipsis,
    "notimplemented": lambda remote: NotImplemented,
    "type": lambda remote, name: _TYPES[_text(name)],
    "counter": lambda remote, flat: collections.Counter(dict(_pairs(flat, remote))),
    "ordered": lambda remote, flat: collections.OrderedDict(_pairs(flat, remote)),
    "defaultdict": lambda remote, name, flat: collections.defaultdict(_TYPES.get(_text(name)), _pairs(flat, remote)),
    "deque": lambda remote, trees, longest: collections.deque(_values(trees, remote), longest),
    "keys": lambda remote, trees: dict.fromkeys(_values(trees, remote)).keys(),
    "values": lambda remote, trees: dict(enumerate(_values(trees, remote))).values(),
    "items": lambda remote, flat: dict(_pairs(flat, remote)).items(),
    "iterator": lambda remote, trees: iter(_values(trees, remote)),
    "numpy-int": lambda remote, number: NumpyInt(*_integers(number)),
    "numpy-float": lambda remote, number: NumpyFloat(float(number)),
    "remote": _remote,
}
