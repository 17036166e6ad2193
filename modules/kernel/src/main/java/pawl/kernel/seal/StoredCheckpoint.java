package pawl.kernel.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.seal.Checkpoint;
import pawl.seal.SealFormatException;
import pawl.seal.SignedNote;
import pawl.seal.SignerKey;

/**
 * A checkpoint as it lies in the store.
 *
 * @param note without signatures where nobody signed it: then the file is its text alone
 */
record StoredCheckpoint(Checkpoint checkpoint, SignedNote note) {
    private static final int MOST_BYTES = 1 << 16;

    /**
     * Reads it; empty where there is none.
     *
     * @throws SealFormatException when the file is no checkpoint
     */
    static Optional<StoredCheckpoint> read(LogStore store, String name) throws StorageException, SealFormatException {
        if (!store.exists(name)) {
            return Optional.empty();
        }
        String text = new String(bytes(store, name), StandardCharsets.UTF_8);
        SignedNote note = text.contains("\n\n") ? SignedNote.parse(text) : new SignedNote(text, List.of());
        return Optional.of(new StoredCheckpoint(Checkpoint.parse(note.text()), note));
    }

    private static byte[] bytes(LogStore store, String name) throws StorageException, SealFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        try (LogSegment segment = store.open(name)) {
            int read;
            while ((read = segment.read(bytes.size(), chunk, 0, chunk.length)) > 0) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > MOST_BYTES) {
                    throw new SealFormatException("checkpoint: a file of more than " + MOST_BYTES + " bytes is none");
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A file's text: a signed note, or the body alone where there is no key. */
    static String text(Checkpoint checkpoint, Optional<SignerKey> key) {
        return key.map(signer -> signer.sign(checkpoint).note()).orElseGet(checkpoint::body);
    }

    boolean isSigned() {
        return !note.signatures().isEmpty();
    }
}
