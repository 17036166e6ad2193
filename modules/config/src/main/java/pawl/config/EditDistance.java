package pawl.config;

import java.util.Collection;
import java.util.Optional;

/** Finds what a misspelt word was meant to be. */
final class EditDistance {
    private static final int MOST_EDITS = 2;

    private EditDistance() {}

    /** The nearest of the candidates within two edits, the first of equals; never one that shares no character. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        Optional<String> nearest = Optional.empty();
        int leastEdits = MOST_EDITS + 1;
        for (String candidate : candidates) {
            int edits = edits(word, candidate);
            if (edits < leastEdits && edits < candidate.length()) {
                leastEdits = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** Levenshtein's distance: the fewest characters to insert, delete or replace; above the limit, some number above it. */
    private static int edits(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_EDITS) {
            return MOST_EDITS + 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
