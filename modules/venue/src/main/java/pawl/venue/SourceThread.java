package pawl.venue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Pulls the frames on a thread of its own, and takes each apart as far as the venue must know it. */
final class SourceThread {
    private static final String VENUE = "binance";
    private static final byte[] STREAM = "{\"stream\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DATA = "\",\"data\":".getBytes(StandardCharsets.UTF_8);

    private final VenueFrames frames;
    private final ReadAhead readAhead;
    private final InstrumentBook instruments;
    private final AtomicLong skipped = new AtomicLong();
    private final Map<String, StreamName> names = new HashMap<>();
    private final Thread thread;
    private long lastArrivalNs;

    SourceThread(VenueFrames frames, ReadAhead readAhead, InstrumentBook instruments) {
        this.frames = frames;
        this.readAhead = readAhead;
        this.instruments = instruments;
        thread = Thread.ofPlatform().daemon().name("pawl-venue-frames").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    /** How many frames were of another venue, or nothing that a client could be told. */
    long skippedFrames() {
        return skipped.get();
    }

    private void run() {
        try (frames) {
            readAhead.put(new SourceItem.End(readAll(), null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        try {
            readAhead.put(new SourceItem.End(lastArrivalNs, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long readAll() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted() && frames.next()) {
            // A merged source may step back a little; market time does not.
            lastArrivalNs = Math.max(lastArrivalNs, frames.arrivalNs());
            SourceItem item = item();
            if (item == null) {
                skipped.incrementAndGet();
            } else {
                readAhead.put(item);
            }
        }
        return lastArrivalNs;
    }

    private @Nullable SourceItem item() {
        String feed = frames.feed();
        int offset = frames.offset();
        int length = frames.length();
        // Other people's recordings name their feeds in capitals, or not at all.
        if (length < 2 || !(feed.isEmpty() || feed.regionMatches(true, 0, VENUE, 0, VENUE.length()))) {
            return null;
        }
        byte[] bytes = new byte[length];
        System.arraycopy(frames.bytes(), offset, bytes, 0, length);
        if (JsonScan.startsWith(bytes, 0, STREAM)) {
            return streamFrame(bytes);
        }
        Optional<byte[]> enveloped = RawPayload.envelope(bytes);
        if (enveloped.isPresent()) {
            return streamFrame(enveloped.get());
        }
        if (feed.endsWith("/public") || feed.endsWith("/market")) {
            return null;
        }
        RestBody body = new RestBody(lastArrivalNs, bytes);
        instruments.see(body);
        return body;
    }

    private @Nullable StreamFrame streamFrame(byte[] bytes) {
        int nameEnd = JsonScan.end(bytes, STREAM.length - 1, bytes.length) - 1;
        if (!JsonScan.startsWith(bytes, nameEnd, DATA) || bytes[bytes.length - 1] != '}') {
            return null;
        }
        String text = new String(bytes, STREAM.length, nameEnd - STREAM.length, StandardCharsets.UTF_8);
        StreamName name = names.computeIfAbsent(text, StreamName::of);
        StreamFrame frame = new StreamFrame(name, lastArrivalNs, bytes, nameEnd + DATA.length);
        instruments.see(frame);
        return frame;
    }
}
