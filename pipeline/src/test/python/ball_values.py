"""Values of elementary functions by mpmath: the source of values.csv of BallValuesTest.

Usage: python3 ball_values.py > ../resources/org/passk/verify/math/ball/values.csv     (mpmath 1.3.0)

A line is function,re,im[,re,im],re,im: one or two arguments as exact fractions, and the value with 60 digits. Functions of
real arguments alone (root_k is the real root, atan2) have im 0. Values on branch cuts are mpmath's.
"""

from fractions import Fraction

import mpmath
from mpmath import mp

mp.dps = 150

UNARY = {
    "exp": mpmath.exp,
    "log": mpmath.log,
    "sqrt": mpmath.sqrt,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "asinh": mpmath.asinh,
    "acosh": mpmath.acosh,
    "atanh": mpmath.atanh,
    "root3": lambda z: mpmath.root(z, 3),
    "root7": lambda z: mpmath.root(z, 7),
    "power5": lambda z: z**5,
    "power-3": lambda z: z**-3,
    "arg": mpmath.arg,
    "abs": abs,
}

# Inside and outside of the real domains, on the cuts, beside them by 1e-30, and off the axes in all quadrants.
POINTS = [
    ("1/2", "0"), ("-1/2", "0"), ("2", "0"), ("-2", "0"), ("1/3", "0"), ("7", "0"), ("-5/4", "0"), ("9/8", "0"),
    ("100", "0"), ("-355/113", "0"), ("1/1000000000000", "0"), ("-1/1000000000000", "0"),
    ("999999999999/1000000000000", "0"), ("1000000000001/1000000000000", "0"),
    ("0", "2"), ("0", "-2"), ("0", "1/2"), ("0", "-1/2"),
    ("3", "4"), ("-3", "4"), ("-3", "-4"), ("3", "-4"), ("1/5", "1/7"), ("-1/5", "1/7"), ("1/5", "-1/7"),
    ("-2", "1/1" + 30 * "0"), ("-2", "-1/1" + 30 * "0"), ("2", "1/1" + 30 * "0"), ("2", "-1/1" + 30 * "0"),
    ("1/1" + 30 * "0", "2"), ("-1/1" + 30 * "0", "2"), ("1/1" + 30 * "0", "-2"), ("-1/1" + 30 * "0", "-2"),
    ("1/1" + 30 * "0", "1/1" + 30 * "0"), ("3/5", "4/5"),
]

POWERS = [
    ("2", "0", "1/2", "0"), ("-8", "0", "1/3", "0"), ("-4", "0", "3/2", "0"), ("-4", "0", "-1/2", "0"),
    ("2", "0", "-7/3", "0"), ("0", "1", "0", "1"), ("3", "-1", "2", "5"), ("-2", "0", "0", "1"), ("-2", "-3", "1/2", "0"),
    ("1/3", "0", "100", "0"), ("-3", "0", "1/5", "1/7"), ("1", "1", "-5/2", "0"),
]

ANGLES = [("1", "2"), ("-1", "2"), ("1", "-2"), ("-1", "-2"), ("0", "3"), ("0", "-3"), ("5", "0"), ("-5", "0"),
          ("1/1" + 30 * "0", "-1"), ("-1/1" + 30 * "0", "-1")]

REAL = [("asinh", "1/1" + 40 * "0"), ("sin", "1" + 60 * "0"), ("cos", "-1" + 100 * "0"), ("tan", "22"), ("exp", "1000"),
        ("exp", "-1000"), ("log", "1/1" + 90 * "0"), ("atan", "1" + 50 * "0"), ("tanh", "1/1" + 20 * "0"), ("cosh", "-20"),
        ("sinh", "1/1" + 45 * "0"), ("tanh", "60"), ("sqrt", "1" + 81 * "0"), ("log", "3/2"), ("log", "3/4")]


def number(text):
    f = Fraction(text)
    return mpmath.mpf(f.numerator) / f.denominator


def value(re, im):
    return number(re) if im == "0" else mpmath.mpc(number(re), number(im))


def line(name, arguments, result):
    result = mpmath.mpmathify(result)
    parts = [mpmath.nstr(part, 60, min_fixed=1, max_fixed=0) for part in (result.real, result.imag)]
    print(",".join([name, *arguments, *parts]))


for name, f in UNARY.items():
    for re, im in POINTS:
        line(name, (re, im), f(value(re, im)))
for name, re in REAL:
    line(name, (re, "0"), UNARY[name](number(re)))
for a, b, c, d in POWERS:
    line("power", (a, b, c, d), mpmath.power(value(a, b), value(c, d)))
for y, x in ANGLES:
    line("atan2", (y, "0", x, "0"), mpmath.atan2(number(y), number(x)))
