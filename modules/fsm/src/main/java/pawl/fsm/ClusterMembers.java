package pawl.fsm;

/** The members of a cluster as the cluster sees them: to read and nothing else, so that it cannot override a token's state (E6). */
public interface ClusterMembers {
    int size();

    TokenState state(int member);

    /** Whether the token walks the rest of its ring because its heat faded; it then counts for no share (D5). */
    boolean isDissipating(int member);

    /** Whether the token is heard; one whose machine is held counts neither in a share nor beneath it. */
    boolean isLive(int member);

    /** What the token weighs among the others, by its tier; finite and above 0. */
    double weight(int member);

    /** What the token's tier makes of its thresholds; finite and above 0. */
    double tierFactor(int member);

    /** What the token's event phases make of its clusters' thresholds; finite and above 0. */
    double phaseFactor(int member);
}
