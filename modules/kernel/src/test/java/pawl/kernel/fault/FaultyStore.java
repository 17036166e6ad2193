package pawl.kernel.fault;

import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.LayeredSegment;
import pawl.storage.LayeredStore;

/**
 * A layer over another store that fails at one of the calls that change something, whichever it is: the making of a segment, an append,
 * a cut, a force, the replacement or removal of an object.
 */
final class FaultyStore extends LayeredStore {
    /** What ends the process at a {@link Fault.Kind#HALT}, as SIGKILL does: nothing is closed or flushed. */
    static final int HALTED = 137;

    private static final int RECORD_BYTES = 64;

    private final Fault fault;
    private int calls;
    private boolean hasStruck;
    private Runnable atEachCall = () -> {};

    FaultyStore(LogStore store, Fault fault) {
        super(store);
        this.fault = fault;
    }

    /** One at which nothing fails, and which counts. */
    static FaultyStore sound(LogStore store) {
        return new FaultyStore(store, new Fault(Fault.Kind.ERROR, Integer.MAX_VALUE, 0, false));
    }

    /** Runs this before each call that changes something. */
    void tellCalls(Runnable told) {
        atEachCall = told;
    }

    /** That changed something, or were to. */
    int calls() {
        return calls;
    }

    /** Part of a call, if not all of it. */
    @FunctionalInterface
    private interface Doing {
        void run() throws StorageException;
    }

    /** What is not appended is done whole or not at all. */
    private synchronized void change(String what, Doing whole) throws StorageException {
        if (!strikes()) {
            whole.run();
            return;
        }
        if (fault.kind() == Fault.Kind.LATE_ERROR || fault.kind() == Fault.Kind.HALT && fault.keptPerMille() >= 500) {
            whole.run();
        }
        fail(what);
    }

    private boolean strikes() {
        atEachCall.run();
        boolean isNow = calls++ == fault.call();
        boolean isAfter = hasStruck && fault.isLasting();
        hasStruck |= isNow;
        return isNow || isAfter;
    }

    private void fail(String what) throws StorageException {
        if (fault.kind() == Fault.Kind.HALT) {
            Runtime.getRuntime().halt(HALTED);
        }
        throw new StorageException(StorageException.Kind.DEVICE, "cannot " + what + ": Input/output error");
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        if (!store.exists(name)) {
            change("make " + name, () -> store.open(name).close());
        }
        return new Segment(store.open(name));
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        change("replace " + name, () -> store.replace(name, bytes, offset, length));
    }

    @Override
    public void delete(String name) throws StorageException {
        change("delete " + name, () -> store.delete(name));
    }

    private final class Segment extends LayeredSegment {
        private Segment(LogSegment segment) {
            super(segment);
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            synchronized (FaultyStore.this) {
                if (!strikes()) {
                    segment.append(bytes, offset, length);
                    return;
                }
                segment.append(bytes, offset, fault.kept(length, RECORD_BYTES));
                fail("append to " + name());
            }
        }

        @Override
        public void truncate(long sizeBytes) throws StorageException {
            change("cut " + name(), () -> segment.truncate(sizeBytes));
        }

        @Override
        public void force() throws StorageException {
            change("force " + name(), segment::force);
        }
    }
}
