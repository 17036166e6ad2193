package pawl.storage;

import static pawl.storage.LogHeader.HEADER_BYTES;
import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.storage.StorageFormatException.Kind;

/**
 * Tells what a run that was cut off leaves behind the last committed tick of a log from what it cannot leave: sound records, then a torn
 * one, or zeros to the end of the file. Anything else was damaged later, since a record never straddles a sector.
 */
final class TailCheck {
    private static final String REMEDY =
            "restore the file from a copy, or let \"pawl repair\" cut all logs back to the tick before";

    private final LogStore store;
    private final RecordChecksum checksum = new RecordChecksum();
    private final byte[] chunk = new byte[RECORD_BYTES];

    TailCheck(LogStore store) {
        this.store = store;
    }

    /** What is in the tail, in words; or damage, which no crash leaves. */
    record Finding(String text, Optional<StorageFormatException> damage) {}

    /** @param keptRecords how many records are committed */
    Finding of(String name, long epochDay, long keptRecords) throws StorageException, StorageFormatException {
        try (LogSegment segment = store.open(name)) {
            if (segment.sizeBytes() < HEADER_BYTES) {
                return new Finding("cut off in its header", Optional.empty());
            }
            // A header that was never written whole ends in zeros, as all behind it does.
            if (SegmentBytes.isZeroFrom(segment, HEADER_BYTES - Integer.BYTES)) {
                return new Finding("a header that was not written", Optional.empty());
            }
            Optional<StorageFormatException> damage = headerDamage(segment);
            if (damage.isPresent()) {
                return new Finding("a damaged header", damage);
            }
            return records(segment, epochDay, keptRecords);
        }
    }

    private Optional<StorageFormatException> headerDamage(LogSegment segment)
            throws StorageException, StorageFormatException {
        try {
            LogReader.readHeader(segment);
            return Optional.empty();
        } catch (StorageFormatException e) {
            if (e.kind() == Kind.TOO_NEW || e.kind() == Kind.TOO_OLD) {
                throw e;
            }
            return Optional.of(new StorageFormatException(
                    Kind.CORRUPT, segment.name(), e.offset(), "the header is damaged: " + e.found(), REMEDY));
        }
    }

    private Finding records(LogSegment segment, long epochDay, long from) throws StorageException {
        long whole = (segment.sizeBytes() - HEADER_BYTES) / RECORD_BYTES;
        long sound = from;
        while (sound < whole && isSound(segment, epochDay, sound)) {
            sound++;
        }
        String text = sound - from + " whole records of ticks that were not committed";
        long rest = segment.sizeBytes() - RecordLayout.offset(sound);
        if (sound == whole) {
            return new Finding(rest == 0 ? text : text + ", and a torn one of " + rest + " bytes", Optional.empty());
        }
        if (SegmentBytes.isZeroFrom(segment, RecordLayout.offset(sound))) {
            return new Finding(text + ", and " + rest + " zero bytes", Optional.empty());
        }
        return new Finding(text, Optional.of(damage(segment, epochDay, sound, whole)));
    }

    private StorageFormatException damage(LogSegment segment, long epochDay, long at, long whole)
            throws StorageException {
        long later = at + 1;
        while (later < whole && !isSound(segment, epochDay, later)) {
            later++;
        }
        return new StorageFormatException(
                Kind.CORRUPT,
                segment.name(),
                RecordLayout.offset(at),
                "record " + at + " is damaged, "
                        + (later < whole
                                ? "and record " + later + " behind it is sound"
                                : "and no crash leaves such bytes"),
                REMEDY);
    }

    private boolean isSound(LogSegment segment, long epochDay, long sequence) throws StorageException {
        int read = SegmentBytes.read(segment, RecordLayout.offset(sequence), chunk, 0, RECORD_BYTES);
        return read == RECORD_BYTES
                && LittleEndian.getInt(chunk, RecordLayout.CHECKSUM) == checksum.of(chunk, 0, sequence, epochDay);
    }
}
