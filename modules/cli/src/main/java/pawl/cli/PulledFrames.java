package pawl.cli;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.PawlException;
import pawl.venue.VenueFrames;

/** Lets a venue pull what a source pushes, by way of a thread of its own and a short queue. */
final class PulledFrames implements VenueFrames {
    private static final int MOST_WAITING = 1_024;

    private sealed interface Item {
        /** Not a record, since those compare arrays by identity. */
        final class OneFrame implements Item {
            private final String feed;
            private final long arrivalNs;
            private final byte[] bytes;

            OneFrame(String feed, long arrivalNs, byte[] bytes) {
                this.feed = feed;
                this.arrivalNs = arrivalNs;
                this.bytes = bytes;
            }
        }

        record End() implements Item {}

        record Failure(PawlException cause) implements Item {}
    }

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread pusher;
    private Item.OneFrame current = new Item.OneFrame("", 0, new byte[0]);
    private boolean hasEnded;

    PulledFrames(FrameSource source) {
        pusher = Thread.ofPlatform().daemon().name("pawl-venue-source").unstarted(() -> push(source));
        pusher.start();
    }

    private void push(FrameSource source) {
        try {
            try {
                source.play((feed, arrivalNs, bytes, offset, length) ->
                        put(new Item.OneFrame(feed, arrivalNs, Arrays.copyOfRange(bytes, offset, offset + length))));
                items.put(new Item.End());
            } catch (PawlException e) {
                items.put(new Item.Failure(e));
            }
        } catch (InterruptedException | StoppedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Item item) {
        try {
            items.put(item);
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    @Override
    public boolean next() {
        if (hasEnded) {
            return false;
        }
        try {
            return switch (items.take()) {
                case Item.OneFrame frame -> {
                    current = frame;
                    yield true;
                }
                case Item.End ignored -> {
                    hasEnded = true;
                    yield false;
                }
                case Item.Failure failure -> {
                    hasEnded = true;
                    throw new IllegalStateException(failure.cause().getMessage(), failure.cause());
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hasEnded = true;
            return false;
        }
    }

    @Override
    public String feed() {
        return current.feed;
    }

    @Override
    public long arrivalNs() {
        return current.arrivalNs;
    }

    @Override
    public byte[] bytes() {
        return current.bytes;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return current.bytes.length;
    }

    @Override
    public void close() {
        hasEnded = true;
        pusher.interrupt();
    }

    /** Ends a source that nobody pulls any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
