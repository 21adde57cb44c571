package org.passk.verify.math.notation;

import java.util.ArrayList;
import java.util.List;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;

/** Lists, relations, ratios, operations on sets: what stands above sums. */
final class Statements {
    private final Context context;

    Statements(Context context) {
        this.context = context;
    }

    /** The whole answer. */
    Expression answer() {
        while (context.accept("=") || context.accept(":")) {
            // "= 5" is what stands behind something that was cut off.
        }
        Expression all = list(true);
        if (!context.accept(".") && !context.accept(",") && !context.accept(";")) {
            // The punctuation of the sentence, if there is any.
            context.accept(":");
        }
        if (!context.atEnd()) {
            throw NotMathematics.meaningless();
        }
        return all;
    }

    /** One expression, or a bare list of several. */
    Expression list(boolean outermost) {
        List<List<Expression>> groups = new ArrayList<>();
        List<Expression> items = new ArrayList<>();
        int conjunctions = 0;
        int commas = 0;
        int first = 0;
        int alternatives = 0;
        int joined = 0;
        items.add(relation());
        while (true) {
            boolean comma = context.accept(",") || context.accept("\\\\");
            boolean alternative = isOr(context.peek());
            boolean conjunction = acceptConjunction();
            boolean semicolon = !comma && !conjunction && context.accept(";");
            if ((!comma && !conjunction && !semicolon) || closes()) {
                break;
            }
            if (conjunction) {
                alternatives += alternative ? 1 : 0;
                joined++;
            }
            if (conjunction && !comma) {
                conjunctions++;
                first = conjunctions == 1 ? items.size() : first;
            }
            commas += comma ? 1 : 0;
            if (semicolon) {
                groups.add(items);
                items = new ArrayList<>();
            }
            items.add(relation());
            if (items.size() + groups.size() > context.limits.maxElements()) {
                throw NotMathematics.tooDeep();
            }
        }
        if (groups.isEmpty() && conjunctions == 1 && commas > 0 && 2 * first == items.size() && assigns(items)) {
            groups.add(items.subList(0, first));
            items = items.subList(first, items.size());
        }
        if (groups.isEmpty()) {
            boolean conditions = joined == items.size() - 1 && items.stream().allMatch(Statements::isCondition);
            if (items.size() > 1 && conditions && (alternatives == 0 || alternatives == joined)) {
                return Several.of(alternatives == 0 ? Grouping.INTERSECTION : Grouping.UNION, items);
            }
            return items.size() == 1 ? items.get(0) : Several.of(Grouping.LIST, flat(named(items)));
        }
        groups.add(items);
        return outermost || areSystems(groups) ? grouped(groups) : Several.of(Grouping.LIST, flat(joined(groups)));
    }

    /** Whether an item says where something lies rather than what it is. */
    private static boolean isCondition(Expression item) {
        return item instanceof Relation relation
                && relation.relators().stream().noneMatch(r -> r == Relator.EQUAL || r == Relator.APPROXIMATELY);
    }

    private static boolean isOr(Token token) {
        return token.is("or") || token.word("or") || token.command("or");
    }

    private static List<Expression> joined(List<List<Expression>> groups) {
        List<Expression> all = new ArrayList<>();
        groups.forEach(all::addAll);
        return all;
    }

    /** {@code 1,2; 3,4} are two pairs. */
    private static Expression grouped(List<List<Expression>> groups) {
        List<Expression> elements = new ArrayList<>();
        for (List<Expression> group : groups) {
            if (group.size() == 1) {
                elements.add(group.get(0));
            } else if (assigns(group)) {
                elements.add(Several.of(Grouping.LIST, group));
            } else {
                elements.add(new Several(Grouping.TUPLE, "()", group));
            }
        }
        return Several.of(Grouping.LIST, elements);
    }

    /** {@code {p = 5, q = 2; p = 7, q = 2}}: each group gives values to several names, within braces as well. */
    private static boolean areSystems(List<List<Expression>> groups) {
        return groups.stream().allMatch(group -> group.size() > 1 && assigns(group));
    }

