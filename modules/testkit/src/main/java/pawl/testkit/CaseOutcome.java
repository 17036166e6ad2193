package pawl.testkit;

/**
 * What came of one case.
 *
 * @param says what holds where it passes
 * @param detail the reason where it does not apply, the first line of the failure where it failed, else empty
 */
record CaseOutcome(String id, String says, Result result, String detail) {
    enum Result {
        PASSED("passed"),
        FAILED("FAILED"),
        NOT_APPLICABLE("not applicable"),
        NOT_RUN("not run");

        private final String shown;

        Result(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /** The letters of its contract, for example {@code EX}. */
    String contract() {
        return id.substring(0, id.indexOf('-'));
    }
}
