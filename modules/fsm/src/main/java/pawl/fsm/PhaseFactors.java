package pawl.fsm;

/** What each phase of an event makes of a threshold (D6); each is finite and above 0. Before the first phase it is 1. */
public record PhaseFactors(double prep, double start, double mid, double end, double post) {

    /** @throws IllegalArgumentException when one is not finite or not above 0 */
    public PhaseFactors {
        if (!(isFactor(prep) && isFactor(start) && isFactor(mid) && isFactor(end) && isFactor(post))) {
            throw new IllegalArgumentException("phase factors " + prep + ", " + start + ", " + mid + ", " + end + ", "
                    + post + ": each is to be finite and above 0");
        }
    }

    private static boolean isFactor(double factor) {
        return factor > 0 && factor < Double.POSITIVE_INFINITY;
    }

    /** @param phaseCode of an {@link EventPhase}, or {@link EventPhase#NOT_BEGUN_CODE} */
    public double of(int phaseCode) {
        if (phaseCode == EventPhase.NOT_BEGUN_CODE) {
            return 1;
        }
        return switch (EventPhase.ofCode(phaseCode)) {
            case EVENT_PREP -> prep;
            case EVENT_START -> start;
            case EVENT_MID -> mid;
            case EVENT_END -> end;
            case EVENT_POST -> post;
        };
    }
}
