package pawl.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.OperatorKey;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SealReport;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.seal.KeyFiles;
import pawl.kernel.seal.ProofCheck;
import pawl.kernel.seal.ProofMaking;
import pawl.kernel.seal.SealDraft;
import pawl.kernel.seal.SealedDays;
import pawl.seal.SignerKey;
import pawl.seal.VerifierKey;

/** Seals days, makes proofs and checks them (E9, D10); the operator's keys. */
public final class Seals {
    private static final int MOST_PROOF_BYTES = 1 << 16;

    private Seals() {}

    /**
     * Seals a UTC day of a folder that no engine is writing.
     *
     * @param keyFile of the operator's secret key; the day is sealed unsigned where there is no such file
     * @throws PawlException when the day cannot be sealed, or was, and its logs are not what was sealed
     */
    public static SealReport seal(Path data, LocalDate day, Path keyFile, Path plugins) throws PawlException {
        Optional<SignerKey> key = KeyFiles.readIfThere(keyFile);
        try (LogStore store = DataReading.openToAdd(data, plugins)) {
            SealDraft draft = SealDraft.of(store, day.toEpochDay(), key);
            draft.store(store);
            return draft.report();
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    /** What a proof is to be of. */
    public enum Leaf {
        /** A record of the token's log. */
        RECORD,
        /** The header of the token's log. */
        HEADER,
        /** The checkpoint of the token's log, in the day's tree. */
        CHECKPOINT
    }

    /**
     * The text of a proof, C2SP tlog-proof.
     *
     * @param day without it the last sealed one
     * @param sequence of a {@link Leaf#RECORD}; of no meaning for others
     */
    public static String prove(Path data, String token, Optional<LocalDate> day, Leaf leaf, long sequence, Path plugins)
            throws PawlException {
        try (LogStore store = DataReading.open(data, plugins)) {
            long epochDay = day.isPresent() ? day.get().toEpochDay() : lastSealedDay(store);
            ProofMaking proofs = new ProofMaking(store, epochDay);
            return switch (leaf) {
                case RECORD -> proofs.ofLeaf(token, OptionalLong.of(sequence)).text();
                case HEADER -> proofs.ofLeaf(token, OptionalLong.empty()).text();
                case CHECKPOINT -> proofs.ofCheckpoint(token).text();
            };
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private static long lastSealedDay(LogStore store) throws StorageException, PawlException {
        SealedDays days = SealedDays.of(store);
        if (days.sealed().isEmpty()) {
            throw new PawlException(Kind.USAGE, "no day is sealed there; seal one with `pawl seal`");
        }
        return days.sealed().last();
    }

    /**
     * What a proof proves, by name, in order. Reads the two files and nothing else.
     *
     * @throws PawlException with {@link Kind#CHECK_FAILED} when it proves nothing
     */
    public static SequencedMap<String, Object> checkProof(Path proof, Path publicFile) throws PawlException {
        VerifierKey key = KeyFiles.readPublic(publicFile);
        try {
            if (Files.size(proof) > MOST_PROOF_BYTES) {
                throw new PawlException(
                        Kind.BAD_DATA, proof + " has more than " + MOST_PROOF_BYTES + " bytes, and is no proof");
            }
            return ProofCheck.facts(new String(Files.readAllBytes(proof), StandardCharsets.UTF_8), key);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, proof + " cannot be read: " + e, e);
        }
    }

    /** Makes an operator's key, in two files. */
    public static OperatorKey newKey(Path keyFile, String name) throws PawlException {
        return key(KeyFiles.create(keyFile, name), keyFile);
    }

    /** Reads an operator's key. */
    public static OperatorKey showKey(Path keyFile) throws PawlException {
        return key(KeyFiles.read(keyFile), keyFile);
    }

    private static OperatorKey key(SignerKey key, Path keyFile) {
        VerifierKey verifier = key.verifier();
        String id = String.format("%08x", verifier.keyId());
        return new OperatorKey(key.name(), id, verifier.text(), keyFile, KeyFiles.publicFile(keyFile));
    }
}
