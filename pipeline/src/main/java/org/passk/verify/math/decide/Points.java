package org.passk.verify.math.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Rational;

/** The points at which identities are tested: always the same for the same names, and of no simple form. */
final class Points {
    /** Bits of the integers at which polynomials are compared. */
    static final int BITS = 40;

    /** Magnitudes of real points in thousandths, with signs, so that each piece of a piecewise function is met. */
    private static final long[] SCALES = {
        3_700, 810, -1_900, 12_400, -640, 151_000, -33_000, 47, -2_870, 5_600, -410_000, 990
    };

    /** Numbers of an expression between which points are tried. */
    private static final int MOST_LITERALS = 6;

    private Points() {}

    /** A finaliser of SplitMix64: every bit of the result depends on every bit of the argument. */
    static long mixed(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A digest of a text in 64 bits. */
    static long digest(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash ^ text.charAt(i));
        }
        return hash;
    }

    private static long draw(String name, int round) {
        return mixed(digest(name) + round);
    }

    /** Large positive integers. */
    static Map<String, Rational> large(SortedSet<String> names, int round) {
        Map<String, Rational> point = new HashMap<>();
        for (String name : names) {
            point.put(name, Rational.integer(draw(name, round) >>> (64 - BITS)));
        }
        return point;
    }

    /** How many rounds of {@link #real} differ in more than digits. */
    static int realRounds() {
        return SCALES.length;
    }

    /** Real numbers with denominators of three decimals; the first rounds are all positive in the first variables. */
    static Map<String, Rational> real(SortedSet<String> names, int round) {
        Map<String, Rational> point = new HashMap<>();
        int i = 0;
        for (String name : names) {
            long scale = SCALES[(round + 5 * i * (round / 4)) % SCALES.length];
            long jitter = Math.floorMod(draw(name, round), Math.max(7L, Math.abs(scale) / 3)) + 1;
            long value = scale > 0 ? scale + jitter : scale - jitter;
            point.put(name, Rational.integer(value).dividedBy(Rational.integer(997)));
            i++;
        }
        return point;
    }

    /** Small integers and halves of both signs, zero among them. */
    private static Map<String, Rational> halves(SortedSet<String> names, int round) {
        Map<String, Rational> point = new HashMap<>();
        boolean first = true;
        for (String name : names) {
            // The first variable goes through 0, 1/2, -1/2, 1, -1, ...
            long halves = first
                    ? (round % 2 == 0 ? -(round / 2) : (round + 1) / 2)
                    : Math.floorMod(draw(name, round), 13L) - 6;
            point.put(name, Rational.integer(halves).dividedBy(Rational.integer(2)));
            first = false;
        }
        return point;
    }

    /** All points at which functions of real variables are compared. */
    static List<Map<String, Rational>> tried(Traits traits, Expression left, Expression right) {
        List<Map<String, Rational>> points = new ArrayList<>();
        for (int round = 0; round < SCALES.length; round++) {
            points.add(real(traits.symbols(), round));
        }
        if (traits.jumps()) {
            // What jumps does so at integers and halves most often, and bends at the numbers that it is written with.
            for (int round = 0; round < SCALES.length; round++) {
                points.add(halves(traits.symbols(), round));
            }
            points.addAll(between(traits.symbols(), Literals.largest(MOST_LITERALS, left, right)));
        }
        return points;
    }

    /** Points with one variable between the numbers of an expression and beyond them, on both sides of zero. */
    private static List<Map<String, Rational>> between(SortedSet<String> names, List<Rational> literals) {
        List<Map<String, Rational>> points = new ArrayList<>();
        List<String> turns = List.copyOf(names);
        for (int i = 0; i < literals.size(); i++) {
            Rational last = literals.get(i);
            Rational next = i + 1 < literals.size() ? literals.get(i + 1) : last.times(Rational.integer(3));
            Rational middle = last.plus(next).dividedBy(Rational.integer(2));
            for (Rational value : List.of(middle, middle.negate())) {
                Map<String, Rational> point = real(names, i);
                point.put(turns.get(points.size() / 2 % turns.size()), value);
                points.add(point);
            }
        }
        return points;
    }

    /** Small positive integers. */
    static Map<String, Rational> small(SortedSet<String> names, int round) {
        Map<String, Rational> point = new HashMap<>();
        for (String name : names) {
            point.put(name, Rational.integer(1 + Math.floorMod(draw(name, round), 6L + 2L * round)));
        }
        return point;
    }
}
