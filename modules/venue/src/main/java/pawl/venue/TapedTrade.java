package pawl.venue;

/** An aggregate trade as JSON: a part of an array, which nobody changes. */
final class TapedTrade {
    private static final byte[] TIME = JsonScan.key("T");

    private final byte[] json;
    private final int from;
    private final int to;
    private final long timeMs;

    TapedTrade(byte[] json, int from, int to) {
        this.json = json;
        this.from = from;
        this.to = to;
        timeMs = JsonScan.number(json, from, to, TIME, 0);
    }

    long timeMs() {
        return timeMs;
    }

    /** 0 where it is not given. */
    long number(byte[] key) {
        return JsonScan.number(json, from, to, key, 0);
    }

    /** Empty where it is not given. */
    String text(byte[] key) {
        return JsonScan.string(json, from, to, key);
    }
}
