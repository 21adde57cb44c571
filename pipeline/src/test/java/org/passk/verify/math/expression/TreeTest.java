package org.passk.verify.math.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Based;
import org.passk.verify.math.expression.Expression.Calculus;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.PlusMinus;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Ratio;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Series;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Expression.Words;

class TreeTest {
    private static final Expression X = new Symbol("x");
    private static final Expression Y = new Symbol("y");
    private static final Expression Z = new Symbol("z");
    private static final Expression HALF = Num.of(Rational.integer(1).dividedBy(Rational.integer(2)));

    static Stream<Arguments> nodes() {
        return Stream.of(
                Arguments.of(new Sum(List.of(X, new Negative(Y))), "x - y", "z - y"),
                Arguments.of(new Product(List.of(X, HALF)), "x*(1/2)", "z*(1/2)"),
                Arguments.of(new Negative(X), "-x", "-z"),
                Arguments.of(new Quotient(X, new Sum(List.of(X, Y))), "x/(x + y)", "z/(z + y)"),
                Arguments.of(new Power(X, HALF), "x^(1/2)", "z^(1/2)"),
                Arguments.of(new Call(MathFunction.LOG, List.of(Num.of(2), X)), "log(2, x)", "log(2, z)"),
                Arguments.of(new Applied("f", List.of(X, Y)), "f(x, y)", "f(z, y)"),
                Arguments.of(new Series(false, "k", Num.of(1), X, Y), "sum(y, k = 1 to x)", "sum(y, k = 1 to z)"),
                Arguments.of(
                        new Series(true, "k", Num.of(1), Y, X), "product(x, k = 1 to y)", "product(z, k = 1 to y)"),
                Arguments.of(
                        new Calculus(Calculus.Kind.INTEGRAL, "t", List.of(Num.of(0), X), "", Y),
                        "integral(y, t, 0, x)",
                        "integral(y, t, 0, z)"),
                Arguments.of(
                        new Calculus(Calculus.Kind.DERIVATIVE, "t", List.of(), "", X),
                        "derivative(x, t)",
                        "derivative(z, t)"),
                Arguments.of(new PlusMinus(X, HALF, false), "x +- (1/2)", "z +- (1/2)"),
                Arguments.of(new Percent(X), "x%", "z%"),
                Arguments.of(new Measured(X, "cm"), "x cm", "z cm"),
                Arguments.of(new Ratio(List.of(X, Y), false), "x:y", "z:y"),
                Arguments.of(Several.of(Grouping.LIST, List.of(X, Y)), "list(x, y)", "list(z, y)"),
                Arguments.of(Several.of(Grouping.SET, List.of(X, Y)), "{x, y}", "{z, y}"),
                Arguments.of(new Several(Grouping.TUPLE, "[)", List.of(X, Y)), "[x, y)", "[z, y)"),
                Arguments.of(Several.of(Grouping.UNION, List.of(X, Y)), "union(x, y)", "union(z, y)"),
                Arguments.of(new Negative(Several.of(Grouping.LIST, List.of(X, Y))), "-(list(x, y))", "-(list(z, y))"),
                Arguments.of(new Negative(Several.of(Grouping.SET, List.of(X))), "-{x}", "-{z}"),
                Arguments.of(new Negative(new Matrix(1, List.of(X, Y))), "-matrix 2x1(x, y)", "-matrix 2x1(z, y)"),
                Arguments.of(
                        new Relation(List.of(X, Y, X), List.of(Relator.LESS, Relator.LESS_OR_EQUAL)),
                        "x < y <= x",
                        "z < y <= z"));
    }

