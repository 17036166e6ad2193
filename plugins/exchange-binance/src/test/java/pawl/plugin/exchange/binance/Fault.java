package pawl.plugin.exchange.binance;

/** What an adapter or protocol may do wrong, and the case of the kit that has to find it. */
enum Fault {
    TAKES_ANY_SETTING("EX-02"),
    INVERTS_THE_SIDE("EX-03"),
    SAYS_NOTHING_OF_UNKNOWN_SYMBOLS("EX-11"),
    COMPARES_SYMBOLS_IN_ANY_CASE("EX-12"),
    TAKES_ANY_SIDE_FOR_A_PURCHASE("EX-14"),
    CUTS_DIGITS("EX-16"),
    DROPS_EXPONENTS("EX-17"),
    ROUNDS_SILENTLY("EX-18"),
    READS_COMMAS_AS_POINTS("EX-19"),
    DROPS_SIGNS("EX-20"),
    DROPS_REPEATED_FRAMES("EX-21"),
    READS_NULL_AS_ZERO("EX-25"),
    REFUSES_UNKNOWN_FIELDS("EX-28"),
    RECURSES_FOR_EACH_LEVEL("EX-33"),
    THROWS_OTHER_THINGS("EX-35"),
    POINTS_OUTSIDE_THE_FRAME("EX-35"),
    CLOSES_OPEN_OBJECTS("EX-36"),
    IGNORES_WHAT_FOLLOWS("EX-37"),
    READS_TO_THE_ARRAYS_END("EX-40"),
    WRITES_INTO_THE_FRAME("EX-40"),
    REFUSES_ANSWERS("EX-41"),
    REMEMBERS_REFUSALS("EX-42"),
    FORMATS_IN_THE_DEFAULT_LOCALE("EX-44"),
    ALLOCATES("EX-45"),
    PLANS_ANEW_EACH_TIME("EX-49"),
    FORGETS_A_STREAM("EX-51"),
    HEARS_ANOTHER_STREAM("EX-52"),
    HEARS_NO_REQUEST_ID("EX-53"),
    HEARS_BEYOND_THE_FRAME("EX-54"),
    ALLOCATES_IN_HEARING("EX-55"),
    REPAIRS_NOTHING("EX-56");

    private final String caseId;

    Fault(String caseId) {
        this.caseId = caseId;
    }

    String caseId() {
        return caseId;
    }
}
