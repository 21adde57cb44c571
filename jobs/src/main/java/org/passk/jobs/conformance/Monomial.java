package org.passk.jobs.conformance;

import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers of named variables. The order is lexicographic, the greatest first: the variable whose name is
 * least decides first, and its higher power comes before its lower one.
 *
 * @param powers the exponents by the names of the variables, each at least 1
 */
record Monomial(SortedMap<String, Integer> powers) implements Comparable<Monomial> {
    static final Monomial ONE = new Monomial(new TreeMap<>());

    static Monomial of(String variable, int exponent) {
        SortedMap<String, Integer> powers = new TreeMap<>();
        if (exponent > 0) {
            powers.put(variable, exponent);
        }
        return new Monomial(powers);
    }

    Monomial times(Monomial other) {
        SortedMap<String, Integer> product = new TreeMap<>(powers);
        other.powers.forEach((variable, exponent) -> product.merge(variable, exponent, Integer::sum));
        return new Monomial(product);
    }

    /** The quotient; empty when a power would be negative. */
    Optional<Monomial> over(Monomial divisor) {
        SortedMap<String, Integer> quotient = new TreeMap<>(powers);
        for (var power : divisor.powers.entrySet()) {
            int exponent = degree(power.getKey()) - power.getValue();
            if (exponent < 0) {
                return Optional.empty();
            }
            if (exponent == 0) {
                quotient.remove(power.getKey());
            } else {
                quotient.put(power.getKey(), exponent);
            }
        }
        return Optional.of(new Monomial(quotient));
    }

    int degree(String variable) {
        return powers.getOrDefault(variable, 0);
    }

    Monomial without(String variable) {
        SortedMap<String, Integer> rest = new TreeMap<>(powers);
        rest.remove(variable);
        return new Monomial(rest);
    }

    @Override
    public int compareTo(Monomial other) {
        Iterator<String> own = powers.keySet().iterator();
        Iterator<String> others = other.powers.keySet().iterator();
        while (own.hasNext() && others.hasNext()) {
            String variable = own.next();
            int order = variable.compareTo(others.next());
            if (order != 0) {
                return order;
            }
            int exponents = Integer.compare(other.degree(variable), degree(variable));
            if (exponents != 0) {
                return exponents;
            }
        }
        return Boolean.compare(others.hasNext(), own.hasNext());
    }
}
