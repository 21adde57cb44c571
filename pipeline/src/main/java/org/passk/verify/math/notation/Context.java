package org.passk.verify.math.notation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The tokens of one answer with the place where the parser stands, and what its parts need to know of each other. */
final class Context {
    final ReadLimits limits;
    final Statements statements;
    final Terms terms;
    final Atoms atoms;
    final Constructs constructs;
    final Combinations combinations;

    /** How many bars of absolute values are open. */
    int bars;

    /** Whether a colon separates a condition rather than the parts of a ratio. */
    boolean inSetBraces;

    /** How many integrals are open, and the variable of the innermost differential. */
    int integrals;

    String differential = "";

    /** Whether the differential of the innermost integral was read: its integrand ends there. */
    boolean integrated;

    private final List<Token> tokens;
    private final Deque<String> bound = new ArrayDeque<>();
    private int pos;
    private int depth;

    /** Tokens that may still be taken. Few are taken twice; more would mean that work grows with the nesting. */
    private long taking;

    Context(List<Token> tokens, ReadLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
        this.taking = 1_000 + 16L * tokens.size();
        this.statements = new Statements(this);
        this.terms = new Terms(this);
        this.atoms = new Atoms(this);
        this.constructs = new Constructs(this);
        this.combinations = new Combinations(this);
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        int at = pos + ahead;
        return at >= 0 && at < tokens.size() ? tokens.get(at) : Token.LAST;
    }

    /** The token before the present one. */
    Token previous() {
        return pos > 0 ? tokens.get(pos - 1) : Token.LAST;
    }

    Token next() {
        Token token = peek();
        if (token.kind() == Token.Kind.END) {
            throw NotMathematics.meaningless();
        }
        taking--;
        if (taking < 0) {
            throw NotMathematics.tooDeep();
        }
        pos++;
        return token;
    }

    /** Passes over tokens that were looked at. */
    void skip(int tokens) {
        for (int i = 0; i < tokens; i++) {
            next();
        }
    }

    int position() {
        return pos;
    }

    void back(int position) {
        pos = position;
    }

    boolean atEnd() {
        return pos >= tokens.size();
    }

    boolean accept(String symbol) {
        if (peek().is(symbol)) {
            pos++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw NotMathematics.meaningless();
        }
    }

    /** Puts the rest of a token that was taken in part back. */
    void putBack(Token rest) {
        pos--;
        tokens.set(pos, rest);
    }

    void enter() {
        depth++;
        if (depth > limits.maxDepth()) {
            throw NotMathematics.tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    void bind(String name) {
        bound.push(name);
    }

    void unbind() {
        bound.pop();
    }

    boolean isBound(String name) {
        return !bound.isEmpty() && bound.contains(name);
    }
}
