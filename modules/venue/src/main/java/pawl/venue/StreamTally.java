package pawl.venue;

/** Counts one stream's frames, in all or on one socket. */
final class StreamTally {
    private long source;
    private long sent;
    private long duplicates;
    private long unheard;

    void addSource() {
        source++;
    }

    void addSent(boolean isDuplicate) {
        if (isDuplicate) {
            duplicates++;
        } else {
            sent++;
        }
    }

    void addUnheard() {
        unheard++;
    }

    long sent() {
        return sent;
    }

    long duplicates() {
        return duplicates;
    }

    StreamReport report() {
        return new StreamReport(source, sent, duplicates, unheard);
    }
}
