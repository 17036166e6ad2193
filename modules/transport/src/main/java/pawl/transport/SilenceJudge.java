package pawl.transport;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells the quiet of a market from the silence of a fault, for the streams of one socket. Counts data only, never pings. */
final class SilenceJudge {
    /** What is to be done about a socket. */
    enum Verdict {
        FINE,
        /** A stream has been missing for long: another socket may have it. The others go on meanwhile. */
        REPLACE,
        /** Nothing that must come comes. */
        CUT
    }

    private static final long LONGEST_WAIT_NS = TimeUnit.HOURS.toNanos(1);
    private static final int MOST_DOUBLINGS = 20;

    private final List<StreamWatch> watches;
    private final FeedStates states;
    private final long replaceAfterNs;
    private int replacements;

    SilenceJudge(List<StreamWatch> watches, FeedStates states, long replaceAfterNs) {
        this.watches = watches;
        this.states = states;
        this.replaceAfterNs = replaceAfterNs;
    }

    void replaced() {
        replacements = Math.min(replacements + 1, MOST_DOUBLINGS);
    }

    Verdict judge(long readingNs) {
        int fixed = 0;
        int silentFixed = 0;
        int irregular = 0;
        int silentIrregular = 0;
        boolean missing = false;
        boolean allDelivering = true;
        for (StreamWatch watch : watches) {
            if (!watch.isArmed() || watch.plan().silence() == StreamPlan.Silence.MEANINGLESS) {
                continue;
            }
            boolean silent = watch.silentNs(readingNs) > watch.limitNs();
            if (watch.plan().silence() == StreamPlan.Silence.FIXED_CADENCE) {
                fixed++;
                silentFixed += silent ? 1 : 0;
            } else {
                irregular++;
                silentIrregular += silent ? 1 : 0;
            }
            missing |= silent && isMissing(watch, readingNs);
            allDelivering &= watch.isDelivering();
        }
        boolean corroborated = fixed > 0 ? silentFixed > 0 : silentIrregular == irregular;
        if (silentFixed + silentIrregular > 0) {
            markSilent(readingNs, corroborated);
        }
        if (allDelivering) {
            replacements = 0;
        }
        boolean allSilent = fixed > 0 ? silentFixed == fixed : irregular > 0 && silentIrregular == irregular;
        if (allSilent) {
            return Verdict.CUT;
        }
        return missing ? Verdict.REPLACE : Verdict.FINE;
    }

    private boolean isMissing(StreamWatch watch, long readingNs) {
        long waitNs = Math.min(LONGEST_WAIT_NS, replaceAfterNs << replacements);
        return !watch.isDelivering() && watch.silentNs(readingNs) > watch.limitNs() + waitNs;
    }

    private void markSilent(long readingNs, boolean corroborated) {
        for (StreamWatch watch : watches) {
            if (!watch.isArmed()
                    || watch.plan().silence() == StreamPlan.Silence.MEANINGLESS
                    || watch.silentNs(readingNs) <= watch.limitNs()) {
                continue;
            }
            // A market may fall quiet; but that it has not yet begun to talk is worth saying.
            boolean counts = watch.plan().silence() == StreamPlan.Silence.FIXED_CADENCE || corroborated;
            if (counts || !watch.isDelivering()) {
                markSilent(watch, readingNs);
            }
        }
    }

    private void markSilent(StreamWatch watch, long readingNs) {
        int number = watch.plan().number();
        boolean wasHeard = watch.isDelivering();
        StateCause before = states.cause(number);
        boolean isKnown = before == StateCause.SILENT || before == StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT;
        if (!wasHeard && isKnown) {
            return; // The reason that was given first is the better one.
        }
        double silentSeconds = watch.silentNs(readingNs) / 1e9;
        String what = wasHeard ? "no data for " : "subscribed, but no data for ";
        StateCause cause = wasHeard ? StateCause.SILENT : StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT;
        watch.stale();
        states.set(number, FeedState.STALE, cause, what + String.format(Locale.ROOT, "%.1f s", silentSeconds));
    }
}
