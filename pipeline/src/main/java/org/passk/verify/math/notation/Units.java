package org.passk.verify.math.notation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The units that may follow a number. Each row of the table is one unit under its spellings; two different units of the
 * table contradict each other, and every other word that is marked as text says nothing.
 */
final class Units {
    /** Spellings; the first is the canonical name. Single letters are units only where they are marked as text. */
    private static final String[] TABLE = {
        "degree degrees deg °",
        "radian radians rad",
        "mm millimeter millimeters millimetre millimetres",
        "cm centimeter centimeters centimetre centimetres",
        "m meter meters metre metres",
        "km kilometer kilometers kilometre kilometres",
        "inch inches in",
        "foot feet ft",
        "yard yards yd yds",
        "mile miles mi",
        "mg milligram milligrams",
        "g gram grams",
        "kg kilogram kilograms",
        "ounce ounces oz",
        "pound pounds lb lbs",
        "ml milliliter milliliters millilitre millilitres",
        "l liter liters litre litres",
        "gallon gallons gal",
        "cup cups",
        "quart quarts",
        "pint pints",
        "second seconds sec secs s",
        "minute minutes min mins",
        "hour hours hr hrs h",
        "day days",
        "week weeks",
        "month months",
        "year years yr yrs",
        "am a.m. a.m",
        "pm p.m. p.m",
        "mile/hour mph",
        "km/hour kph",
        "wpm",
        "dollar dollars usd $",
        "cent cents \u00A2",
        "euro euros eur €",
        "gbp £",
        "yen ¥",
        "rupee rupees",
        "peso pesos",
        "unit units",
        "point points",
        "people person persons",
        "student students",
        "way ways",
        "time times",
        "item items",
        "coin coins",
        "book books",
        "apple apples",
        "marble marbles",
        "ticket tickets",
        "piece pieces",
        "dog dogs",
        "child children",
        "boy boys",
        "girl girls",
        "game games",
        "page pages",
        "egg eggs",
        "car cars",
        "tree trees",
        "step steps",
        "side sides",
        "triangle triangles",
        "digit digits",
        "number numbers",
        "solution solutions",
    };

    /** Words after a number that change its value or say that it is no plain number. */
    private static final Set<String> NOT_UNITS = Set.of(
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "million",
            "millions",
            "billion",
            "trillion",
            "dozen",
            "dozens",
            "score",
            "half",
            "halves",
            "third",
            "thirds",
            "fourth",
            "fourths",
            "quarter",
            "quarters",
            "fifth",
            "fifths",
            "tenth",
            "tenths",
            "hundredths",
            "pi",
            "mod",
            "modulo",
            "base",
            "remainder",
            "r",
            "i",
            "e",
            "x",
            "y",
            "z",
            "n",
            "k",
            "a",
            "b",
            "c",
            "and",
            "or",
            "to",
            "not",
            "over",
            "plus",
            "minus",
            "squared",
            "cubed",
            "if",
            "for",
            "when",
            "where",
            "is",
            "no",
            "less",
            "more",
            "out",
            "of",
            "k.");

    private static final Map<String, String> CANONICAL = canonical();

    private Units() {}

    /** The canonical name of a unit; empty for words that are no known unit. */
    static String known(String words) {
        String stripped = words.strip();
        if (stripped.length() == 1 && Character.isUpperCase(stripped.charAt(0))) {
            // 5 M is five millions rather than five metres.
            return "";
        }
        String folded = stripped.toLowerCase(Locale.ROOT);
        String power = "";
        if (folded.startsWith("square ") || folded.startsWith("sq ") || folded.startsWith("sq. ")) {
            power = "^2";
            folded = folded.substring(folded.indexOf(' ') + 1).strip();
        } else if (folded.startsWith("cubic ")) {
            power = "^3";
            folded = folded.substring(6).strip();
        } else if (folded.endsWith("^{2}") || folded.endsWith("^{3}")) {
            power = "^" + folded.charAt(folded.length() - 2);
            folded = folded.substring(0, folded.length() - 4).strip();
        }
        String name = CANONICAL.getOrDefault(folded, "");
        return name.isEmpty() ? quotient(folded.replace(" per ", "/")) : name + power;
    }

    /** {@code km/h}, {@code miles per hour}: each part by its canonical name. */
    private static String quotient(String words) {
        int slash = words.indexOf('/');
        if (slash < 1 || words.indexOf('/', slash + 1) >= 0) {
            return "";
        }
        String over = known(words.substring(0, slash));
        String under = known(words.substring(slash + 1));
        return over.isEmpty() || under.isEmpty() ? "" : over + "/" + under;
    }

    /** Whether words that are marked as text may be passed over as an unknown unit. */
    static boolean harmless(String words) {
        for (String word : words.strip().toLowerCase(Locale.ROOT).split(" +", -1)) {
            // Fractions end in "th": three eighths are not three.
            if (word.length() <= 1 || word.endsWith("th") || word.endsWith("ths") || NOT_UNITS.contains(word)) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (!Character.isLetter(c) && "./-'".indexOf(c) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, String> canonical() {
        Map<String, String> names = new HashMap<>();
        for (String row : TABLE) {
            String[] spellings = row.split(" ", -1);
            for (String spelling : spellings) {
                names.put(spelling, spellings[0]);
            }
        }
        return Map.copyOf(names);
    }
}
