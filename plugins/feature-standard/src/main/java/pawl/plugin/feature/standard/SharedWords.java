package pawl.plugin.feature.standard;

/** The words that all venues of a token share, which stand behind the venues' own; {@code docs/features.md} has this table too. */
final class SharedWords {
    /** The first of one word for each feature, in the order of {@link pawl.api.feature.Feature}: see {@link VenueChoice}. */
    static final int CHOSEN_VENUES = 0;

    static final int DIVERGENCE_SCORE = 5;
    static final int DIVERGENCE_VENUES = 6;

    static final int COUNT = 7;

    private SharedWords() {}
}