    private static boolean assigns(List<Expression> items) {
        for (Expression item : items) {
            if (!(item instanceof Relation relation) || relation.relators().get(0) != Relator.EQUAL) {
                return false;
            }
        }
        return true;
    }

    /** {@code x = 1, 2, 3}: the name stands for each. */
    private static List<Expression> named(List<Expression> items) {
        boolean names = items.get(0) instanceof Relation relation
                && relation.relators().equals(List.of(Relator.EQUAL))
                && relation.sides().get(0) instanceof Expression.Symbol;
        for (Expression item : items.subList(1, items.size())) {
            names &= !(item instanceof Relation);
        }
        if (!names) {
            return items;
        }
        Relation first = (Relation) items.get(0);
        List<Expression> all = new ArrayList<>();
        all.add(first);
        for (Expression item : items.subList(1, items.size())) {
            all.add(new Relation(List.of(first.sides().get(0), item), List.of(Relator.EQUAL)));
        }
        return all;
    }

    /** A list within a list, without anything around it, is one list. */
    private static List<Expression> flat(List<Expression> items) {
        List<Expression> all = new ArrayList<>();
        for (Expression item : items) {
            if (item instanceof Several several && several.grouping() == Grouping.LIST) {
                all.addAll(several.elements());
            } else {
                all.add(item);
            }
        }
        return all;
    }

    private boolean acceptConjunction() {
        if (isConjunction(context.peek())) {
            context.next();
            return true;
        }
        return false;
    }

    static boolean isConjunction(Token token) {
        return token.is("and")
                || token.is("or")
                || token.word("and")
                || token.word("or")
                || (token.kind() == Token.Kind.COMMAND
                        && (token.text().equals("and") || token.text().equals("or")));
    }

    /** Whether a list ends here, so that the comma before it was only punctuation. */
    private boolean closes() {
        Token token = context.peek();
        return switch (token.text()) {
            case ")", "]", "}", "\\}", ")>", "." -> true;
            default -> token.kind() == Token.Kind.END;
        };
    }

    /** One element of a list or one cell of a matrix, with a comma before a condition passed over. */
    Expression item() {
        Expression item = relation();
        context.accept(",");
        return item;
    }

    private Expression relation() {
        while (context.accept("~")) {
            // "approximately 5" is 5 as far as it goes.
        }
        List<Expression> sides = new ArrayList<>();
        List<Relator> relators = new ArrayList<>();
        sides.add(definition());
        while (true) {
            Relator relator = relator();
            if (relator == null) {
                break;
            }
            relators.add(relator);
            sides.add(operand());
        }
        modulus(sides);
        return relators.isEmpty() ? sides.get(0) : new Relation(sides, relators);
    }

    /** {@code P(x) = ...}: a name with arguments before an equals sign is no product. */
    private Expression definition() {
        int i = 0;
        if (context.peek().kind() == Token.Kind.LETTER && context.peek(1).is("(")) {
            i = 2;
            while (context.peek(i).kind() == Token.Kind.LETTER
                    && context.peek(i + 1).is(",")) {
                i += 2;
            }
        }
        boolean defines = i > 0
                && context.peek(i).kind() == Token.Kind.LETTER
                && context.peek(i + 1).is(")")
                && context.peek(i + 2).is("=");
        if (!defines) {
            return operand();
        }
        String name = context.next().text();
        List<Expression> arguments = new ArrayList<>();
        while (!context.next().is(")")) {
            arguments.add(new Expression.Symbol(context.next().text()));
        }
        return new Expression.Applied(name, arguments);
    }

    private Relator relator() {
        Token token = context.peek();
        if (token.kind() != Token.Kind.SYMBOL) {
            return null;
        }
        if (token.is("not") && context.peek(1).is("in")) {
            context.next();
            context.next();
            return Relator.NOT_IN;
        }
        Relator relator = switch (token.text()) {
            case "=" -> Relator.EQUAL;
            case "!=" -> Relator.NOT_EQUAL;
            case "<" -> Relator.LESS;
            case "<=" -> Relator.LESS_OR_EQUAL;
            case ">" -> Relator.GREATER;
            case ">=" -> Relator.GREATER_OR_EQUAL;
            case "~" -> Relator.APPROXIMATELY;
            case "==" -> Relator.CONGRUENT;
            case "in" -> Relator.IN;
            case "notin" -> Relator.NOT_IN;
            case "subset" -> Relator.SUBSET;
            case "superset" -> Relator.SUPERSET;
            default -> null;
        };
        if (relator != null) {
            context.next();
        }
        return relator;
    }

