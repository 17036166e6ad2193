package pawl.kernel.engine;

import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;
import pawl.storage.PluginStamp;

/**
 * Which adapter decodes a venue's frames, and whether it is still asked. It fails on frames at the price of a quarantine: a bucket that
 * rises with each failure and falls with each frame understood, and once it is full, nothing is asked of the adapter any more.
 *
 * <p>A snapshot has it in the block of every token, the same in each.
 */
final class VenueAdapter {
    /** In each token's block. */
    static final int WORDS = EngineLog.ADAPTER_STATE_WORDS;

    static final int RISE = 4;
    static final int FULL = 256;

    private static final int LEVEL_WORD = 0;
    private static final int FLAGS_WORD = 1;
    private static final int SHA256_WORD = 2;
    private static final int SHA256_WORDS = 4;
    private static final int QUARANTINED = 1;
    private static final int CHANGED = 2;
    private static final int HEX_DIGITS_OF_WORD = 16;

    private final Optional<String> firstSha256;
    private Optional<ExchangeAdapter> adapter;
    private Optional<String> changedSha256 = Optional.empty();
    private boolean isChanged;
    private boolean isQuarantined;
    private int level;
    private boolean hasNewState;

    /** @param sha256 of the adapter's plugin, where the plan names it */
    VenueAdapter(ExchangeAdapter adapter, Optional<String> sha256) {
        this.adapter = Optional.of(adapter);
        firstSha256 = sha256;
    }

    /** Whether there is one, and it is not in quarantine. */
    boolean isAsked() {
        return adapter.isPresent() && !isQuarantined;
    }

    boolean isQuarantined() {
        return isQuarantined;
    }

    /** @throws java.util.NoSuchElementException where it was taken away */
    ExchangeAdapter adapter() {
        return adapter.orElseThrow();
    }

    /** Of the plugin in force; empty where the adapter was taken away, or the plan named none. */
    Optional<String> sha256() {
        return isChanged ? changedSha256 : firstSha256;
    }

    /** It understood a frame. */
    void succeeded() {
        if (level > 0) {
            level--;
            hasNewState = true;
        }
    }

    /** It failed on a frame; true when that puts it into quarantine. */
    boolean failed() {
        level += RISE;
        hasNewState = true;
        isQuarantined = level >= FULL;
        return isQuarantined;
    }

    /** Another one from now on, or none; one of another build begins with an empty bucket. */
    void change(Optional<String> sha256, Optional<ExchangeAdapter> next) {
        if (!sha256.equals(sha256())) {
            level = 0;
            isQuarantined = false;
        }
        adapter = next;
        changedSha256 = sha256;
        isChanged = true;
        hasNewState = true;
    }

    /** Whether {@link #writeTo} writes something else than when this was asked last. */
    boolean takeChange() {
        boolean taken = hasNewState;
        hasNewState = false;
        return taken;
    }

    void writeTo(StateBlock block, int first) {
        block.setLong(first + LEVEL_WORD, level);
        block.setLong(first + FLAGS_WORD, (isQuarantined ? QUARANTINED : 0) | (isChanged ? CHANGED : 0));
        for (int word = 0; word < SHA256_WORDS; word++) {
            block.setLong(first + SHA256_WORD + word, changedSha256.isPresent() ? word(changedSha256.get(), word) : 0);
        }
    }

    /** Takes up what a block says, but for the adapter itself. */
    void readFrom(StateBlock block, int first) {
        level = (int) block.getLong(first + LEVEL_WORD);
        long flags = block.getLong(first + FLAGS_WORD);
        isQuarantined = (flags & QUARANTINED) != 0;
        isChanged = (flags & CHANGED) != 0;
        long any = 0;
        for (int word = 0; word < SHA256_WORDS; word++) {
            any |= block.getLong(first + SHA256_WORD + word);
        }
        changedSha256 = any == 0
                ? Optional.empty()
                : Optional.of(PluginStamp.sha256Of(word -> block.getLong(first + SHA256_WORD + word)));
    }

    /** Whether the one in force is not the one that the run began with. */
    boolean isChanged() {
        return isChanged;
    }

    /** The adapter of the plugin that {@link #sha256} names. */
    void supply(Optional<ExchangeAdapter> restored) {
        adapter = restored;
    }

    /** One of the four words of a hash, its first digits first. */
    static long word(String sha256, int word) {
        int from = word * HEX_DIGITS_OF_WORD;
        return Long.parseUnsignedLong(sha256, from, from + HEX_DIGITS_OF_WORD, 16);
    }
}
