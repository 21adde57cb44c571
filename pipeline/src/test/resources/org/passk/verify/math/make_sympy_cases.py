"""Pairs of answers whose equality SymPy and mpmath prove: the source of sympy_cases.tsv of SympyCasesTest.

Usage: python3 make_sympy_cases.py > sympy_cases.tsv     (Python 3.11, SymPy 1.14.0, mpmath 1.3.0; a minute)

A line is family<TAB>true|false<TAB>reference<TAB>answer. The seed is fixed: the same versions write the same bytes.

Every text is made together with the SymPy expression that it stands for. `true` needs two expressions that are equal by a
transformation of SymPy (expand, factor, apart, ...) or by a law that stands in the template, and that also agree to 50
digits at three or more points where both are real (complex ones: where they have a value). `false` needs a difference
of more than 1e-40 at 60 digits at such points. Nothing is asked of passk. What counts as equal is docs/verification-math.md:
variables are real, log is to the base 10, decimals are exact unless they are right roundings to six decimals and digits.
"""

import random
import re
import sys

import mpmath
import sympy as sp
from sympy import I, Integer, Matrix, Rational, cos, exp, log, pi, sin, sqrt, tan

R = random.Random(20250413)
PROVEN = 60
x, y, z, t, a, b, n, k = sp.symbols("x y z t a b n k", real=True)
lines = {}


class Unproven(Exception):
    pass


# --- proofs -----------------------------------------------------------------------------------------------------------


def number(expression, point):
    value = sp.sympify(expression).subs(point)
    value = sp.N(value, PROVEN + 25, maxn=400)
    if not value.is_number or value.has(sp.nan, sp.zoo, sp.oo):
        raise Unproven(f"no value: {expression}")
    re_, im_ = value.as_real_imag()
    return mpmath.mpc(mpmath.mpf(str(re_)), mpmath.mpf(str(im_)))