    private static Expression renamed(Expression e) {
        return e.equals(X) ? Z : Tree.with(e, TreeTest::renamed);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everyKindIsWrittenWithItsParts(Expression node, String text, String changed) {
        assertThat(ExpressionText.of(node)).isEqualTo(text).isNotEqualTo(changed);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everyKindIsRebuiltAroundChangedParts(Expression node, String text, String changed) {
        Expression other = renamed(node);

        assertThat(other).hasSameClassAs(node);
        assertThat(ExpressionText.of(other)).isEqualTo(changed).isNotEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void whatDoesNotChangeIsTheSameObject(Expression node, String text, String changed) {
        assertThat(Tree.with(node, part -> part)).isSameAs(node);
        assertThat(text).isNotEqualTo(changed);
    }

    static Stream<Arguments> leaves() {
        return Stream.of(
                Arguments.of(HALF, "1/2"),
                Arguments.of(Constant.PI, "pi"),
                Arguments.of(X, "x"),
                Arguments.of(new Based("1A", 16), "1A_16"),
                Arguments.of(new Words("none of these", true), "text \"none of these\""));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void leavesHaveNoPartsAndAName(Expression leaf, String text) {
        assertThat(Tree.parts(leaf)).isEmpty();
        assertThat(ExpressionText.of(leaf)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, =",
        "NOT_EQUAL, !=",
        "LESS, <",
        "LESS_OR_EQUAL, <=",
        "GREATER, >",
        "GREATER_OR_EQUAL, >=",
        "APPROXIMATELY, ~",
        "CONGRUENT, ==",
        "IN, in",
        "NOT_IN, not in",
        "SUBSET, subset of",
        "SUPERSET, superset of"
    })
    void everyRelatorHasASign(Relator relator, String sign) {
        assertThat(ExpressionText.of(new Relation(List.of(X, Y), List.of(relator))))
                .isEqualTo("x " + sign + " y");
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, GREATER, true",
        "GREATER, LESS, true",
        "LESS_OR_EQUAL, GREATER_OR_EQUAL, true",
        "GREATER_OR_EQUAL, LESS_OR_EQUAL, true",
        "SUBSET, SUPERSET, false",
        "SUPERSET, SUBSET, false",
        "EQUAL, EQUAL, false",
        "IN, IN, false"
    })
    void relatorsAreReversedWithTheirSides(Relator relator, Relator reversed, boolean orders) {
        assertThat(relator.reversed()).isEqualTo(reversed);
        assertThat(relator.orders()).isEqualTo(orders);
    }

    @Test
    void aCallNeedsTheArgumentsOfItsFunction() {
        assertThatThrownBy(() -> new Call(MathFunction.SIN, List.of(X, Y)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SIN");
        assertThatThrownBy(() -> new Call(MathFunction.GCD, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatrixIsFull() {
        assertThatThrownBy(() -> new Matrix(2, List.of(X, Y, Z))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Matrix(0, List.of(X))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Matrix(1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Matrix(2, List.of(X, Y, Z, X)).rows()).isEqualTo(2);
    }

    @Test
    void aRelationHasOneSideMoreThanRelators() {
        assertThatThrownBy(() -> new Relation(List.of(X), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Relation(List.of(X, Y), List.of(Relator.LESS, Relator.LESS)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SIN, ARCSIN",
        "COS, ARCCOS",
        "TAN, ARCTAN",
        "COT, ARCCOT",
        "SEC, ARCSEC",
        "CSC, ARCCSC",
        "SINH, ARSINH",
        "COSH, ARCOSH",
        "TANH, ARTANH"
    })
    void circularAndHyperbolicFunctionsHaveInverses(MathFunction function, MathFunction inverse) {
        assertThat(function.hasInverse()).isTrue();
        assertThat(function.inverse()).isEqualTo(inverse);
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCSIN", "LN", "EXP", "ABS", "DET"})
    void otherFunctionsHaveNoInverse(MathFunction function) {
        assertThat(function.hasInverse()).isFalse();
        assertThatThrownBy(function::inverse).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void onlyFunctionsOfIntegersAreDiscrete(MathFunction function) {
        List<String> discrete = List.of("FACTORIAL", "DOUBLE_FACTORIAL", "BINOMIAL", "GCD", "LCM", "MOD");

        assertThat(function.isDiscrete()).isEqualTo(discrete.contains(function.name()));
    }
}
