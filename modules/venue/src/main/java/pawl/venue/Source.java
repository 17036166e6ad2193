package pawl.venue;

import io.vertx.core.Context;

/**
 * What is played, as far as the event loop sees it.
 *
 * @param firstNs when the market begins
 */
record Source(SourceThread thread, ReadAhead readAhead, InstrumentBook instruments, long firstNs) {
    /** How long to read on after the first frame, so that the first {@code exchangeInfo} knows the symbols. */
    private static final long READ_AHEAD_MS = 2_000;

    /** Begins to read, and waits for the first frames. */
    static Source open(VenueFrames frames, Context context, Bell bell, VenueSettings settings)
            throws InterruptedException {
        InstrumentBook instruments = new InstrumentBook(settings.symbols());
        ReadAhead readAhead = new ReadAhead(() -> context.runOnContext(ignored -> bell.ring()));
        SourceThread thread = new SourceThread(frames, readAhead, instruments);
        thread.start();
        try {
            readAhead.awaitFull(READ_AHEAD_MS);
        } catch (InterruptedException e) {
            thread.stop();
            throw e;
        }
        SourceItem first = readAhead.peek();
        return new Source(thread, readAhead, instruments, first == null ? 0 : first.arrivalNs());
    }
}
