package pawl.testkit;

/** A call of {@link pawl.api.exchange.FeedHearing} as a value. */
public sealed interface Heard {
    /** The call in words, for example {@code data 3}, {@code acknowledged 7} or {@code closing soon}. */
    default String text() {
        return switch (this) {
            case Data data -> "data " + data.stream();
            case Acknowledged acknowledged -> "acknowledged " + acknowledged.requestId();
            case Refused refused -> "refused " + refused.requestId();
            case Pong _ -> "pong";
            case ClosingSoon _ -> "closing soon";
        };
    }

    record Data(int stream) implements Heard {}

    record Acknowledged(long requestId) implements Heard {}

    record Refused(long requestId) implements Heard {}

    record Pong() implements Heard {}

    record ClosingSoon() implements Heard {}
}
