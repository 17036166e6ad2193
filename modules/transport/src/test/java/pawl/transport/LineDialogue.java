package pawl.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protocol of one letter a message, both ways: {@code S id names} subscribes; {@code A id} acknowledges, {@code R id} refuses, {@code
 * D number …} is data, {@code P} a pong, {@code B} says goodbye soon, {@code X} throws, the rest is something else.
 */
record LineDialogue(int streamsPerRequest) implements Dialogue {
    @Override
    public List<Request> subscribe(List<String> streams, long firstRequestId) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < streams.size(); i += streamsPerRequest) {
            List<String> part = streams.subList(i, Math.min(streams.size(), i + streamsPerRequest));
            long id = firstRequestId + requests.size();
            requests.add(new Request(id, "S " + id + " " + String.join(",", part), part));
        }
        return requests;
    }

    @Override
    public Optional<String> ping() {
        return Optional.empty();
    }

    @Override
    public void read(byte[] bytes, int offset, int length, Heard heard) {
        switch (length == 0 ? ' ' : bytes[offset]) {
            case 'A' -> heard.acknowledged(number(bytes, offset + 2, offset + length));
            case 'R' -> heard.refused(number(bytes, offset + 2, offset + length));
            case 'D' -> heard.data((int) number(bytes, offset + 2, offset + length));
            case 'P' -> heard.pong();
            case 'B' -> heard.closingSoon();
            case 'X' -> throw new IllegalStateException("poison");
            default -> heard.other();
        }
    }

    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }
}
