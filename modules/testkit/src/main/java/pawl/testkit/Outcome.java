package pawl.testkit;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;

/** What came of decoding a frame. */
sealed interface Outcome {
    record Refused(FrameRefusedException refusal) implements Outcome {
        @Override
        public String toString() {
            return "refused at " + refusal.offset() + ": " + refusal.reason() + " " + refusal.getMessage();
        }
    }

    record Decoded(List<CanonicalEvent> events) implements Outcome {
        boolean makesEvents() {
            return events.stream().anyMatch(event -> event.kind() != null);
        }
    }
}
