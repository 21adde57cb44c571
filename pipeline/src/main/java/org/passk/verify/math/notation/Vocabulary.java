package org.passk.verify.math.notation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.MathFunction;

/** The words of mathematics, in LaTeX and in plain notation. */
final class Vocabulary {
    private static final Map<String, MathFunction> FUNCTIONS = functions();
    private static final Map<String, Constant> CONSTANTS = Map.ofEntries(
            Map.entry("pi", Constant.PI),
            Map.entry("infty", Constant.INFINITY),
            Map.entry("infinity", Constant.INFINITY),
            Map.entry("inf", Constant.INFINITY),
            Map.entry("oo", Constant.INFINITY),
            Map.entry("exponentialE", Constant.E),
            Map.entry("emptyset", Constant.EMPTY_SET),
            Map.entry("varnothing", Constant.EMPTY_SET));

    private static final Map<String, Constant> NUMBER_SETS = Map.of(
            "N", Constant.NATURALS,
            "Z", Constant.INTEGERS,
            "Q", Constant.RATIONALS,
            "R", Constant.REALS,
            "C", Constant.COMPLEXES);

    /** Short words of English, which are no products of variables. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "the", "and", "or", "no", "yes", "not", "is", "in", "of", "to", "by", "if", "at", "on", "an", "all", "any",
            "for", "are", "its", "it", "so", "we", "he", "one", "two", "six", "ten", "odd", "only", "am", "pm", "as",
            "per", "pct", "st", "nd", "rd", "th", "out", "new", "even", "true", "she", "her", "him", "his", "you",
            "our", "old", "own", "off");

    private static final Map<String, String> RELATORS = Map.ofEntries(
            Map.entry("le", "<="),
            Map.entry("leq", "<="),
            Map.entry("leqslant", "<="),
            Map.entry("leqq", "<="),
            Map.entry("ge", ">="),
            Map.entry("geq", ">="),
            Map.entry("geqslant", ">="),
            Map.entry("geqq", ">="),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("ne", "!="),
            Map.entry("neq", "!="),
            Map.entry("approx", "~"),
            Map.entry("simeq", "~"),
            Map.entry("thickapprox", "~"),
            Map.entry("equiv", "=="),
            Map.entry("in", "in"),
            Map.entry("notin", "notin"),
            Map.entry("subset", "subset"),
            Map.entry("subseteq", "subset"),
            Map.entry("supset", "superset"),
            Map.entry("supseteq", "superset"),
            Map.entry("colon", ":"),
            Map.entry("cdot", "*"),
            Map.entry("times", "*"),
            Map.entry("ast", "*"),
            Map.entry("bullet", "*"),
            Map.entry("div", "/"),
            Map.entry("slash", "/"),
            Map.entry("pm", "\u00B1"),
            Map.entry("mp", "\u2213"),
            Map.entry("circ", "\u00B0"),
            Map.entry("degree", "\u00B0"),
            Map.entry("degrees", "\u00B0"),
            Map.entry("cup", "cup"),
            Map.entry("cap", "cap"),
            Map.entry("setminus", "setminus"),
            Map.entry("backslash", "setminus"),
            Map.entry("land", "and"),
            Map.entry("wedge", "and"),
            Map.entry("lor", "or"),
            Map.entry("vee", "or"),
            Map.entry("lbrace", "\\{"),
            Map.entry("rbrace", "\\}"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("lgroup", "("),
            Map.entry("rgroup", ")"),
            Map.entry("lparen", "("),
            Map.entry("rparen", ")"),
            Map.entry("langle", "<("),
            Map.entry("rangle", ")>"),
            Map.entry("vert", "|"),
            Map.entry("lvert", "|("),
            Map.entry("rvert", ")|"),
            Map.entry("mid", "|"),
            Map.entry("percent", "%"),
            Map.entry("euro", "\u20AC"),
            Map.entry("pounds", "\u00A3"),
            Map.entry("prime", "'"),
            Map.entry("to", "->"),
            Map.entry("rightarrow", "->"),
            Map.entry("Rightarrow", "->"),
            Map.entry("Longrightarrow", "->"),
            Map.entry("longrightarrow", "->"));

    private static final List<String> DELIMITERS = List.of("vert", "lvert", "lgroup", "lbrace", "lbrack", "langle");

    /** Commands of layout, which say nothing. */
    private static final Set<String> LAYOUT = Set.of(
            "left",
            "right",
            "mleft",
            "mright",
            "middle",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "biggl",
            "biggr",
            "displaystyle",
            "textstyle",
            "scriptstyle",
            "limits",
            "nolimits",
            "quad",
            "qquad",
            "thinspace",
            "enspace",
            "space",
            "bf",
            "rm",
            "it",
            "sf",
            "tt",
            "boxed",
            "fbox",
            "framebox",
            "hline",
            "mathstrut",
            "strut",
            "relax",
            "noindent",
            "newline",
            "medspace",
            "thickspace",
            "negthinspace",
            "hfill",
            "nonumber",
            "notag",
            "normalsize",
            "large",
            "Large",
            "small",
            "mathord",
            "ensuremath",
            "underline",
            "mathop",
            "underbrace",
            "dotsc",
            "bigskip",
            "smallskip",
            "therefore");