def points(symbols, whole):
    for i in range(16):
        point = {}
        for j, s in enumerate(symbols):
            if whole:
                point[s] = Integer(R.randint(2 + i // 4, 6 + i))
            else:
                # Every combination of signs, and magnitudes from 0.1 to 20.
                sign = -1 if i >> j & 1 else 1
                size = 5 * R.randint(1507, 4007) if i % 4 in (1, 2) else R.randint(107, 4007)
                point[s] = Rational(sign * size, R.choice([991, 977, 1009]))
        yield point


def compare(one, other, whole=False):
    """True or False, proven at points where both are real; Unproven otherwise."""
    one, other = sp.sympify(one), sp.sympify(other)
    symbols = sorted(one.free_symbols | other.free_symbols, key=str)
    imaginary = one.has(I) or other.has(I)
    if not symbols:
        p, q = number(one, {}), number(other, {})
        return verdict(p, q)
    same = different = 0
    for point in points(symbols, whole):
        try:
            p, q = number(one, point), number(other, point)
        except (Unproven, ZeroDivisionError, TypeError, ValueError):
            continue
        real = all(abs(v.imag) <= mpmath.mpf(10) ** -50 * (1 + abs(v)) for v in (p, q))
        if real or imaginary:
            if verdict(p, q):
                same += 1
            else:
                different += 1
    if same >= 3 and different == 0:
        return True
    if different >= 3:
        return False
    raise Unproven(f"{one} | {other}: {same} {different}")


def verdict(p, q):
    size = max(abs(p), abs(q), mpmath.mpf(1))
    distance = abs(p - q) / size
    if distance < mpmath.mpf(10) ** -50:
        return True
    if distance > mpmath.mpf(10) ** -40:
        return False
    raise Unproven(f"{p} {q}")


def put(family, expected, reference, answer):
    reference, answer = " ".join(reference.split()), " ".join(answer.split())
    if reference == answer and expected:
        return
    key = (reference, answer)
    if lines.get(key, (family, expected))[1] != expected:
        raise AssertionError(f"both true and false: {key}")
    lines[key] = (family, expected)


def pair(family, reference, answer, expected=None, whole=False):
    """Each side is (text, expression)."""
    try:
        proven = compare(reference[1], answer[1], whole)
    except Unproven:
        return False
    if expected is None and proven:
        # A near miss that meets by chance: equality takes more than digits.
        return False
    if expected is not None and proven != expected:
        raise AssertionError(f"{family}: {reference} {answer} is {proven}")
    put(family, proven, reference[0], answer[0])
    return True


# --- printing ---------------------------------------------------------------------------------------------------------


def latex(expression):
    text = sp.latex(
        expression,
        ln_notation=True,
        inv_trig_style="full",
        fold_short_frac=R.random() < 0.15,
        mul_symbol=R.choice([None, None, "dot"]),
    )
    return vary(text)


def vary(text):
    if R.random() < 0.25:
        text = text.replace("\\frac", R.choice(["\\dfrac", "\\tfrac"]))
    if R.random() < 0.3:
        text = re.sub(r"\^\{(\d)\}", r"^\1", text)
    if R.random() < 0.2:
        text = re.sub(r"\\sqrt\{(\d)\}", r"\\sqrt\1", text)
    if R.random() < 0.3:
        text = text.replace("\\left(", "(").replace("\\right)", ")")
    if R.random() < 0.2:
        text = text.replace(" + ", "+").replace(" - ", "-")
    if R.random() < 0.1:
        text = text.replace("\\cdot", "\\times")
    if R.random() < 0.07:
        text = text.replace(" + ", " \\, + \\, ")
    if R.random() < 0.1:
        text = "$" + text + "$"
    elif R.random() < 0.05:
        text = "\\displaystyle " + text
    return text


def plain(expression):
    text = sp.sstr(expression, order=R.choice([None, "old", "rev-lex"]) if R.random() < 0.3 else None)
    text = re.sub(r"\bI\b", "i", text)
    text = re.sub(r"\bE\b", "e", text)
    text = re.sub(r"\blog\b", "ln", text)
    text = re.sub(r"\bAbs\b", "abs", text)
    for name in ("sin", "cos", "tan"):
        text = re.sub(rf"\ba{name}\b", f"arc{name}", text)
    caret = R.random() < 0.6
    if caret:
        text = text.replace("**", "^")
        if R.random() < 0.6:
            # 2*x is 2x where the 2 begins a term.
            text = re.sub(r"(?:(?<=^)|(?<=[-+(] )|(?<=\())(\d+)\*(?=[a-z(])", r"\1", text)
    if R.random() < 0.3:
        text = text.replace(" ", "")
    return text


def show(expression):
    return (latex(expression) if R.random() < 0.65 else plain(expression), expression)


# --- near misses ------------------------------------------------------------------------------------------------------


def numerals(expression, path=()):
    if isinstance(expression, (sp.Integer, sp.Rational)):
        yield path
    for i, arg in enumerate(expression.args):
        yield from numerals(arg, path + (i,))


def replaced(expression, path, new):
    if not path:
        return new
    args = list(expression.args)
    args[path[0]] = replaced(args[path[0]], path[1:], new)
    return expression.func(*args)


def at(expression, path):
    for i in path:
        expression = expression.args[i]
    return expression


def missed(expression):
    """One number changed by one, or its sign, or everything by a relative 1e-12."""
    choice = R.randrange(6)
    places = list(numerals(expression))
    if choice == 0 or not places:
        return R.choice(
            [expression * (1 + Rational(1, 10**12)), -expression, expression + Rational(1, 10**12), expression + 1]
        )
    path = R.choice(places)
    old = at(expression, path)
    if choice == 1:
        new = -old
    elif isinstance(old, sp.Integer):
        new = old + R.choice([-1, 1])
    else:
        new = R.choice([Rational(old.p + 1, old.q), Rational(old.p, old.q + 1), -old])
    return replaced(expression, path, new)


def near(family, reference, expression, whole=False):
    """A near miss of an expression against a text; it is written down only if SymPy proves the difference."""
    for _ in range(8):
        try:
            wrong = missed(expression)
            if wrong.has(sp.nan, sp.zoo, sp.oo) or compare(reference[1], wrong, whole):
                continue
        except (Unproven, ZeroDivisionError, TypeError, ValueError, RecursionError):
            continue
        put(family, False, reference[0], show(wrong)[0])
        return


def both(family, one, other, misses=1, whole=False):
    """Two expressions that are equal, each way round, and near misses."""
    if pair(family, show(one), show(other), True, whole):
        if R.random() < 0.3:
            pair(family, show(other), show(one), True, whole)
        for _ in range(misses):
            near(family, show(one), R.choice([one, other]), whole)


def texts(family, right, wrong=()):
    """Texts with values: the first is the reference; whether the near misses differ is proven, as chance may make them equal."""
    reference = right[0]
    for answer in right[1:]:
        pair(family, reference, answer, True)
    for answer in wrong:
        pair(family, R.choice(right[:2]), answer)


# --- families ---------------------------------------------------------------------------------------------------------


def nonzero(limit):
    return R.choice([-1, 1]) * R.randint(1, limit)


def fr(value, command="\\frac"):
    value = Rational(value)
    if value.q == 1:
        return str(value.p)
    sign = "-" if value < 0 else ""
    return f"{sign}{command}{{{abs(value.p)}}}{{{value.q}}}"


def fractions():
    for _ in range(60):
        p, q, r, s = (Rational(nonzero(30), R.randint(2, 30)) for _ in range(4))
        value = p * q + r / s
        text = f"{fr(p)} \\cdot \\left({fr(q)}\\right) + \\dfrac{{{fr(r)}}}{{{fr(s)}}}"
        other = f"({p})*({q})+({r})/({s})"
        factor = R.randint(2, 12)
        unreduced = f"\\frac{{{value.p * factor}}}{{{value.q * factor}}}"
        texts(
            "fraction",
            [(fr(value), value), (text, value), (other, value), (unreduced, value)],
            [
                (fr(value + Rational(1, value.q * 10**12)), value + Rational(1, value.q * 10**12)),
                (fr(Rational(value.p + 1, value.q)), Rational(value.p + 1, value.q)),
                (fr(-value), -value),
            ],
        )
    for _ in range(40):
        c = [R.randint(1, 9) for _ in range(4)]
        value = c[0] + 1 / (c[1] + 1 / (c[2] + Rational(1, c[3])))
        text = f"{c[0]}+\\cfrac{{1}}{{{c[1]}+\\cfrac{{1}}{{{c[2]}+\\cfrac{{1}}{{{c[3]}}}}}}}"
        text = text.replace("\\cfrac", R.choice(["\\cfrac", "\\frac", "\\dfrac"]))
        rest = value - sp.floor(value)
        mixed = f"{sp.floor(value)}\\frac{{{rest.p}}}{{{rest.q}}}"
        wrong = value + Rational(R.choice([-1, 1]), value.q)
        texts("continued", [(fr(value), value), (text, value), (mixed, value)], [(fr(wrong), wrong)])
    for _ in range(40):
        base, power = Rational(nonzero(7), R.randint(2, 7)), R.choice([-3, -2, 2, 3])
        value = base**power
        texts(
            "fraction-power",
            [
                (fr(value), value),
                (f"\\left({fr(base)}\\right)^{{{power}}}", value),
                (f"({base})^({power})", value),
                (f"({base})**({power})", value),
            ],
            [(f"\\left({fr(base)}\\right)^{{{power + 1}}}", base ** (power + 1)), (fr(-value), -value)],
        )
    for _ in range(30):
        m, e = R.randint(11, 9999), R.randint(-6, 8)
        digits = f"{m // 10}.{m % 10}"
        value = Rational(m, 10) * Integer(10) ** e
        texts(
            "scientific",
            [
                (fr(value), value),
                (f"{digits} \\times 10^{{{e}}}", value),
                (f"{digits} \\cdot 10^{{{e}}}", value),
                (f"{digits}e{e}", value),
            ],
            [(f"{digits} \\times 10^{{{e + 1}}}", value * 10), (f"{digits}1 \\times 10^{{{e}}}", value + Rational(1, 100) * Integer(10) ** e)],
        )


def surds():
    family = "surd"
    for _ in range(45):
        m, r = R.randint(2, 9), R.choice([2, 3, 5, 6, 7, 10, 11, 13])
        radicand = m * m * r
        value = m * sqrt(r)
        texts(
            family,
            [
                (f"{m}\\sqrt{{{r}}}", value),
                (f"\\sqrt{{{radicand}}}", value),
                (f"sqrt({radicand})", value),
                (f"\\frac{{{m * r}}}{{\\sqrt{{{r}}}}}", value),
                (f"{radicand}^{{1/2}}", value),
                (f"{m}*{r}**0.5", value),
            ],
            [
                (f"\\sqrt{{{radicand + 1}}}", sqrt(radicand + 1)),
                (f"\\sqrt{{{radicand - 1}}}", sqrt(radicand - 1)),
                (f"{m + 1}\\sqrt{{{r}}}", (m + 1) * sqrt(r)),
                (f"-{m}\\sqrt{{{r}}}", -value),
                (f"{m}\\sqrt{{{r}}} + 10^{{-12}}", value + Rational(1, 10**12)),
            ],
        )
    for _ in range(60):
        p, q, r, s = R.randint(1, 9), nonzero(6), R.choice([2, 3, 5, 7, 11]), nonzero(9)
        one = s / (p + q * sqrt(r))
        both("surd-denominator", sp.radsimp(one), one, 2)
    for _ in range(45):
        p, q = R.sample([1, 2, 3, 5, 6, 7, 10, 11, 13], 2)
        one, value = sqrt(p) + sqrt(q), p + q
        nested = sp.sqrt(value + 2 * sp.sqrt(p * q, evaluate=False), evaluate=False)
        text = f"\\sqrt{{{value} + 2\\sqrt{{{p * q}}}}}"
        texts(
            "surd-nested",
            [(latex(one), one), (text, nested), (f"sqrt({value}+2*sqrt({p * q}))", nested)],
            [
                (f"\\sqrt{{{value} - 2\\sqrt{{{p * q}}}}}", sqrt(value - 2 * sqrt(p * q))),
                (f"\\sqrt{{{value + 1} + 2\\sqrt{{{p * q}}}}}", sqrt(value + 1 + 2 * sqrt(p * q))),
                (f"\\sqrt{{{value} + 2\\sqrt{{{p * q + 1}}}}}", sqrt(value + 2 * sqrt(p * q + 1))),
            ],
        )
    for _ in range(40):
        m, c = R.choice([2, 3, 5, 6, 7]), R.randint(1, 4)
        cube = sp.expand((c + sqrt(m)) ** 3)
        text = f"\\sqrt[3]{{{sp.latex(cube)}}}"
        wrong = cube + R.choice([-1, 1])
        texts(
            "surd-cube",
            [(latex(c + sqrt(m)), c + sqrt(m)), (text, sp.cbrt(cube, evaluate=False)), (f"({sp.sstr(cube)})**(1/3)", cube ** Rational(1, 3))],
            [(f"\\sqrt[3]{{{sp.latex(wrong)}}}", sp.cbrt(wrong))],
        )
    for _ in range(45):
        p, q, r, s = (R.choice([2, 3, 5, 6, 7, 8, 10]) for _ in range(4))
        u, v = nonzero(5), nonzero(5)
        one = (u * sqrt(p) + sqrt(q)) * (sqrt(r) + v * sqrt(s))
        both("surd-product", sp.expand(one), one, 2)
    for _ in range(30):
        m, d, e = R.randint(2, 7), R.randint(2, 5), R.randint(1, 7)
        value = Integer(m) ** Rational(e, d)
        texts(
            "surd-power",
            [
                (f"\\sqrt[{d}]{{{m**e}}}", value),
                (f"{m}^{{{e}/{d}}}", value),
                (f"{m}^{{\\frac{{{e}}}{{{d}}}}}", value),
                (f"{m}**({e}/{d})", value),
                (f"\\left(\\sqrt[{d}]{{{m}}}\\right)^{{{e}}}", value),
            ],
            [(f"\\sqrt[{d + 1}]{{{m**e}}}", Integer(m) ** Rational(e, d + 1)), (f"\\sqrt[{d}]{{{m**e + 1}}}", Integer(m**e + 1) ** Rational(1, d))],
        )


def polynomials():
    for _ in range(90):
        factors = []
        for _ in range(R.randint(2, 4)):
            factors.append(nonzero(5) * R.choice([x, x, y, x**2]) + nonzero(4) * R.choice([1, 1, y, z]) + R.choice([0, nonzero(3)]))
        one = sp.Mul(*factors)
        both("polynomial", sp.expand(one), one, 2)
        if R.random() < 0.4:
            pair("polynomial", show(sp.expand(one)), show(sp.collect(sp.expand(one), x)), True)
    for _ in range(45):
        p = sp.Poly([nonzero(6) for _ in range(R.randint(3, 5))], x)
        both("polynomial-horner", p.as_expr(), sp.horner(p.as_expr()), 1)
        h = nonzero(4)
        shifted = p.as_expr().subs(x, x + h)
        both("polynomial-shifted", sp.expand(shifted), shifted, 1)
    for _ in range(30):
        q = Rational(nonzero(7), R.randint(2, 6))
        p = Rational(nonzero(7), R.randint(2, 6))
        square = q * (x + p) ** 2 + nonzero(9)
        both("polynomial-square", sp.expand(square), square, 1)
    for e in range(2, 9):
        both("polynomial-power", x**e - 1, (x - 1) * sum(x**i for i in range(e)), 2)
        both("polynomial-power", sp.expand((a + b) ** e), (a + b) ** e, 2)
        both("polynomial-power", sp.factor(x ** (2 * e) - y ** (2 * e)), x ** (2 * e) - y ** (2 * e), 2)


def rationals():
    for _ in range(100):
        r1, r2, r3 = R.sample(range(-6, 7), 3)
        top = nonzero(5) * x**2 + nonzero(9) * x + nonzero(9)
        one = top / ((x - r1) * (x - r2) * R.choice([1, x - r3, x - r1]))
        other = R.choice([sp.apart, sp.expand, lambda e: sp.together(sp.apart(e)), sp.cancel])(one)
        if one == other:
            other = sp.apart(one)
        both("rational", one, other, 2)
    for _ in range(30):
        one = 1 / (nonzero(4) * x + y) + nonzero(5) / (x - nonzero(3) * y)
        both("rational-together", sp.together(one), one, 1)
        two = (x**2 - y**2) * nonzero(4) / ((x - y) * (x + R.randint(1, 5)))
        both("rational-cancel", sp.cancel(two), two, 1)
    for _ in range(20):
        c, d = nonzero(5), nonzero(5)
        text = f"\\frac{{\\frac{{{c}}}{{x}}+\\frac{{1}}{{y}}}}{{\\frac{{{d}}}{{xy}}}}"
        value = (c / x + 1 / y) / (d / (x * y))
        pair("rational-nested", show(sp.simplify(value)), (text, value), True)
        near("rational-nested", (text, value), sp.simplify(value))


def identities():
    u, v, c = R.sample([x, y, t, a], 2) + [R.randint(1, 5)]
    laws = [
        (sin(u + v), sp.expand_trig(sin(u + v))),
        (cos(u - v), sp.expand_trig(cos(u - v))),
        (tan(u + v), (tan(u) + tan(v)) / (1 - tan(u) * tan(v))),
        (sin(2 * u), 2 * sin(u) * cos(u)),
        (cos(2 * u), 1 - 2 * sin(u) ** 2),
        (cos(2 * u), cos(u) ** 2 - sin(u) ** 2),
        (cos(2 * u), (1 - tan(u) ** 2) / (1 + tan(u) ** 2)),
        (sin(3 * u), 3 * sin(u) - 4 * sin(u) ** 3),
        (cos(3 * u), sp.expand_trig(cos(3 * u))),
        (sin(4 * u), sp.expand_trig(sin(4 * u))),
        (cos(5 * u), sp.expand_trig(cos(5 * u))),
        (tan(3 * u), sp.expand_trig(tan(3 * u))),
        (sin(c * u) + sin(v), 2 * sin((c * u + v) / 2) * cos((c * u - v) / 2)),
        (cos(c * u) + cos(v), 2 * cos((c * u + v) / 2) * cos((c * u - v) / 2)),
        (sin(u) * sin(v), (cos(u - v) - cos(u + v)) / 2),
        (sin(u) * cos(c * v), (sin(u + c * v) + sin(u - c * v)) / 2),
        (sin(u) ** 4, (3 - 4 * cos(2 * u) + cos(4 * u)) / 8),
        (cos(u) ** 3, (3 * cos(u) + cos(3 * u)) / 4),
        (sp.sec(u) ** 2 - tan(u) ** 2 + c, Integer(c + 1) + 0 * u),
        (sp.csc(u) ** 2, 1 + sp.cot(u) ** 2),
        (sp.cot(u) + tan(u), 2 * sp.csc(2 * u)),
        (sin(u) / (1 + cos(u)), tan(u / 2)),
        (c * sin(u + pi / 3), c * sin(u) / 2 + c * sqrt(3) * cos(u) / 2),
        (sin(u + pi / 4), sqrt(2) * (sin(u) + cos(u)) / 2),
        (sp.sinh(2 * u), 2 * sp.sinh(u) * sp.cosh(u)),
        (sp.cosh(u) ** 2 - sp.sinh(u) ** 2 + v, 1 + v),
        (sp.cosh(u), (exp(u) + exp(-u)) / 2),
        (sp.tanh(u), (exp(2 * u) - 1) / (exp(2 * u) + 1)),
        (cos(u) * cos(v) * sin(u), sin(2 * u) * cos(v) / 2),
    ]
    for one, other in laws:
        scale = R.choice([1, 1, nonzero(7), Rational(nonzero(5), R.randint(2, 5))])
        both("trigonometry", scale * one, sp.expand(scale * other) if R.random() < 0.5 else scale * other, 1)


def angles():
    for q in (3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24):
        for _ in range(7):
            p = R.choice([i for i in range(-2 * q, 3 * q) if sp.gcd(i, q) == 1])
            angle = pi * Rational(p, q)
            function, name = R.choice([(sin, "sin"), (cos, "cos"), (tan, "tan")])
            value = function(angle)
            surd = sp.expand_func(value).rewrite(sqrt)
            if value.has(sin, cos, tan) and (surd == value or surd.has(sin, cos, tan)):
                # sin(pi/16) and the like by half angles.
                c = sp.cos(2 * angle).rewrite(sqrt)
                surd = sqrt((1 - c) / 2) if function == sin else sqrt((1 + c) / 2)
                if function == tan or c.has(sin, cos, tan):
                    continue
                if number(value, {}).real < 0:
                    surd = -surd
            if surd.has(sp.zoo):
                continue
            degrees = Rational(180 * p, q)
            numerator = f"{p}\\pi" if p not in (1, -1) else ("\\pi" if p == 1 else "-\\pi")
            forms = [(f"\\{name}\\frac{{{numerator}}}{{{q}}}", value), (f"{name}({p}*pi/{q})", value), (f"\\{name}\\left(\\tfrac{{{p}}}{{{q}}}\\pi\\right)", value)]
            if degrees.q == 1:
                forms.append((f"\\{name} {degrees.p}^\\circ" if degrees > 0 else f"\\{name}({degrees.p}^{{\\circ}})", value))
            for form in R.sample(forms, 2):
                pair("angle", show(surd), form, True)
            pair("angle", show(surd), (f"\\{name}\\frac{{{p + 2 * q + 1}\\pi}}{{{q}}}", function(pi * Rational(p + 1, q))), None)
            near("angle", forms[0], surd)
    for value in (0, 1, -1, Rational(1, 2), -Rational(1, 2), sqrt(2) / 2, -sqrt(3) / 2, sqrt(3) / 2):
        for function, name in ((sp.asin, "arcsin"), (sp.acos, "arccos")):
            text = sp.latex(value)
            angle = function(value)
            answers = [(f"\\{name}\\left({text}\\right)", angle), (f"{name}({sp.sstr(value)})", angle), (f"\\{name[3:]}^{{-1}}\\left({text}\\right)", angle)]
            texts("inverse-angle", [show(angle)] + answers, [(f"\\{name}\\left({text}\\right)+10^{{-12}}", angle + Rational(1, 10**12))])
    for m in range(2, 14):
        one = sp.atan(Rational(1, m))
        other = sp.atan(Rational(1, m + 1)) + sp.atan(Rational(1, m * (m + 1) + 1))
        both("inverse-angle", one, other, 2)
    for _ in range(20):
        c = Rational(R.randint(1, 9), R.randint(10, 19))
        both("inverse-angle", pi / 2, sp.asin(c) + sp.acos(c), 1)
        both("inverse-angle", sqrt(1 - c**2), sp.cos(sp.asin(c), evaluate=False), 1)
        both("inverse-angle", sp.sin(2 * sp.asin(c), evaluate=False), 2 * c * sqrt(1 - c**2), 1)
    both("inverse-angle", pi / 4, 4 * sp.atan(Rational(1, 5)) - sp.atan(Rational(1, 239)), 3)
    both("inverse-angle", pi / 4, 2 * sp.atan(Rational(1, 3)) + sp.atan(Rational(1, 7)), 3)


def logarithms():
    for _ in range(50):
        p, q, c, d = R.randint(2, 30), R.randint(2, 30), nonzero(4), nonzero(4)
        product = Rational(p) ** c * Rational(q) ** d
        laws = [
            (log(product), c * log(p) + d * log(q), f"{c}\\ln {p} + {d}\\ln {q}".replace("+ -", "- ")),
            (log(product) / log(10), (c * log(p) + d * log(q)) / log(10), f"{c}\\log {p} + {d}\\log_{{10}} {q}".replace("+ -", "- ")),
        ]
        name = ["\\ln", "\\log"]
        for i, (value, other, text) in enumerate(laws):
            reference = (f"{name[i]} {fr(product)}" if product.q == 1 else f"{name[i]}\\left({fr(product)}\\right)", value)
            pair("logarithm", reference, (text, other), True)
            wrong = f"{c}{name[i]} {p + 1} + {d}{name[i]} {q}".replace("+ -", "- ")
            pair("logarithm", reference, (wrong, (c * log(p + 1) + d * log(q)) / (log(10) if i else 1)), False)
    for _ in range(40):
        base, e, f = R.randint(2, 9), nonzero(6), R.randint(1, 5)
        value = Rational(e, f)
        text = f"\\log_{{{base**f}}} {fr(Rational(base) ** e)}"
        other = R.randint(11, 40)
        change = f"\\frac{{\\ln {other}}}{{\\ln {base}}}"
        texts(
            "logarithm-base",
            [(fr(value), value), (text, log(Rational(base) ** e) / log(base**f))],
            [(f"\\log_{{{base**f}}} {fr(Rational(base) ** e + 1)}", log(Rational(base) ** e + 1) / log(base**f))]
            if e > 0
            else [],
        )
        texts(
            "logarithm-base",
            [
                (f"\\log_{{{base}}} {other}", log(other) / log(base)),
                (change, log(other) / log(base)),
                (f"\\frac{{\\log {other}}}{{\\log {base}}}", log(other) / log(base)),
                (f"\\frac{{1}}{{\\log_{{{other}}} {base}}}", log(other) / log(base)),
                (f"ln({other})/ln({base})", log(other) / log(base)),
            ],
            [
                (f"\\log_{{{base}}} {other + 1}", log(other + 1) / log(base)),
                (f"\\log_{{{base + 1}}} {other}", log(other) / log(base + 1)),
                (f"\\frac{{\\log {base}}}{{\\log {other}}}", log(base) / log(other)),
            ],
        )
    for _ in range(25):
        c, d = R.randint(2, 7), R.randint(2, 7)
        both("exponential", exp(c * x) * exp(d * y), exp(c * x + d * y), 1)
        pair("exponential", (f"e^{{{c}x}} \\cdot e^{{{d}y}}", exp(c * x + d * y)), (f"e^{{{c}x+{d}y}}", exp(c * x + d * y)), True)
        pair("exponential", (f"(e^{{x}})^{{{c}}}", exp(c * x)), (f"e^{{{c}x}}", exp(c * x)), True)
        pair("exponential", (f"e^{{{c}\\ln x}}", x**c), (f"x^{{{c}}}", x**c), True)
        pair("exponential", (f"\\ln(x^{{{2 * c}}})", log(x ** (2 * c))), (f"{2 * c}\\ln|x|", 2 * c * log(sp.Abs(x))), True)
        pair("exponential", (f"{c}^{{x}} \\cdot {d}^{{x}}", Integer(c) ** x * Integer(d) ** x), (f"{c * d}^x", Integer(c * d) ** x), True)
        pair("exponential", (f"{c}^{{x}} \\cdot {d}^{{x}}", Integer(c) ** x * Integer(d) ** x), (f"{c * d + 1}^x", Integer(c * d + 1) ** x), False)
        pair("exponential", (f"{c**2}^{{x}}", Integer(c) ** (2 * x)), (f"{c}^{{2x}}", Integer(c) ** (2 * x)), True)
        pair("exponential", (f"{c**2}^{{x}}", Integer(c) ** (2 * x)), (f"{c}^{{x^2}}", Integer(c) ** (x**2)), False)
        pair("exponential", (f"\\ln(x+{c}) - \\ln(x+{c + d})", log(x + c) - log(x + c + d)), (f"\\ln\\frac{{x+{c}}}{{x+{c + d}}}", log((x + c) / (x + c + d))), True)
        pair("exponential", (f"\\ln(x+{c}) - \\ln(x+{c + d})", log(x + c) - log(x + c + d)), (f"\\ln\\frac{{x+{c}}}{{x+{c + d + 1}}}", log((x + c) / (x + c + d + 1))), False)
        pair("exponential", (f"{c}e^{{-{d}t}}", c * exp(-d * t)), (f"\\frac{{{c}}}{{e^{{{d}t}}}}", c * exp(-d * t)), True)
        pair("exponential", (f"{c}e^{{-{d}t}}", c * exp(-d * t)), (f"{c} \\exp(-{d}t)", c * exp(-d * t)), True)
        pair("exponential", (f"{c}e^{{-{d}t}}", c * exp(-d * t)), (f"{c}e^{{{d}t}}", c * exp(d * t)), False)


def complexes():
    for _ in range(60):
        p, q, r, s = (nonzero(9) for _ in range(4))
        one, other = (p + q * I), (r + s * I)
        text = f"({p}{q:+d}i)({r}{s:+d}i)"
        product = sp.expand(one * other)
        texts(
            "complex",
            [show(product), (text, product), (f"({p}{q:+d}*i)*({r}{s:+d}*i)", product)],
            [show(sp.conjugate(product))] * (sp.im(product) != 0) + [show(product + I), show(product + Rational(1, 10**12))],
        )
        ratio = sp.radsimp(sp.expand_complex(one / other))
        texts(
            "complex",
            [show(ratio), (f"\\frac{{{p}{q:+d}i}}{{{r}{s:+d}i}}", ratio)],
            [(f"\\frac{{{p}{-q:+d}i}}{{{r}{s:+d}i}}", (p - q * I) / other), show(-ratio)],
        )
        power = R.randint(2, 5)
        value = sp.expand(one**power)
        texts("complex-power", [show(value), (f"({p}{q:+d}i)^{power}", value)], [(f"({p}{q:+d}i)^{power + 1}", sp.expand(one ** (power + 1)))])
        texts(
            "complex-part",
            [show(sqrt(p * p + q * q)), (f"|{p}{q:+d}i|", sp.Abs(one)), (f"\\left\\lvert {p}{q:+d}i\\right\\rvert", sp.Abs(one))],
            [(f"|{p}{q + (1 if q > 0 else -1):+d}i|", sp.Abs(one + (I if q > 0 else -I)))],
        )
    for _ in range(40):
        r, d = R.randint(1, 9), R.choice([3, 4, 6, 12, 8, 5])
        p = R.choice([i for i in range(-d, 2 * d) if sp.gcd(i, d) == 1])
        value = r * (cos(pi * Rational(p, d)) + I * sin(pi * Rational(p, d)))
        rectangular = sp.expand(value.rewrite(sqrt)) if d != 5 else value
        angle = f"\\frac{{{p}\\pi}}{{{d}}}"
        texts(
            "polar",
            [
                (latex(rectangular), value),
                (f"{r}e^{{{p}\\pi i/{d}}}", value),
                (f"{r}e^{{i{angle}}}", value),
                (f"{r}\\left(\\cos{angle}+i\\sin{angle}\\right)", value),
                (f"{r} \\operatorname{{cis}}{angle}", value),
                (f"{r}*exp({p}*i*pi/{d})", value),
            ],
            [
                (f"{r}e^{{-{angle}i}}".replace("--", ""), sp.conjugate(value)) if p > 0 else (f"{r + 1}e^{{i{angle}}}", value / r * (r + 1)),
                (f"{r}\\left(\\cos{angle}-i\\sin{angle}\\right)", sp.conjugate(value)),
            ]
            if value.is_real is not True and sp.im(value) != 0
            else [],
        )
    for e in list(range(2, 12)) + [2023, 2024, -1, -2, -3]:
        texts("complex-power", [show(I**e), (f"i^{{{e}}}", I**e)], [(f"i^{{{e + 1}}}", I ** (e + 1))])


def combinatorics():
    for _ in range(45):
        m = R.randint(3, 16)
        c = R.randint(1, m - 1)
        value = sp.binomial(m, c)
        texts(
            "binomial",
            [
                (str(value), value),
                (f"\\binom{{{m}}}{{{c}}}", value),
                (f"\\dbinom{{{m}}}{{{m - c}}}", value),
                (f"\\frac{{{m}!}}{{{c}!\\,{m - c}!}}", value),
                (f"{{{m} \\choose {c}}}", value),
                (f"\\binom{{{m - 1}}}{{{c}}}+\\binom{{{m - 1}}}{{{c - 1}}}", value),
            ],
            [(f"\\binom{{{m + 1}}}{{{c}}}", sp.binomial(m + 1, c)), (str(value + 1), value + 1)],
        )
    whole = sp.Symbol("n", integer=True, positive=True)
    f = sp.factorial
    laws = [
        ("\\frac{(n+2)!}{n!}", f(whole + 2) / f(whole), "(n+1)(n+2)", (whole + 1) * (whole + 2), "n(n+1)", whole * (whole + 1)),
        ("\\frac{n!}{(n-2)!}", f(whole) / f(whole - 2), "n^2-n", whole**2 - whole, "n^2+n", whole**2 + whole),
        ("\\binom{n}{2}", sp.binomial(whole, 2), "\\frac{n(n-1)}{2}", whole * (whole - 1) / 2, "\\frac{n(n+1)}{2}", whole * (whole + 1) / 2),
        ("\\binom{n+2}{3}", sp.binomial(whole + 2, 3), "\\frac{n(n+1)(n+2)}{6}", whole * (whole + 1) * (whole + 2) / 6, "\\binom{n+2}{2}", sp.binomial(whole + 2, 2)),
        ("\\binom{2n}{n}", sp.binomial(2 * whole, whole), "\\frac{(2n)!}{(n!)^2}", f(2 * whole) / f(whole) ** 2, "\\frac{(2n)!}{n!}", f(2 * whole) / f(whole)),
        ("\\binom{n}{k}", sp.binomial(whole, 2), "\\binom{n}{k}", sp.binomial(whole, 2), "", None),
        ("(n+1)!", f(whole + 1), "(n+1) \\cdot n!", (whole + 1) * f(whole), "n \\cdot n!", whole * f(whole)),
        ("\\sum_{k=1}^{n} k", sum_of(whole, 1), "\\frac{n(n+1)}{2}", whole * (whole + 1) / 2, "\\frac{n(n-1)}{2}", whole * (whole - 1) / 2),
        ("\\sum_{k=1}^{n} k^2", sum_of(whole, 2), "\\frac{n(n+1)(2n+1)}{6}", whole * (whole + 1) * (2 * whole + 1) / 6, "\\frac{n(n+1)(2n-1)}{6}", whole * (whole + 1) * (2 * whole - 1) / 6),
        ("\\sum_{k=1}^{n} k^3", sum_of(whole, 3), "\\left(\\frac{n(n+1)}{2}\\right)^2", whole**2 * (whole + 1) ** 2 / 4, "\\frac{n^2(n+1)^2}{2}", whole**2 * (whole + 1) ** 2 / 2),
        ("\\sum_{i=0}^{n} 2^i", 2 ** (whole + 1) - 1, "2^{n+1}-1", 2 ** (whole + 1) - 1, "2^n-1", 2**whole - 1),
        ("\\prod_{k=1}^{n} \\frac{k+1}{k}", whole + 1, "n+1", whole + 1, "n", whole),
        ("\\sum_{k=1}^n \\frac{1}{k(k+1)}", whole / (whole + 1), "\\frac{n}{n+1}", whole / (whole + 1), "\\frac{n+1}{n+2}", (whole + 1) / (whole + 2)),
        ("\\sum_{k=1}^n \\frac{1}{k(k+1)}", whole / (whole + 1), "1-\\frac{1}{n+1}", whole / (whole + 1), "1-\\frac1n", 1 - 1 / whole),
        ("(-1)^n", (-1) ** whole, "\\cos(n\\pi)", sp.cos(whole * pi), "(-1)^{n+1}", (-1) ** (whole + 1)),
        ("2^n \\cdot 3^n", 6**whole, "6^n", 6**whole, "5^n", 5**whole),
    ]
    for one, v, other, w, wrong, u in laws:
        pair("discrete", (one, v), (other, w), True, True)
        pair("discrete", (other, w), (one, v), True, True)
        if wrong:
            pair("discrete", (one, v), (wrong, u), False, True)
            pair("discrete", (other, w), (wrong, u), False, True)
    for _ in range(60):
        lower, upper = R.randint(0, 3), R.randint(4, 12)
        p, q = nonzero(5), nonzero(7)
        body, text = R.choice(
            [
                (p * k + q, f"({p}k{q:+d})"),
                (k**2 + q, f"\\left(k^2{q:+d}\\right)"),
                (Integer(2) ** k, "2^k"),
                (1 / (k + 1), "\\frac{1}{k+1}"),
                (k * (k + 1) / 2, "\\frac{k(k+1)}{2}"),
            ]
        )
        value = sum(body.subs(k, i) for i in range(lower, upper + 1))
        product = sp.prod(body.subs(k, i) for i in range(lower, upper + 1))
        texts(
            "sum",
            [(fr(value), value), (f"\\sum_{{k={lower}}}^{{{upper}}} {text}", value), (f"\\sum_{{k={lower}}}^{{{upper - 1}}} {text} + {sp.latex(body.subs(k, upper))}", value)],
            [(fr(value + 1), value + 1)]
            + ([(f"\\sum_{{k={lower}}}^{{{upper + 1}}} {text}", value + body.subs(k, upper + 1))] if body.subs(k, upper + 1) != 0 else []),
        )
        if product not in (0, 1, -1):
            texts("product", [(fr(product), product), (f"\\prod_{{k={lower}}}^{{{upper}}} {text}", product)], [(fr(product + 1), product + 1), (fr(-product), -product)])


def sum_of(upper, power):
    return sp.factor(sp.summation(k**power, (k, 1, upper)))


def tex(matrix, kind=None):
    kind = kind or R.choice(["pmatrix", "bmatrix"])
    rows = "\\\\".join(R.choice(["&", " & "]).join(sp.latex(cell) for cell in matrix.row(i)) for i in range(matrix.rows))
    return f"\\begin{{{kind}}}{rows}\\end{{{kind}}}"


def equal_cells(one, other):
    return one.shape == other.shape and all(compare(p, q) for p, q in zip(one, other))


def matrix_case(family, one, other, expected):
    if equal_cells(one[1], other[1]) != expected:
        raise AssertionError(f"{one} {other}")
    put(family, expected, one[0], other[0])


def matrices():
    for _ in range(40):
        size = R.choice([2, 2, 3])
        m = Matrix(size, size, [R.randint(-6, 6) for _ in range(size * size)])
        w = Matrix(size, R.randint(1, 2), lambda i, j: R.randint(-6, 6))
        product = m * w
        matrix_case("matrix", (tex(product), product), (tex(m) + R.choice(["", " \\cdot "]) + tex(w), product), True)
        wrong = product.copy()
        wrong[R.randrange(len(wrong))] += R.choice([-1, 1])
        matrix_case("matrix", (tex(wrong), wrong), (tex(m) + tex(w), product), False)
        matrix_case("matrix", (tex(product), product), (tex(wrong), wrong), False)
        shift = Matrix(size, size, [nonzero(3) for _ in range(size * size)])
        matrix_case("matrix", (tex(m + shift), m + shift), (tex(m) + "+" + tex(shift), m + shift), True)
        if m != shift:
            matrix_case("matrix", (tex(m - shift), m - shift), (tex(shift) + "-" + tex(m), shift - m), False)
        scale = Rational(nonzero(5), R.randint(2, 5))
        matrix_case("matrix", (tex(scale * m), scale * m), (fr(scale) + tex(m), scale * m), True)
        determinant = m.det()
        entries = tex(m, "vmatrix")
        pair("determinant", (fr(determinant), determinant), (entries, determinant), True)
        pair("determinant", (fr(determinant), determinant), ("\\det" + tex(m), determinant), True)
        pair("determinant", (fr(determinant + 1), determinant + 1), (entries, determinant), False)
        if determinant != 0:
            inverse = m.inv()
            adjugate = m.adjugate()
            matrix_case("inverse", (tex(inverse), inverse), (f"\\frac{{1}}{{{determinant}}}" + tex(adjugate), inverse), True)
            matrix_case("inverse", (tex(inverse), inverse), (tex(m) + "^{-1}", inverse), True)
            matrix_case("inverse", (tex(inverse), inverse), (tex(inverse.T) + "^T", inverse), True)
            if inverse != inverse.T:
                matrix_case("inverse", (tex(inverse), inverse), (tex(inverse.T), inverse.T), False)
                matrix_case("inverse", (tex(inverse), inverse), (tex(m.T) + "^{-1}", m.T.inv()), False)
            matrix_case("inverse", (tex(inverse), inverse), (f"\\frac{{1}}{{{determinant + (1 if determinant > 0 else -1)}}}" + tex(adjugate), adjugate / (determinant + (1 if determinant > 0 else -1))), False)
        if size == 2:
            square = m * m
            matrix_case("matrix-power", (tex(square), square), (tex(m) + "^2", square), True)
            bad = square + Matrix([[0, 1], [0, 0]])
            matrix_case("matrix-power", (tex(bad), bad), (tex(m) + "^{2}", square), False)
        determinant = sp.expand(Matrix([[x, p := nonzero(4)], [nonzero(4), x + p]]).det())
    for _ in range(15):
        m = Matrix([[x, nonzero(5)], [nonzero(5), nonzero(3) * x + nonzero(4)]])
        determinant = m.det()
        pair("determinant", show(sp.expand(determinant)), (tex(m, "vmatrix"), determinant), True)
        near("determinant", (tex(m, "vmatrix"), determinant), sp.expand(determinant))


def rewritten():
    """A value with two texts of it, and the text of another value. The texts come with values, which are compared."""
    choice = R.randrange(5)
    if choice == 0:
        value = Rational(nonzero(40), R.choice([2, 4, 5, 8, 10]))
        wrong = value + Rational(1, value.q * 10)
        one, other, miss = (fr(value), value), (decimal_text(value), value), (fr(wrong), wrong)
    elif choice == 1:
        m, r = R.randint(2, 6), R.choice([2, 3, 5, 7])
        s = m * m * r
        one, other = (f"{m}\\sqrt{{{r}}}", m * sqrt(r)), (f"\\sqrt{{{s}}}", sqrt(s))
        miss = (f"\\sqrt{{{s + 1}}}", sqrt(s + 1))
    elif choice == 2:
        p, q = R.randint(1, 9), R.choice([2, 3, 4, 6])
        one, other = (f"\\frac{{{p}\\pi}}{{{q}}}", p * pi / q), (f"{p}*pi/{q}", p * pi / q)
        miss = (f"\\frac{{{p + 1}\\pi}}{{{q}}}", (p + 1) * pi / q)
    elif choice == 3:
        c, e = R.randint(2, 5), R.randint(2, 5)
        one, other = (str(c**e), Integer(c) ** e), (f"{c}^{e}", Integer(c) ** e)
        miss = (f"{c}^{{{e + 1}}}", Integer(c) ** (e + 1))
    else:
        p, r = R.randint(1, 9), R.choice([2, 3, 5])
        d = p * p - r
        one, other = (f"\\frac{{1}}{{{p}+\\sqrt{{{r}}}}}", 1 / (p + sqrt(r))), (f"\\frac{{{p}-\\sqrt{{{r}}}}}{{{d}}}", (p - sqrt(r)) / d)
        miss = (f"\\frac{{{p}+\\sqrt{{{r}}}}}{{{d}}}", (p + sqrt(r)) / d)
    if not compare(one[1], other[1]) or compare(one[1], miss[1]):
        raise AssertionError(f"{one} {other} {miss}")
    return one[1], one[0], other[0], miss[0]


def distinct(count):
    while True:
        chosen = [rewritten() for _ in range(count)]
        values = sorted((number(c[0], {}).real, i) for i, c in enumerate(chosen))
        if len(chosen[0]) and all(values[i + 1][0] - values[i][0] > 0.2 for i in range(count - 1)):
            return [chosen[i] for _, i in values]


def shape(family, opening, closing, right, answers, expected, sep=", "):
    put(family, expected, opening + sep.join(right) + closing, opening + sep.join(answers) + closing)


def collections():
    for _ in range(70):
        size = R.randint(2, 4)
        items = distinct(size)
        right, other = [i[1] for i in items], [i[2] for i in items]
        i = R.randrange(size)
        miss = other[:i] + [items[i][3]] + other[i + 1 :]
        turned = other[1:] + other[:1]
        shape("tuple", "(", ")", right, other, True)
        shape("tuple", "\\left(", "\\right)", right, miss, False)
        shape("tuple", "(", ")", right, turned, False)
        shape("set", "\\{", "\\}", right, turned, True)
        shape("set", "\\left\\{", "\\right\\}", right, miss, False)
        shape("set", "\\{", "\\}", right, turned[:-1], False)
        shape("list", "", "", right, turned, True)
        shape("list", "", "", right, turned[:-1], False)
    for _ in range(60):
        (low, l1, l2, l3), (high, h1, h2, h3) = distinct(2)
        opening, closing = R.choice(["(", "["]), R.choice([")", "]"])
        put("interval", True, f"{opening}{l1}, {h1}{closing}", f"\\left{opening}{l2},{h2}\\right{closing}")
        put("interval", False, f"{opening}{l1}, {h1}{closing}", f"{opening}{l3},{h2}{closing}")
        other = "[" if opening == "(" else "("
        put("interval", False, f"{opening}{l1}, {h1}{closing}", f"{other}{l2},{h2}{closing}")
        left, right = ("<" if opening == "(" else "\\le"), ("<" if closing == ")" else "\\le")
        put("inequality", True, f"{opening}{l1},{h1}{closing}", f"{l2} {left} x {right} {h2}")
        put("inequality", False, f"{opening}{l1},{h1}{closing}", f"{h2} {left} x {right} {l2}")
        flipped = "<" if left == "\\le" else "\\le"
        put("inequality", False, f"{opening}{l1},{h1}{closing}", f"{l2} {flipped} x {right} {h2}")
        put("union", True, f"(-\\infty,{l1}) \\cup [{h1},\\infty)", f"[{h2},\\infty) \\cup (-\\infty,{l2})")
        put("union", True, f"(-\\infty,{l1}) \\cup [{h1},\\infty)", f"x < {l2} \\text{{ or }} x \\ge {h2}")
        put("union", False, f"(-\\infty,{l1}) \\cup [{h1},\\infty)", f"(-\\infty,{l2}] \\cup [{h2},\\infty)")
        put("union", False, f"(-\\infty,{l1}) \\cup [{h1},\\infty)", f"x < {l2} \\text{{ or }} x > {h2}")


def decimal_text(value, places=None):
    """An exact decimal."""
    sign = "-" if value < 0 else ""
    value = abs(Rational(value))
    if places is None:
        places = 0
        while (value * 10**places).q != 1:
            places += 1
    whole = value * 10**places
    assert whole.q == 1
    digits = str(whole.p).rjust(places + 1, "0")
    return sign + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


def nearest(value, places):
    """The rounding to decimals, half up of the magnitude; a half never occurs for what has no finite form."""
    scaled = sp.floor(abs(value) * 10**places + Rational(1, 2))
    return Rational(scaled, 10**places) * (1 if number(value, {}).real >= 0 else -1)


def stands_for(value, written, places):
    """Whether a decimal may stand for a number without a finite decimal form: its right rounding, to enough digits."""
    digits = decimal_text(abs(written), places).replace(".", "").lstrip("0")
    return places >= 6 and len(digits) >= 6 and nearest(value, places) == written


def decimals():
    for _ in range(60):
        value = Rational(nonzero(500), R.choice([2, 4, 5, 8, 16, 20, 25, 40, 125]))
        text = decimal_text(value)
        other = value + R.choice([-1, 1]) * Rational(1, 10 ** R.choice([1, 3, 6, 12]))
        texts("decimal", [(fr(value), value), (text, value)], [(decimal_text(other), other)])
        texts("decimal", [(text, value), (fr(value), value)], [(fr(-value), -value)])
    irrational = [
        ("\\sqrt{2}", sqrt(2)),
        ("\\pi", pi),
        ("e", sp.E),
        ("\\ln 2", log(2)),
        ("\\frac{\\sqrt{5}+1}{2}", (sqrt(5) + 1) / 2),
        ("\\sin 1", sin(1)),
        ("10\\pi^2", 10 * pi**2),
        ("-\\sqrt[3]{7}", -sp.cbrt(7)),
        ("\\frac{\\pi}{180}", pi / 180),
        ("\\sqrt{1000003}", sqrt(1000003)),
    ]
    for i in range(90):
        if i % 2:
            value = Rational(nonzero(400), R.choice([3, 7, 9, 11, 12, 13, 17, 300, 700]))
            if value.q in (1, 2, 4, 5, 8, 10) or not any(value.q % p == 0 for p in (3, 7, 11, 13, 17)):
                continue
            text = fr(value)
        else:
            text, value = R.choice(irrational)
        places = R.choice([2, 3, 4, 5, 6, 6, 7, 8, 10, 12])
        right = nearest(value, places)
        enough = stands_for(value, right, places)
        put("rounding", enough, text, decimal_text(right, places))
        for step in (-1, 1):
            wrong = right + step * Rational(1, 10**places)
            put("rounding", False, text, decimal_text(wrong, places))
        if R.random() < 0.3:
            put("rounding", enough, decimal_text(right, places), text)
    for _ in range(45):
        head, fixed, period = R.randint(0, 9), R.choice(["", "1", "25", "07"]), str(R.choice([3, 6, 12, 45, 142857, 18, 7]))
        shift = 10 ** len(fixed)
        value = Rational(int(f"{head}{fixed}"), shift) + Rational(int(period), shift * (10 ** len(period) - 1))
        wrong = value + Rational(1, shift * 10 ** len(period))
        texts(
            "repeating",
            [(fr(value), value), (f"{head}.{fixed}\\overline{{{period}}}", value), (f"{head}.{fixed}\\bar{{{period}}}" if len(period) == 1 else f"{head}.{fixed}\\overline{{{period * 2}}}", value)],
            [(fr(wrong), wrong)],
        )
        places = len(fixed) + len(period)
        cut = Rational(int(f"{head}{fixed}{period}"), 10**places)
        put("repeating", stands_for(value, cut, places), fr(value), f"{head}.{fixed}{period}")


def policies():
    for _ in range(40):
        p = R.choice([2, 5, 10, 12, 15, 20, 25, 30, 37, 40, 62, 75, 90, 120])
        put("percent", True, str(p), f"{p}\\%")
        put("percent", True, f"{p}\\%", str(p))
        share = Rational(p, 100)
        if p < 100:
            put("percent", True, decimal_text(share), f"{p}\\%")
            put("percent", True, fr(share), f"{p}\\%")
            put("percent", True, f"{p}\\%", fr(share))
        put("percent", False, str(p), decimal_text(share))
        put("percent", False, str(p), str(100 * p))
        put("percent", False, str(p), f"{p + 1}\\%")
        put("percent", False, f"{p}\\%", f"{p * 100}\\%")
        if p < 100:
            put("percent", False, decimal_text(share), f"{decimal_text(share)}\\%")
        degrees = R.choice([15, 18, 30, 36, 45, 60, 72, 75, 90, 120, 135, 150, 180, 210, 270, 360])
        turn = Rational(degrees, 180)
        radians = f"\\frac{{{turn.p}\\pi}}{{{turn.q}}}" if turn.q > 1 else f"{turn.p}\\pi"
        wrong = turn + Rational(1, 180)
        put("degree", True, f"{degrees}^\\circ", radians)
        put("degree", True, radians, f"{degrees}^{{\\circ}}")
        put("degree", True, str(degrees), f"{degrees}^\\circ")
        put("degree", False, f"{degrees + 1}^\\circ", radians)
        put("degree", False, f"{degrees}^\\circ", f"\\frac{{{wrong.p}\\pi}}{{{wrong.q}}}")
        put("degree", False, str(degrees), radians)


def equations():
    for _ in range(60):
        value, one, other, wrong = rewritten()
        put("assignment", True, one, f"x = {other}")
        put("assignment", True, f"x = {one}", other)
        put("assignment", True, f"x={one}", f"x = {other}")
        put("assignment", False, f"x={one}", f"x = {wrong}")
        put("assignment", False, f"x={one}", f"y = {other}")
    for _ in range(50):
        m, c, s = Rational(nonzero(9), R.randint(1, 4)), Rational(nonzero(9), R.randint(1, 4)), nonzero(5)
        line = sp.expand(m * x + c)
        lead = sp.ilcm(m.q, c.q) * s
        general = sp.expand(lead * (line - y))
        reference = "y = " + latex(line)
        put("equation", True, reference, latex(general) + " = 0")
        put("equation", True, reference, f"{latex(sp.expand(lead * m * x - lead * y))} = {-lead * c}")
        for bad in (general + 1, general.subs(x, -x), general + Rational(1, 10**6)):
            if sp.simplify(bad / general).free_symbols:
                put("equation", False, reference, latex(bad) + " = 0")
    for _ in range(40):
        h, v, r = nonzero(6), nonzero(6), R.randint(1, 9)
        circle = sp.expand((x - h) ** 2 + (y - v) ** 2 - r * r)
        text = f"(x{-h:+d})^2+(y{-v:+d})^2={r * r}"
        put("equation", True, text, f"{latex(circle)}=0")
        put("equation", False, text, f"{latex(circle + 1)}=0")
        put("equation", False, text, f"(x{h:+d})^2+(y{-v:+d})^2={r * r}")
        c = nonzero(7)
        put("equation", True, f"f(x)={latex(sp.expand((x + h) * (x + c)))}", f"f(x) = (x{h:+d})(x{c:+d})")
        put("equation", False, f"f(x)={latex(sp.expand((x + h) * (x + c)) + 1)}", f"f(x) = (x{h:+d})(x{c:+d})")


def pieces():
    for _ in range(30):
        c, d = nonzero(5), nonzero(5)
        laws = [
            (f"|x{c:+d}|^2", sp.Abs(x + c) ** 2, f"(x{c:+d})^2", (x + c) ** 2),
            (f"\\sqrt{{(x{c:+d})^2}}", sqrt((x + c) ** 2), f"|x{c:+d}|", sp.Abs(x + c)),
            (f"|{abs(c)}x|", sp.Abs(c * x), f"{abs(c)}|x|", abs(c) * sp.Abs(x)),
            (f"\\max(x,{d}y)", sp.Max(x, d * y), f"\\frac{{x+{d}y+|x-{d}y|}}{{2}}".replace("+-", "-").replace("--", "+"), (x + d * y + sp.Abs(x - d * y)) / 2),
            (f"\\lfloor x{c:+d} \\rfloor", sp.floor(x + c), f"\\lfloor x \\rfloor {c:+d}", sp.floor(x) + c),
            (f"\\lceil x \\rceil", sp.ceiling(x), "-\\lfloor -x \\rfloor", -sp.floor(-x)),
        ]
        for one, v, other, w in laws:
            pair("piecewise", (one, v), (other, w), True)
        pair("piecewise", (f"|x{c:+d}|", sp.Abs(x + c)), (f"x{c:+d}", x + c), False)
        pair("piecewise", (f"|x{c:+d}|", sp.Abs(x + c)), (f"|x|{c:+d}", sp.Abs(x) + c), False)
        pair("piecewise", (f"\\lfloor {abs(c) + 1}x \\rfloor", sp.floor((abs(c) + 1) * x)), (f"{abs(c) + 1}\\lfloor x \\rfloor", (abs(c) + 1) * sp.floor(x)), False)
        p, q = R.randint(10, 400), R.randint(10, 400)
        put("integer", True, str(sp.gcd(p, q)), f"\\gcd({p},{q})")
        put("integer", True, str(sp.lcm(p, q)), f"\\operatorname{{lcm}}({p},{q})")
        put("integer", False, str(sp.gcd(p, q) + 1), f"\\gcd({p},{q})")
        put("integer", True, str(p // 7), f"\\left\\lfloor \\frac{{{p}}}{{7}} \\right\\rfloor")
        put("integer", False, str(p // 7 + 1), f"\\lfloor {p}/7 \\rfloor")


def far(family, expected, reference, answer, digits=1200):
    """Two real numbers that agree to many digits; whether they are equal is a law, and checked with still more digits."""
    one, other = (sp.N(side[1], digits, maxn=20000) for side in (reference, answer))
    if (abs(one - other) < abs(one) * sp.Float(10, digits) ** (50 - digits)) != expected:
        raise AssertionError(f"{reference} {answer}")
    put(family, expected, reference[0], answer[0])


def convergents(value, count):
    """The first convergents of the continued fraction of a positive number."""
    rest = Rational(str(sp.N(value, 400)))
    h, l = (0, 1), (1, 0)
    for _ in range(count):
        term = sp.floor(rest)
        h, l = (h[1], term * h[1] + h[0]), (l[1], term * l[1] + l[0])
        yield Rational(h[1], l[1])
        rest = 1 / (rest - term)


def coincidences():
    family = "coincidence"
    for text, value in (("\\sqrt{2}", sqrt(2)), ("\\pi", pi), ("e", sp.E), ("\\ln 3", log(3)), ("\\sqrt[3]{5}", sp.cbrt(5))):
        for i, convergent in enumerate(convergents(value, 171)):
            if i in (3, 8, 15, 25, 40, 60, 90, 130, 170):
                far(family, False, (text, value), (fr(convergent), convergent))
    for e in (10, 25, 60, 120, 250, 400):
        value = (1 + sqrt(2)) ** e
        whole = sp.Integer(sp.floor(sp.N(value, 600) + Rational(1, 2)))
        far(family, False, (f"(1+\\sqrt{{2}})^{{{e}}}", value), (str(whole), whole))
        far(family, True, (str(whole), whole), (f"(1+\\sqrt2)^{{{e}}}+(1-\\sqrt2)^{{{e}}}", value + (1 - sqrt(2)) ** e))
        lucas = sp.lucas(e)
        golden = (1 + sqrt(5)) / 2
        far(family, False, (str(lucas), lucas), (f"\\left(\\frac{{1+\\sqrt5}}{{2}}\\right)^{{{e}}}", golden**e))
        far(family, True, (f"\\left(\\frac{{1+\\sqrt5}}{{2}}\\right)^{{{e}}} + \\left(\\frac{{1-\\sqrt5}}{{2}}\\right)^{{{e}}}", golden**e + (1 - golden) ** e), (str(lucas), lucas))
    for d in (43, 67, 163, 652):
        value = sp.exp(pi * sqrt(d))
        whole = sp.Integer(sp.floor(sp.N(value, 200) + Rational(1, 2)))
        far(family, False, (str(whole), whole), (f"e^{{\\pi\\sqrt{{{d}}}}}", value))
    for order in (2, 3, 4, 5, 6):
        for base in (10, 1000, 10**6, 10**9):
            # The difference of an order is as small as base^(1/2 - order).
            sides = [[], []]
            values = [0, 0]
            for i in range(order + 1):
                c = sp.binomial(order, i)
                sides[i % 2].append(f"{c}\\sqrt{{{base + i}}}")
                values[i % 2] += c * sqrt(base + i)
            far(family, False, ("+".join(sides[0]), values[0]), ("+".join(sides[1]), values[1]))
    for e in (9, 15, 30, 60, 100, 200, 350):
        tiny = Rational(1, 10**e)
        far(family, False, ("1", Integer(1)), (f"1+10^{{-{e}}}", 1 + tiny))
        far(family, False, ("\\sqrt2", sqrt(2)), (f"\\sqrt{{2+10^{{-{e}}}}}", sqrt(2 + tiny)))
        far(family, False, (f"1+10^{{-{e}}}", 1 + tiny), (f"e^{{10^{{-{e}}}}}", sp.exp(tiny)))
        far(family, False, (f"10^{{-{e}}}", tiny), (f"\\ln(1+10^{{-{e}}})", log(1 + tiny)))
        far(family, False, (f"10^{{-{e}}}", tiny), (f"\\sin(10^{{-{e}}})", sin(tiny)))
        far(family, False, ("\\frac{\\pi}{2}", pi / 2), (f"\\arctan(10^{{{e}}})", sp.atan(1 / tiny)))
        far(family, False, (f"10^{{{e}}}", 1 / tiny), (f"\\sqrt{{10^{{{2 * e}}}+1}}", sqrt(1 / tiny**2 + 1)))
        far(family, False, ("\\pi", pi), (f"\\pi \\cdot (1-10^{{-{e}}})", pi * (1 - tiny)))
        # The differences are 10^-e and x 10^-e.
        put(family, False, "\\sin x", f"\\sin x + 10^{{-{e}}}")
        put(family, False, "x^2+1", f"x^2+1+10^{{-{e}}}x")
    for m in (5, 20, 50, 100, 300):
        far(family, False, ("1", Integer(1)), (f"\\tanh {m}", sp.tanh(m)))
        far(family, False, (f"\\frac{{e^{{{m}}}}}{{2}}", exp(m) / 2), (f"\\cosh {m}", sp.cosh(m)))
    for text, value, other, w in (
        ("20", Integer(20), "e^\\pi-\\pi", exp(pi) - pi),
        ("\\pi", pi, "\\frac{355}{113}", Rational(355, 113)),
        ("\\pi", pi, "\\sqrt[4]{\\frac{2143}{22}}", Rational(2143, 22) ** Rational(1, 4)),
        ("\\pi^4+\\pi^5", pi**4 + pi**5, "e^6", exp(6)),
        ("-1", Integer(-1), "\\sin 11", sin(11)),
        ("\\sqrt{10}+\\sqrt{11}", sqrt(10) + sqrt(11), "\\sqrt5+\\sqrt{18}", sqrt(5) + sqrt(18)),
        ("\\frac{\\ln 640320}{\\sqrt{163}}", log(640320) / sqrt(163), "\\frac{\\pi}{3}", pi / 3),
        ("\\pi", pi, "\\frac{\\ln(640320^3+744)}{\\sqrt{163}}", log(640320**3 + 744) / sqrt(163)),
    ):
        far(family, False, (text, value), (other, w))


def thinned(limit):
    """At most so many lines of a family and expectation, chosen by chance."""
    kinds = {}
    for key, kind in lines.items():
        kinds.setdefault(kind, []).append(key)
    for keys in kinds.values():
        for key in R.sample(keys, max(0, len(keys) - limit)):
            del lines[key]


def main():
    mpmath.mp.dps = PROVEN + 30
    for family in (fractions, surds, polynomials, rationals):
        family()
    for _ in range(5):
        identities()
    for family in (angles, logarithms, complexes, combinatorics, matrices, collections, decimals, policies, equations, pieces, coincidences):
        family()
    thinned(100)
    counts = {}
    for (reference, answer), (family, expected) in lines.items():
        assert not set("\t\n") & set(reference + answer)
        print(family, str(expected).lower(), reference, answer, sep="\t")
        counts.setdefault(family, [0, 0])[expected] += 1
    for family, (wrong, right) in sorted(counts.items()):
        print(f"{family}: {right} true, {wrong} false", file=sys.stderr)
    print(f"{len(lines)} cases", file=sys.stderr)


if __name__ == "__main__":
    main()
