package pawl.venue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a fault out of an entry, or says what the entry may hold. */
final class FaultBuilder {
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final int OVERSIZED_BYTES = 20_000_000;

    private FaultBuilder() {}

    static Fault build(ScriptEntry entry) throws FaultScriptException {
        String word = entry.required("fault");
        Optional<FaultKind> known = FaultKind.of(word);
        if (known.isEmpty()) {
            String all = Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
            throw entry.problem("fault", "one of " + all);
        }
        FaultKind kind = known.get();
        for (String key : entry.keys()) {
            if (!kind.takes(key)) {
                throw entry.unknown(key, kind.keys());
            }
        }
        entry.required("at");
        for (String key : kind.required()) {
            entry.required(key);
        }
        long everyNs = entry.durationNs("every");
        if (entry.has("every") && everyNs == 0) {
            throw entry.problem("every", "longer than 0");
        }
        return new Fault(
                kind,
                entry.durationNs("at"),
                everyNs,
                entry.durationNs("for"),
                selector(entry),
                parameters(kind, entry));
    }

    private static FaultSelector selector(ScriptEntry entry) throws FaultScriptException {
        Optional<String> route = entry.text("route");
        Optional<Route> known = Arrays.stream(Route.values())
                .filter(value -> value.word().equals(route.orElse("")))
                .findFirst();
        if (route.isPresent() && known.isEmpty()) {
            throw entry.problem("route", "one of public, market, legacy, rest");
        }
        return new FaultSelector(known, entry.text("stream"), entry.text("symbol"), entry.text("path"));
    }

    private static FaultParameters parameters(FaultKind kind, ScriptEntry entry) throws FaultScriptException {
        // A window ends by itself; without one a fault happens once, but a clock that is wrong stays wrong.
        boolean isUncounted = entry.has("for") || kind == FaultKind.CLOCK_SKEW;
        long retryAfterNs = entry.durationNs("retry-after");
        long pauseNs = entry.durationNs("pause");
        return new FaultParameters(
                (int) entry.whole("code", 1_001, 1_000, 4_999),
                entry.durationNs("delay"),
                entry.whole("ms", 0, -86_400_000, 86_400_000),
                entry.text("field").orElse(""),
                entry.text("to").orElse(""),
                (int) entry.whole("bytes", OVERSIZED_BYTES, 1_000, 200_000_000),
                retryAfterNs == 0 ? (kind == FaultKind.REST_418 ? 120 : 10) : retryAfterNs / NS_PER_SECOND,
                (int) entry.whole("status", 503, 200, 599),
                entry.whole("count", isUncounted ? Long.MAX_VALUE : 1, 1, Long.MAX_VALUE),
                pauseNs == 0 ? 500 : Math.max(1, pauseNs / NS_PER_MS));
    }
}
