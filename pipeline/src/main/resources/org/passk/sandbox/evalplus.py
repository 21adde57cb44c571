"""The rules of EvalPlus 0.3.1: what its inputs mean and when a value is right. No state, no numpy."""
import math

RELATIVE = 1e-07
_FLOAT_TOLERANCE = 1e-6
NOT_NONE = frozenset(("check_str", "text_match_three", "text_starta_endb"))
_SETS = frozenset(("similar_elements", "find_char_long", "common_in_nested_lists", "extract_singly", "larg_nnum",
                   "intersection_array", "find_dissimilar", "Diff"))

# MBPP+ keeps its inputs as JSON: which tasks want tuples, and where.
_TUPLES = frozenset((2, 116, 132, 143, 222, 261, 273, 394, 399, 421, 424, 429, 470, 560, 579, 596, 616, 630, 726, 740,
                     744, 809))
_LISTS_OF_TUPLES = frozenset((63, 64, 70, 94, 120, 237, 272, 299, 400, 409, 417, 438, 473, 614, 780))
_FIRST_LIST_OF_TUPLES = frozenset((75, 413, 444, 753))
_SECOND_TUPLE = frozenset((106, 750))
_FIRST_TUPLE = frozenset((250, 405, 446, 617, 720, 763, 808))
_TUPLES_OF_TUPLES = frozenset((259, 401, 445))
_ALL_TUPLES = frozenset((580, 615, 791))


def _tuples(lists):
    return [tuple(inner) for inner in lists]


def _deep_tuple(value):
    return tuple(_deep_tuple(inner) for inner in value) if isinstance(value, list) else value


def _restore(task, call):
    if task in _TUPLES:
        return _tuples(call)
    if task in _LISTS_OF_TUPLES:
        return [_tuples(lists) for lists in call]
    if task in _FIRST_LIST_OF_TUPLES:
        return [_tuples(call[0]), call[1]]
    if task in _SECOND_TUPLE:
        return [call[0], tuple(call[1])]
    if task in _FIRST_TUPLE:
        return [tuple(call[0]), call[1]]
    if task in _TUPLES_OF_TUPLES:
        return _tuples([_tuples(lists) for lists in call])
    if task in _ALL_TUPLES:
        return _deep_tuple(call)
    if task == 115:
        return [[set(item) if isinstance(item, list) and item else {} for item in call[0]]]
    if task == 124:
        return float(call[0]), complex(call[1])
    if task == 252:
        return [complex(call[0])]
    if task == 278:
        return _tuples([[tuple(item) if isinstance(item, list) else item for item in call[0]]])
    if task == 307:
        return [tuple(call[0]), call[1], call[2]]
    if task == 722:
        return [{key: tuple(value) for key, value in call[0].items()}] + call[1:]
    return call


def inputs(dataset, task, calls):
    """The calls of a task as the program gets them."""
    if dataset != "mbpp":
        return calls
    number = int(task.split("/")[-1])
    return [_restore(number, call) for call in calls]


def _polynomial(coefficients, x):
    return sum(coefficient * math.pow(x, power) for power, coefficient in enumerate(coefficients))


def _surface_area(base, height):
    """Mbpp/581 with the height taken as the distance from base to apex."""
    return round(base ** 2 + 4 * (base * math.sqrt((base / 2) ** 2 + height ** 2)) / 2)


def _digit_distance(first, second):
    """Mbpp/558 with the shorter number padded by zeros."""
    first, second = str(first), str(second)
    width = max(len(first), len(second))
    return sum(abs(int(a) - int(b)) for a, b in zip(first.zfill(width), second.zfill(width)))


def _is_floats(value):
    if isinstance(value, float):
        return True
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(inner, float) for inner in value)


def _close(out, expected, tolerance):
    """numpy.allclose: |out - expected| <= tolerance + RELATIVE * |expected| everywhere, infinities equal, no NaN."""
    nested_out, nested = isinstance(out, (list, tuple)), isinstance(expected, (list, tuple))
    if nested and nested_out:
        if len(out) != len(expected):
            if len(out) == 1:
                return all(_close(out[0], inner, tolerance) for inner in expected)
            if len(expected) == 1:
                return all(_close(inner, expected[0], tolerance) for inner in out)
            raise ValueError("shapes %d and %d" % (len(out), len(expected)))
        return all(_close(a, b, tolerance) for a, b in zip(out, expected))
    if nested_out:
        return all(_close(inner, expected, tolerance) for inner in out)
    if nested:
        return all(_close(out, inner, tolerance) for inner in expected)
    if not isinstance(out, (int, float, complex)) or not isinstance(expected, (int, float, complex)):
        raise TypeError("no numbers: %s and %s" % (type(out).__name__, type(expected).__name__))
    if out == expected:
        return True
    difference = abs(out - expected)
    return math.isfinite(abs(expected)) and difference <= tolerance + RELATIVE * abs(expected)


def _special(entry, call, out, expected, exact, tolerance):
    """The oracles of single MBPP tasks."""
    if entry == "are_equivalent":
        return True
    if entry == "sum_div":
        return exact or out == 0
    if entry == "surface_Area":
        return exact or abs(out - _surface_area(*call)) <= tolerance
    if entry == "digit_distance_nums":
        return exact or out == _digit_distance(*call)
    if entry in _SETS:
        return set(out) == set(expected)
    if entry in NOT_NONE:
        return out == expected if isinstance(out, bool) else expected == (out is not None)
    return exact


class Comparison:
    """Compares the values of one series of calls, in their order."""

    def __init__(self, dataset, entry, tolerance):
        self._dataset = dataset
        self._entry = entry
        self._tolerance = tolerance

    def right(self, call, out, expected):
        """Whether this is the right value. An exception means no."""
        exact = out == expected
        if self._dataset == "mbpp":
            exact = _special(self._entry, call, out, expected, exact, self._tolerance)
        elif self._entry == "find_zero":
            return abs(_polynomial(*call, out)) <= self._tolerance
        if self._tolerance == 0 and _is_floats(expected):
            self._tolerance = _FLOAT_TOLERANCE  # and it stays so for the calls that follow
        tolerance = self._tolerance
        if exact or tolerance == 0:
            return bool(exact)
        if type(out) is not type(expected):
            return False
        if isinstance(expected, (list, tuple)) and len(out) != len(expected):
            return False
        return _close(out, expected, tolerance)
