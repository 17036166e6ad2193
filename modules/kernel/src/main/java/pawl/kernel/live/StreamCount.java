package pawl.kernel.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pawl.transport.FeedState;
import pawl.transport.TransportReport;

/**
 * What one stream or poll has delivered, with what was done for it.
 *
 * @param number among its venue's, as the venue's plan counts them
 * @param frames heard; of a poll, bodies
 * @param connects connections that were made for it; of a poll, requests
 * @param breaks connections that broke, failed attempts included; of a poll, requests that failed
 */
record StreamCount(int number, String name, FeedState state, long frames, long connects, long breaks) {

    /** All of a venue's, streams first. */
    static List<StreamCount> of(TransportReport.Venue venue) {
        Map<String, TransportReport.Socket> sockets = new HashMap<>();
        venue.sockets().forEach(socket -> sockets.put(socket.name(), socket));
        List<StreamCount> counts = new ArrayList<>();
        for (TransportReport.Stream stream : venue.streams()) {
            TransportReport.Socket socket = sockets.get(stream.socket());
            counts.add(new StreamCount(
                    stream.number(),
                    stream.name(),
                    stream.state(),
                    stream.frames(),
                    socket == null ? 0 : socket.connects(),
                    socket == null ? 0 : sum(socket.breaks())));
        }
        for (TransportReport.Poll poll : venue.polls()) {
            long failures = sum(poll.failures());
            counts.add(new StreamCount(
                    poll.number(), poll.name(), poll.state(), poll.requests() - failures, poll.requests(), failures));
        }
        return counts;
    }

    /** All that the venue of that name has at last, with what streams of the same names had delivered by other means before. */
    static List<StreamCount> of(List<TransportReport.Venue> inTurn, String venue) {
        List<TransportReport.Venue> ofVenue =
                inTurn.stream().filter(one -> one.name().equals(venue)).toList();
        List<StreamCount> counts = new ArrayList<>();
        for (StreamCount last : of(ofVenue.getLast())) {
            StreamCount sum = last;
            for (TransportReport.Venue before : ofVenue.subList(0, ofVenue.size() - 1)) {
                for (StreamCount count : of(before)) {
                    sum = count.name().equals(last.name()) ? sum.plus(count) : sum;
                }
            }
            counts.add(sum);
        }
        return counts;
    }

    private StreamCount plus(StreamCount before) {
        return new StreamCount(
                number, name, state, frames + before.frames, connects + before.connects, breaks + before.breaks);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
