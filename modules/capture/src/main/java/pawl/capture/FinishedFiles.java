package pawl.capture;

import java.util.OptionalLong;

/** What remains to be said of captures that were read through, once they are closed and let go. */
final class FinishedFiles {
    private OptionalLong lastClosedTick = OptionalLong.empty();
    private long unknownRecords;
    private long bytesRead;
    private long bytesTotal;

    void add(CaptureFile file) {
        OptionalLong tick = file.lastClosedTick();
        if (tick.isPresent() && (lastClosedTick.isEmpty() || tick.getAsLong() > lastClosedTick.getAsLong())) {
            lastClosedTick = tick;
        }
        unknownRecords += file.unknownRecords();
        bytesRead += file.bytesRead();
        bytesTotal += file.bytesTotal();
    }

    OptionalLong lastClosedTick() {
        return lastClosedTick;
    }

    long unknownRecords() {
        return unknownRecords;
    }

    long bytesRead() {
        return bytesRead;
    }

    long bytesTotal() {
        return bytesTotal;
    }
}
