package pawl.testkit;

import java.util.Locale;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;

/** A policy that counts trades in its block and moves tokens by the count; it has one fault, or none. */
final class ToyPolicy implements TierPolicy {
    /** What a policy may do wrong, and the case that has to find it. */
    enum Fault {
        NONE(""),
        ITS_SIZE_GROWS("TP-03"),
        STARTS_OUTSIDE("TP-04"),
        LEAVES_THE_TIERS("TP-05"),
        THROWS_AT_LARGE_NUMBERS("TP-05"),
        WEIGHS_NOTHING("TP-06"),
        COUNTS_IN_A_FIELD("TP-07"),
        COUNTS_EVERY_CALL("TP-08"),
        SHARES_A_COUNT("TP-09"),
        FORGETS_IN_RESTORING("TP-10"),
        MISCOUNTS_SILENCE("TP-11"),
        COUNTS_OFF_BOOK("TP-12"),
        CHANGES_EVENTS("TP-13"),
        READS_THE_LOCALE("TP-14"),
        ALLOCATES("TP-15");

        private final String caseId;

        Fault(String caseId) {
            this.caseId = caseId;
        }

        String caseId() {
            return caseId;
        }
    }

    /** Shared by all instances: the offender of the rule against static variables, too. */
    private static long sharedCount;

    private final Fault fault;
    private final int tiers;
    private long count;
    private byte[] kept = new byte[0];

    ToyPolicy(Fault fault, int tiers) {
        this.fault = fault;
        this.tiers = tiers;
    }

    @Override
    public int stateWords() {
        return fault == Fault.ITS_SIZE_GROWS ? 1 + (int) Math.min(1, count) : 1;
    }

    @Override
    public int initialTier(Token token) {
        return fault == Fault.STARTS_OUTSIDE ? tiers : tiers - 1;
    }

    @Override
    public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
        count++;
        for (int event = 0; event < events.size(); event++) {
            boolean isOffBook = events.has(event, EventFlag.OFF_BOOK) && fault != Fault.COUNTS_OFF_BOOK;
            if (events.kind(event) == EventKind.TRADE && !isOffBook) {
                state.setLong(0, state.getLong(0) + 1);
                if (fault == Fault.THROWS_AT_LARGE_NUMBERS) {
                    Math.multiplyExact(events.priceMantissa(event), events.quantityMantissa(event));
                }
            }
        }
        fail(events, state);
        int tier = (int) Math.floorMod(state.getLong(0) / 16, (long) tiers);
        return fault == Fault.LEAVES_THE_TIERS ? tier + 1 : tier;
    }

    private void fail(EventView events, StateBlock state) {
        long extra = switch (fault) {
            case COUNTS_IN_A_FIELD, COUNTS_EVERY_CALL, FORGETS_IN_RESTORING -> count & 1;
            case SHARES_A_COUNT -> sharedCount++ % 3;
            case MISCOUNTS_SILENCE -> events.size() == 0 ? System.identityHashCode(this) & 0xff : 0;
            case READS_THE_LOCALE -> Locale.getDefault().getLanguage().length() + hash(Locale.getDefault());
            default -> 0;
        };
        state.setLong(0, state.getLong(0) + extra);
        if (fault == Fault.CHANGES_EVENTS && events instanceof EventBatch batch && batch.size() > 0) {
            batch.addFlags(0, EventFlag.LATE);
        }
        if (fault == Fault.ALLOCATES) {
            kept = new byte[kept.length == 16 ? 17 : 16];
        }
    }

    private static long hash(Locale locale) {
        return locale.toLanguageTag().hashCode() & 0xff;
    }

    @Override
    public double thresholdMultiplier(int tier) {
        return 1;
    }

    @Override
    public double memberWeight(int tier) {
        return fault == Fault.WEIGHS_NOTHING ? 0 : 1;
    }
}
