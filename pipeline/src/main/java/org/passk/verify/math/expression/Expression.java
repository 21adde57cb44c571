package org.passk.verify.math.expression;

import java.io.Serializable;
import java.util.List;

/**
 * A mathematical expression, statement or collection, as an answer writes it. Trees are immutable, built bottom-up and
 * bounded in depth by whoever builds them. Two trees that are {@link Object#equals equal} are spelled alike; whether
 * two trees mean the same is not for this type to say.
 */
public sealed interface Expression extends Serializable {

    /**
     * A number as written.
     *
     * @param value its exact value
     * @param decimals the digits after the decimal point; 0 for an integer
     * @param significant the significant digits among {@code decimals}
     * @param grouped whether commas group its digits, so that it may be a list of numbers as well
     */
    record Num(Rational value, int decimals, int significant, boolean grouped) implements Expression {
        /** An integer. */
        public static Num of(long value) {
            return new Num(Rational.integer(value), 0, 0, false);
        }

        /** A number that is no decimal. */
        public static Num of(Rational value) {
            return new Num(value, 0, 0, false);
        }
    }

    /** A constant with a name of its own. */
    enum Constant implements Expression {
        PI,
        E,
        I,
        INFINITY,
        /** The empty set. */
        EMPTY_SET,
        NATURALS,
        INTEGERS,
        RATIONALS,
        REALS,
        COMPLEXES
    }

    /**
     * A variable.
     *
     * @param name its name with subscripts and accents, for example {@code x_1} or {@code \alpha}
     */
    record Symbol(String name) implements Expression {}

    /**
     * A sum.
     *
     * @param terms at least two
     */
    record Sum(List<Expression> terms) implements Expression {
        /** Copies the terms. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A product.
     *
     * @param factors at least two
     */
    record Product(List<Expression> factors) implements Expression {
        /** Copies the factors. */
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** The negative of an expression. */
    record Negative(Expression operand) implements Expression {}

    /** One expression divided by another. */
    record Quotient(Expression numerator, Expression denominator) implements Expression {}

    /** One expression to the power of another. */
    record Power(Expression base, Expression exponent) implements Expression {}

    /** A known function of arguments. */
    record Call(MathFunction function, List<Expression> arguments) implements Expression {
        /** Copies the arguments and checks their number. */
        public Call {
            arguments = List.copyOf(arguments);
            if (!function.takes(arguments.size())) {
                throw new IllegalArgumentException(function + " does not take " + arguments.size() + " arguments");
            }
        }

        /** A call with one argument. */
        public static Call of(MathFunction function, Expression argument) {
            return new Call(function, List.of(argument));
        }
    }

    /** An unknown function of arguments, such as {@code f(x)}. */
    record Applied(String name, List<Expression> arguments) implements Expression {
        /** Copies the arguments. */
        public Applied {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A sum or a product over the integers of a range.
     *
     * @param product whether it is a product
     * @param variable the name that is bound in the body
     */
    record Series(boolean product, String variable, Expression lower, Expression upper, Expression body)
            implements Expression {}

    /**
     * An integral, limit or derivative: compared as it is written, never computed.
     *
     * @param variable the bound variable
     * @param bounds the bounds of a definite integral (two), the point that a limit approaches (one), or none
     * @param form what tells forms apart beside the kind, such as the side of a limit
     */
    record Calculus(Kind kind, String variable, List<Expression> bounds, String form, Expression body)
            implements Expression {
        /** The kinds. */
        public enum Kind {
            INTEGRAL,
            LIMIT,
            DERIVATIVE
        }

        /** Copies the bounds. */
        public Calculus {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * Both of {@code left + right} and {@code left - right}; all signs of one answer are taken together.
     *
     * @param minusFirst whether it is written with the minus above
     */
    record PlusMinus(Expression left, Expression right, boolean minusFirst) implements Expression {}

    /** An expression with a percent sign. */
    record Percent(Expression operand) implements Expression {}

    /**
     * A quantity with a unit.
     *
     * @param unit its canonical name; {@code degree} alone changes a value inside of an expression
     */
    record Measured(Expression quantity, String unit) implements Expression {}

    /**
     * A number that is written in a base.
     *
     * @param digits the digits as written, upper case
     * @param base in [2, 36]
     */
    record Based(String digits, int base) implements Expression {}

    /** A ratio {@code a : b : c}, or a time of day, which is written alike. */
    record Ratio(List<Expression> parts, boolean clock) implements Expression {
        /** Copies the parts. */
        public Ratio {
            parts = List.copyOf(parts);
        }
    }

    /** What holds several expressions together. */
    enum Grouping {
        /** A bare list: order and repetitions do not matter. */
        LIST,
        /** A set in braces. */
        SET,
        /** A tuple, point, vector or interval, in brackets. */
        TUPLE,
        UNION,
        INTERSECTION,
        DIFFERENCE
    }

    /**
     * Several expressions.
     *
     * @param brackets the opening and the closing bracket of a {@link Grouping#TUPLE}; else empty
     */
    record Several(Grouping grouping, String brackets, List<Expression> elements) implements Expression {
        /** Copies the elements. */
        public Several {
            elements = List.copyOf(elements);
        }

        /** Several expressions without brackets. */
        public static Several of(Grouping grouping, List<Expression> elements) {
            return new Several(grouping, "", elements);
        }
    }

    /**
     * A matrix, row by row.
     *
     * @param columns the cells of each row
     */
    record Matrix(int columns, List<Expression> cells) implements Expression {
        /** Copies the cells and checks their number. */
        public Matrix {
            cells = List.copyOf(cells);
            if (columns < 1 || cells.isEmpty() || cells.size() % columns != 0) {
                throw new IllegalArgumentException(cells.size() + " cells in " + columns + " columns");
            }
        }

        /** The number of rows. */
        public int rows() {
            return cells.size() / columns;
        }
    }

    /**
     * Sides that are compared with each other, in a chain: {@code 0 < x < 1}.
     *
     * @param sides one more than there are relators
     */
    record Relation(List<Expression> sides, List<Relator> relators) implements Expression {
        /** Copies both lists and checks their sizes. */
        public Relation {
            sides = List.copyOf(sides);
            relators = List.copyOf(relators);
            if (relators.isEmpty() || sides.size() != relators.size() + 1) {
                throw new IllegalArgumentException(sides.size() + " sides, " + relators.size() + " relators");
            }
        }
    }

    /** What stands between two sides. */
    enum Relator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        APPROXIMATELY,
        CONGRUENT,
        IN,
        NOT_IN,
        SUBSET,
        SUPERSET;

        /** Whether the relator orders numbers. */
        public boolean orders() {
            return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
        }

        /** The relator of the sides exchanged. */
        public Relator reversed() {
            return switch (this) {
                case LESS -> GREATER;
                case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
                case GREATER -> LESS;
                case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
                case SUBSET -> SUPERSET;
                case SUPERSET -> SUBSET;
                case EQUAL, NOT_EQUAL, APPROXIMATELY, CONGRUENT, IN, NOT_IN -> this;
            };
        }
    }

    /**
     * What is not mathematics, or was not understood as such.
     *
     * @param text normalised, without spaces
     * @param words whether it is made of words, whose case does not matter
     */
    record Words(String text, boolean words) implements Expression {}
}
