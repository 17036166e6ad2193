package pawl.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The subscription requests of one connection. A request that is refused is halved until the stream at fault stands alone, and one that
 * is not answered is made again for each of its streams, so that none is lost through another's fault. Times are reading times.
 */
final class Subscriptions {
    private static final int MOST_TRIES = 3;

    /** How requests ended, by streams' names. */
    interface Outcome {
        void acknowledged(List<String> streams);

        void refused(String stream, String reason);

        /** Nothing at all came in answer to anything. */
        void nothingAnswered();

        /** It cannot be asked for, since the dialogue does not say how. */
        void dialogueFailed(String reason);
    }

    private record Asked(Dialogue.Request request, int tries, long deadlineNs) {}

    private final Dialogue dialogue;
    private final Predicate<String> send;
    private final Predicate<String> delivered;
    private final Outcome outcome;
    private final long timeoutNs;
    private final ArrayDeque<Asked> waiting = new ArrayDeque<>();
    private final Map<Long, Asked> unanswered = new LinkedHashMap<>();
    private long nextId = 1;
    private boolean answered;

    /**
     * @param send false when the message must wait
     * @param delivered whether data of a stream has come on this connection
     */
    Subscriptions(
            Dialogue dialogue, Predicate<String> send, Predicate<String> delivered, Outcome outcome, long timeoutNs) {
        this.dialogue = dialogue;
        this.send = send;
        this.delivered = delivered;
        this.outcome = outcome;
        this.timeoutNs = timeoutNs;
    }

    void ask(List<String> streams, long readingNs) {
        if (!streams.isEmpty()) {
            enqueue(streams, 1);
            pump(readingNs);
        }
    }

    void tick(long readingNs) {
        expire(readingNs);
        pump(readingNs);
    }

    void acknowledged(long id) {
        Asked asked = take(id);
        if (asked != null) {
            answered = true;
            outcome.acknowledged(asked.request().streams());
        }
    }

    void refused(long id) {
        Asked asked = take(id);
        if (asked == null) {
            return;
        }
        answered = true;
        List<String> streams = asked.request().streams();
        if (streams.size() == 1) {
            outcome.refused(streams.getFirst(), "the venue refused the subscription; check the symbol");
        } else {
            int half = streams.size() / 2;
            enqueue(streams.subList(0, half), 1);
            enqueue(streams.subList(half, streams.size()), 1);
        }
    }

    private void expire(long readingNs) {
        if (unanswered.isEmpty()) {
            return;
        }
        List<Asked> expired = new ArrayList<>();
        unanswered.values().removeIf(asked -> readingNs - asked.deadlineNs() >= 0 && expired.add(asked));
        for (Asked asked : expired) {
            expire(asked);
        }
    }

    private void expire(Asked asked) {
        List<String> streams = asked.request().streams();
        List<String> arrived = streams.stream().filter(delivered).toList();
        if (!arrived.isEmpty()) {
            answered = true; // Data says more than an acknowledgement, which got lost.
            outcome.acknowledged(arrived);
        }
        List<String> missing = streams.stream().filter(delivered.negate()).toList();
        if (asked.tries() < MOST_TRIES) {
            askAlone(missing, asked.tries() + 1);
        } else if (answered) {
            missing.forEach(stream -> outcome.refused(stream, "the venue does not answer the subscription"));
        } else {
            outcome.nothingAnswered();
        }
    }

    private void askAlone(List<String> streams, int tries) {
        for (String stream : streams) {
            enqueue(List.of(stream), tries);
        }
    }

    private void enqueue(List<String> streams, int tries) {
        List<Dialogue.Request> requests;
        try {
            requests = dialogue.subscribe(streams, nextId);
        } catch (RuntimeException fault) {
            waiting.clear();
            outcome.dialogueFailed(String.valueOf(fault.getMessage()));
            return;
        }
        for (Dialogue.Request request : requests) {
            nextId = Math.max(nextId, request.id() + 1);
            waiting.add(new Asked(request, tries, 0));
        }
    }

    private void pump(long readingNs) {
        while (!waiting.isEmpty() && send.test(waiting.getFirst().request().text())) {
            Asked asked = waiting.removeFirst();
            unanswered.put(asked.request().id(), new Asked(asked.request(), asked.tries(), readingNs + timeoutNs));
        }
    }

    /** An answer without an id is taken for the oldest request's. */
    private @Nullable Asked take(long id) {
        if (id >= 0) {
            return unanswered.remove(id);
        }
        return unanswered.isEmpty()
                ? null
                : unanswered.remove(unanswered.keySet().iterator().next());
    }
}