    /** {@code (mod 7)} behind a congruence or a residue. */
    private void modulus(List<Expression> sides) {
        boolean parenthesis = context.peek().is("(") && isMod(context.peek(1));
        boolean command = context.peek().command("pmod");
        if (!parenthesis && !command) {
            return;
        }
        context.next();
        Expression modulus;
        if (parenthesis) {
            context.next();
            modulus = context.terms.sum();
            context.expect(")");
        } else {
            modulus = context.terms.script();
        }
        int last = sides.size() - 1;
        sides.set(last, new Expression.Applied("mod", List.of(sides.get(last), modulus)));
    }

    static boolean isMod(Token token) {
        return token.kind() == Token.Kind.COMMAND
                && (token.text().equals("mod") || token.text().equals("bmod"));
    }

    private Expression operand() {
        Expression left = context.terms.sum();
        Grouping grouping = acceptSetOperator();
        while (grouping != null) {
            Grouping operator = grouping;
            List<Expression> parts = new ArrayList<>(operands(operator, asSet(left)));
            do {
                parts.add(asSet(context.terms.sum()));
                if (parts.size() > context.limits.maxElements()) {
                    throw NotMathematics.tooDeep();
                }
                grouping = acceptSetOperator();
            } while (grouping == operator && operator != Grouping.DIFFERENCE);
            left = Several.of(operator, parts);
        }
        if (!context.inSetBraces && (context.peek().is(":") || isTo())) {
            left = ratio(left);
        }
        return new Suffix(context).after(left);
    }

    /** {@code \cup}, or the letter U between two brackets. */
    private boolean acceptUnion() {
        if (context.accept("cup")) {
            return true;
        }
        boolean letter = Terms.isUnionLetter(context);
        if (letter) {
            context.next();
        }
        return letter;
    }

    /** The set operator that stands here; null when none does. */
    private Grouping acceptSetOperator() {
        if (acceptUnion()) {
            return Grouping.UNION;
        }
        if (context.accept("cap")) {
            return Grouping.INTERSECTION;
        }
        return context.accept("setminus") ? Grouping.DIFFERENCE : null;
    }

    private static List<Expression> operands(Grouping grouping, Expression left) {
        boolean same = left instanceof Several several && several.grouping() == grouping;
        return same && grouping != Grouping.DIFFERENCE ? ((Several) left).elements() : List.of(left);
    }

    /** {@code {1,2} \cup {3}}: what braces that only group hold is a set here. */
    private static Expression asSet(Expression expression) {
        if (expression instanceof Several several) {
            return several.grouping() == Grouping.LIST ? Several.of(Grouping.SET, several.elements()) : several;
        }
        return expression instanceof Expression.Num || expression instanceof Expression.Symbol
                ? Several.of(Grouping.SET, List.of(expression))
                : expression;
    }

    /** {@code 3 to 2}. */
    private boolean isTo() {
        return context.peek().word("to")
                && context.previous().kind() == Token.Kind.NUMBER
                && context.peek(1).kind() == Token.Kind.NUMBER;
    }

    /** {@code 3:2}, or the time of day {@code 4:05}. */
    private Expression ratio(Expression first) {
        List<Expression> parts = new ArrayList<>();
        parts.add(first);
        boolean clock = context.previous().kind() == Token.Kind.NUMBER
                && context.previous().text().length() <= 2;
        while (context.peek().is(":") || isTo()) {
            context.next();
            Token token = context.peek();
            clock &= token.kind() == Token.Kind.NUMBER
                    && token.text().length() == 2
                    && token.text().charAt(0) <= '5';
            parts.add(context.terms.sum());
        }
        return new Expression.Ratio(parts, clock);
    }
}