    /** Commands whose argument is text. */
    private static final Set<String> TEXTS = Set.of(
            "text",
            "textbf",
            "textit",
            "textrm",
            "texttt",
            "textsf",
            "textnormal",
            "textup",
            "textsc",
            "emph",
            "mbox",
            "hbox",
            "mathrm",
            "mathbf",
            "mathit",
            "mathsf",
            "mathtt",
            "operatorname",
            "boldsymbol",
            "bm",
            "mathnormal",
            "pmb");

    private Vocabulary() {}

    static Optional<MathFunction> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    static boolean isFunction(String name) {
        return FUNCTIONS.containsKey(name);
    }

    static Optional<Constant> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    static Optional<Constant> numberSet(String letter) {
        return Optional.ofNullable(NUMBER_SETS.get(letter));
    }

    /** The symbol that a command stands for; empty when it stands for none. */
    static String symbol(String command) {
        return RELATORS.getOrDefault(command, "");
    }

    /** The length of the delimiter that a name begins with when it is glued to a letter: {@code \vertx}; else 0. */
    static int delimiter(String command) {
        for (String delimiter : DELIMITERS) {
            if (command.length() == delimiter.length() + 1 && command.startsWith(delimiter)) {
                return delimiter.length();
            }
        }
        return 0;
    }

    static boolean isLayout(String command) {
        return LAYOUT.contains(command);
    }

    static boolean isText(String command) {
        return TEXTS.contains(command);
    }

    /** Whether a run of letters is a word of mathematics in plain notation. */
    static boolean isKnown(String word) {
        return FUNCTIONS.containsKey(word)
                || CONSTANTS.containsKey(word)
                || word.equals("mod")
                || word.equals("and")
                || word.equals("or");
    }

    /** Whether a run of letters is a product of variables rather than a word of a language. */
    static boolean isProduct(String run) {
        if (run.length() == 1) {
            return true;
        }
        if (SHORT_WORDS.contains(run.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean vowels = false;
        for (int i = 0; i < run.length(); i++) {
            vowels |= isVowel(run.charAt(i));
        }
        if (!vowels) {
            return run.length() <= 6;
        }
        if (run.length() > 3) {
            return false;
        }
        boolean syllable = run.length() == 3 && !isVowel(run.charAt(0)) && isVowel(run.charAt(1));
        return !syllable;
    }

    private static boolean isVowel(char c) {
        return "aeiouAEIOU".indexOf(c) >= 0;
    }

    private static Map<String, MathFunction> functions() {
        Map<String, MathFunction> names = new HashMap<>();
        for (MathFunction function : MathFunction.values()) {
            switch (function) {
                case ROOT,
                        LOG,
                        DET,
                        MOD,
                        FRACTIONAL,
                        SIGN,
                        DOUBLE_FACTORIAL,
                        GAMMA,
                        RE,
                        IM,
                        ARG,
                        CONJUGATE,
                        BINOMIAL -> {}
                default -> names.put(function.name().toLowerCase(Locale.ROOT), function);
            }
        }
        names.put("log", MathFunction.LOG);
        names.put("lg", MathFunction.LOG);
        names.put("det", MathFunction.DET);
        names.put("binomial", MathFunction.BINOMIAL);
        names.put("Re", MathFunction.RE);
        names.put("Im", MathFunction.IM);
        names.put("sgn", MathFunction.SIGN);
        names.put("Gamma", MathFunction.GAMMA);
        names.put("asin", MathFunction.ARCSIN);
        names.put("acos", MathFunction.ARCCOS);
        names.put("atan", MathFunction.ARCTAN);
        names.put("arcsinh", MathFunction.ARSINH);
        names.put("arccosh", MathFunction.ARCOSH);
        names.put("arctanh", MathFunction.ARTANH);
        names.put("asinh", MathFunction.ARSINH);
        names.put("acosh", MathFunction.ARCOSH);
        names.put("atanh", MathFunction.ARTANH);
        names.put("cosec", MathFunction.CSC);
        names.put("ctg", MathFunction.COT);
        names.put("tg", MathFunction.TAN);
        names.put("arctg", MathFunction.ARCTAN);
        return Map.copyOf(names);
    }
}
