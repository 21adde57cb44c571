package org.passk.jobs.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passk.jobs.conformance.SympyReader.NotSympyException;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Calculus;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Series;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.MathFunction;

/** The meaning of SymPy's names, alone and with arguments. */
final class SympyCalls {
    private static final Map<String, MathFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("sin", MathFunction.SIN),
            Map.entry("cos", MathFunction.COS),
            Map.entry("tan", MathFunction.TAN),
            Map.entry("cot", MathFunction.COT),
            Map.entry("sec", MathFunction.SEC),
            Map.entry("csc", MathFunction.CSC),
            Map.entry("asin", MathFunction.ARCSIN),
            Map.entry("acos", MathFunction.ARCCOS),
            Map.entry("atan", MathFunction.ARCTAN),
            Map.entry("acot", MathFunction.ARCCOT),
            Map.entry("asec", MathFunction.ARCSEC),
            Map.entry("acsc", MathFunction.ARCCSC),
            Map.entry("sinh", MathFunction.SINH),
            Map.entry("cosh", MathFunction.COSH),
            Map.entry("tanh", MathFunction.TANH),
            Map.entry("coth", MathFunction.COTH),
            Map.entry("asinh", MathFunction.ARSINH),
            Map.entry("acosh", MathFunction.ARCOSH),
            Map.entry("atanh", MathFunction.ARTANH),
            Map.entry("exp", MathFunction.EXP),
            Map.entry("sqrt", MathFunction.SQRT),
            Map.entry("Abs", MathFunction.ABS),
            Map.entry("floor", MathFunction.FLOOR),
            Map.entry("ceiling", MathFunction.CEIL),
            Map.entry("frac", MathFunction.FRACTIONAL),
            Map.entry("sign", MathFunction.SIGN),
            Map.entry("factorial", MathFunction.FACTORIAL),
            Map.entry("factorial2", MathFunction.DOUBLE_FACTORIAL),
            Map.entry("gamma", MathFunction.GAMMA),
            Map.entry("binomial", MathFunction.BINOMIAL),
            Map.entry("gcd", MathFunction.GCD),
            Map.entry("lcm", MathFunction.LCM),
            Map.entry("Mod", MathFunction.MOD),
            Map.entry("Min", MathFunction.MIN),
            Map.entry("Max", MathFunction.MAX),
            Map.entry("re", MathFunction.RE),
            Map.entry("im", MathFunction.IM),
            Map.entry("arg", MathFunction.ARG),
            Map.entry("conjugate", MathFunction.CONJUGATE));

    private static final Set<String> GREEK = Set.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "vartheta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "rho",
            "varrho",
            "sigma",
            "varsigma",
            "tau",
            "upsilon",
            "phi",
            "varphi",
            "chi",
            "psi",
            "omega",
            "omicron",
            "varpi",
            "varkappa",
            "Alpha",
            "Beta",
            "Gamma",
            "Delta",
            "Epsilon",
            "Zeta",
            "Eta",
            "Theta",
            "Iota",
            "Kappa",
            "Lambda",
            "Mu",
            "Nu",
            "Xi",
            "Omicron",
            "Pi",
            "Rho",
            "Sigma",
            "Tau",
            "Upsilon",
            "Phi",
            "Chi",
            "Psi",
            "Omega");

    private SympyCalls() {}

    /** A variable by the name that the reader of answers gives it: Greek with a backslash, subscripts without braces. */
    static Symbol symbol(String name) {
        int under = name.indexOf('_');
        boolean accent = name.startsWith("bar{");
        if (accent) {
            under = name.indexOf('_', name.indexOf('}'));
        }
        String stem = under < 0 ? name : name.substring(0, under);
        String subscript = under < 0 ? "" : name.substring(under).replaceAll("[{} ]", "");
        return new Symbol((GREEK.contains(stem) ? "\\" : "") + stem.strip() + subscript);
    }

    static Expression not(Expression statement) {
        boolean equation =
                statement instanceof Relation relation && relation.relators().equals(List.of(Relator.EQUAL));
        return equation
                ? new Relation(((Relation) statement).sides(), List.of(Relator.NOT_EQUAL))
                : new Applied("not", List.of(statement));
    }

    static Expression call(String name, List<Expression> arguments) throws NotSympyException {
        return switch (name) {
            case "log" -> logarithm(arguments);
            case "Eq", "Ne" ->
                new Relation(
                        sized(name, arguments, 2, 2), List.of(name.equals("Eq") ? Relator.EQUAL : Relator.NOT_EQUAL));
            case "Integral" -> integral(sized(name, arguments, 2, 2));
            case "Derivative" -> derivative(sized(name, arguments, 2, 2));
            case "Limit" -> limit(sized(name, arguments, 3, 4));
            case "Sum", "Product" -> series(name.equals("Product"), sized(name, arguments, 2, 2));
            case "Matrix" -> matrix(sized(name, arguments, 1, 1));
            case "FiniteSet" -> Several.of(Grouping.SET, arguments);
            case "Interval" -> new Several(Grouping.TUPLE, "[]", sized(name, arguments, 2, 2));
            case "Interval.open" -> new Several(Grouping.TUPLE, "()", sized(name, arguments, 2, 2));
            case "Interval.Ropen" -> new Several(Grouping.TUPLE, "[)", sized(name, arguments, 2, 2));
            case "Interval.Lopen" -> new Several(Grouping.TUPLE, "(]", sized(name, arguments, 2, 2));
            case "Union" -> Several.of(Grouping.UNION, arguments);
            case "Intersection" -> Several.of(Grouping.INTERSECTION, arguments);
            case "Complement" -> Several.of(Grouping.DIFFERENCE, sized(name, arguments, 2, 2));
            default -> function(name, arguments);
        };
    }

    private static List<Expression> sized(String name, List<Expression> arguments, int least, int most)
            throws NotSympyException {
        if (arguments.size() < least || arguments.size() > most) {
            throw new NotSympyException(name + " with " + arguments.size() + " arguments");
        }
        return arguments;
    }

    private static Expression function(String name, List<Expression> arguments) throws NotSympyException {
        MathFunction function = FUNCTIONS.get(name);
        if (function == null) {
            return new Applied(name, arguments);
        }
        if (!function.takes(arguments.size())) {
            throw new NotSympyException(name + " with " + arguments.size() + " arguments");
        }
        return new Call(function, arguments);
    }

    private static Expression logarithm(List<Expression> arguments) throws NotSympyException {
        sized("log", arguments, 1, 2);
        return arguments.size() == 1
                ? Call.of(MathFunction.LN, arguments.get(0))
                : new Call(MathFunction.LOG, List.of(arguments.get(1), arguments.get(0)));
    }

    private static String variable(Expression expression) throws NotSympyException {
        if (expression instanceof Symbol symbol) {
            return symbol.name();
        }
        throw new NotSympyException("a bound variable is no name");
    }

    /** {@code (x, a, b)}, or the name alone. */
    private static List<Expression> range(Expression argument, boolean bounds) throws NotSympyException {
        if (argument instanceof Several tuple && tuple.grouping() == Grouping.TUPLE) {
            return sized("a range", tuple.elements(), 3, 3);
        }
        if (bounds) {
            throw new NotSympyException("a range has no bounds");
        }
        return List.of(argument);
    }

    private static Expression integral(List<Expression> arguments) throws NotSympyException {
        List<Expression> range = range(arguments.get(1), false);
        return new Calculus(
                Calculus.Kind.INTEGRAL, variable(range.get(0)), range.subList(1, range.size()), "", arguments.get(0));
    }

    private static Expression derivative(List<Expression> arguments) throws NotSympyException {
        return new Calculus(Calculus.Kind.DERIVATIVE, variable(arguments.get(1)), List.of(), "", arguments.get(0));
    }

    private static Expression limit(List<Expression> arguments) throws NotSympyException {
        Expression point = arguments.get(2);
        boolean fromBelow = arguments.size() == 4 && arguments.get(3).equals(new Words("-", true));
        // Infinity is approached from one side only; SymPy's default is from above.
        String side = fromBelow && point != Expression.Constant.INFINITY ? "-" : "";
        return new Calculus(Calculus.Kind.LIMIT, variable(arguments.get(1)), List.of(point), side, arguments.get(0));
    }

    private static Expression series(boolean product, List<Expression> arguments) throws NotSympyException {
        List<Expression> range = range(arguments.get(1), true);
        return new Series(product, variable(range.get(0)), range.get(1), range.get(2), arguments.get(0));
    }

    private static Expression matrix(List<Expression> arguments) throws NotSympyException {
        if (!(arguments.get(0) instanceof Several rows)) {
            throw new NotSympyException("a matrix without rows");
        }
        List<Expression> cells = new ArrayList<>();
        int columns = 0;
        for (Expression row : rows.elements()) {
            List<Expression> elements = row instanceof Several several ? several.elements() : List.<Expression>of();
            if (elements.isEmpty() || (columns > 0 && elements.size() != columns)) {
                throw new NotSympyException("rows of a matrix differ in length");
            }
            columns = elements.size();
            cells.addAll(elements);
        }
        if (columns == 0) {
            throw new NotSympyException("a matrix without rows");
        }
        return new Matrix(columns, cells);
    }
}
