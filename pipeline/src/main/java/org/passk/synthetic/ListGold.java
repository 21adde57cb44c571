package org.passk.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * All solutions of an equation, in any order.
 *
 * @param elements two to four distinct integers of at most two digits
 */
record ListGold(List<Integer> elements) implements Gold {
    static ListGold of(Dice dice) {
        List<Integer> elements = new ArrayList<>();
        int size = dice.between(2, 4);
        while (elements.size() < size) {
            int element = dice.between(-30, 99);
            if (!elements.contains(element)) {
                elements.add(element);
            }
        }
        return new ListGold(List.copyOf(elements));
    }

    @Override
    public String reference() {
        return join(elements, ", ");
    }

    @Override
    public String question() {
        return "Find all integer solutions.";
    }

    private static String join(List<Integer> elements, String separator) {
        return String.join(separator, elements.stream().map(String::valueOf).toList());
    }

    @Override
    public String right(Dice dice) {
        return spelled(elements, dice);
    }

    private static String spelled(List<Integer> elements, Dice dice) {
        List<Integer> order = new ArrayList<>(elements);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(dice.below(i + 1), order.get(i)));
        }
        return switch (dice.below(4)) {
            case 0 -> join(order, ",");
            case 1 -> "\\{" + join(order, ", ") + "\\}";
            case 2 -> join(order.subList(0, order.size() - 1), ", ") + " \\text{ and } " + order.get(order.size() - 1);
            default -> join(order, ", ");
        };
    }

    @Override
    public String wrong(Dice dice) {
        List<Integer> other = new ArrayList<>(elements);
        switch (dice.below(4)) {
            case 0 -> other.remove(dice.below(other.size()));
            case 1 -> other.add(-31 - dice.below(40));
            default -> other.set(dice.below(other.size()), dice.between(100, 400));
        }
        return spelled(other, dice);
    }
}
