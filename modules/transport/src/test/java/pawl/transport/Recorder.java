package pawl.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A sink and a listener that keep everything, and on which a test can wait. */
class Recorder implements FrameSink, TransportListener {
    record Told(int stream, FeedState state, StateCause cause, String reason, long atNs) {}

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final List<String> frames = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private long bytes;
    private boolean hasRoom = true;
    private boolean isForgetful;

    @Override
    public synchronized void frame(int feed, long arrivalNs, byte[] from, int offset, int length) {
        if (!isForgetful) {
            frames.add(new String(from, offset, length, StandardCharsets.UTF_8));
        }
        bytes += length;
        notifyAll();
    }

    @Override
    public synchronized boolean hasRoom() {
        return hasRoom;
    }

    @Override
    public synchronized void streamState(String venue, int stream, FeedState state, StateCause cause, String reason) {
        told.add(new Told(stream, state, cause, reason, System.nanoTime()));
        notifyAll();
    }

    @Override
    public synchronized void notice(String venue, String text) {
        notices.add(text);
        notifyAll();
    }

    synchronized void setRoom(boolean room) {
        hasRoom = room;
    }

    synchronized void forgetFrames() {
        isForgetful = true;
        frames.clear();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    synchronized List<Told> told(int stream) {
        return told.stream().filter(one -> one.stream() == stream).toList();
    }

    synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    Told awaitState(int stream, FeedState state, StateCause cause) {
        return awaitState(stream, state, cause, 1);
    }

    /** Waits until a stream has been in a state, for a cause, so many times. */
    Told awaitState(int stream, FeedState state, StateCause cause, int times) {
        await(
                "stream " + stream + " " + state + " " + cause,
                () -> find(stream, state, cause).size() >= times);
        return find(stream, state, cause).get(times - 1);
    }

    void awaitFrames(int count) {
        await(count + " frames", () -> frames().size() >= count);
    }

    void awaitBytes(long count) {
        await(count + " bytes", () -> bytes() >= count);
    }

    void awaitNotice(String part) {
        await("a notice of " + part, () -> notices().stream().anyMatch(notice -> notice.contains(part)));
    }

    /** Looked at whenever something was told, and every few milliseconds. */
    void await(String what, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNs >= 0) {
                throw new AssertionError("waited in vain for " + what + "; " + this);
            }
            awaitNews();
        }
    }

    /** A condition may ask the transport, which may be telling something: it is looked at without the lock. */
    private synchronized void awaitNews() {
        try {
            wait(5);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public synchronized String toString() {
        return "told: " + told + "; notices: " + notices + "; frames: " + frames.size();
    }

    private synchronized List<Told> find(int stream, FeedState state, StateCause cause) {
        return told.stream()
                .filter(one -> one.stream() == stream && one.state() == state && one.cause() == cause)
                .toList();
    }
}
