package pawl.capture;

import java.util.Arrays;
import java.util.BitSet;

/** The names of a Pawl capture's feeds, by number. */
final class FeedNames {
    private final BitSet declared = new BitSet();
    private String[] names = new String[16];

    /** False when the number has a name already. */
    boolean declare(int feed, String name) {
        if (declared.get(feed)) {
            return false;
        }
        if (feed >= names.length) {
            names = Arrays.copyOf(names, Math.max(feed + 1, 2 * names.length));
        }
        names[feed] = name;
        declared.set(feed);
        return true;
    }

    boolean isDeclared(int feed) {
        return declared.get(feed);
    }

    /** The name of a number that is declared. */
    String name(int feed) {
        return names[feed];
    }
}
