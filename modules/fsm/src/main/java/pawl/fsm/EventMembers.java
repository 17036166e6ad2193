package pawl.fsm;

import pawl.api.feature.FeatureFrame;

/** The tokens of an event as the event sees them: to read and nothing else. */
public interface EventMembers {
    int size();

    /** Whether the token is heard; one whose machine is held counts neither in a share nor beneath it. */
    boolean isLive(int member);

    /** What the token weighs among the others, by its tier; finite and above 0. */
    double weight(int member);

    /** Of its last trade on the book; 0 where none is known. */
    long lastPriceMantissa(int member);

    /** Of this tick. */
    FeatureFrame frame(int member);
}
