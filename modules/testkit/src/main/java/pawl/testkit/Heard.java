package pawl.testkit;

/** A call of {@link pawl.api.exchange.FeedHearing} as a value. */
public sealed interface Heard {
    record Data(int stream) implements Heard {}

    record Acknowledged(long requestId) implements Heard {}

    record Refused(long requestId) implements Heard {}

    record Pong() implements Heard {}

    record ClosingSoon() implements Heard {}
}
