package pawl.kernel.seal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.seal.Checkpoint;
import pawl.seal.SealFormatException;
import pawl.seal.TlogProof;
import pawl.seal.VerifierKey;
import pawl.storage.LogHeader;
import pawl.storage.RecordType;
import pawl.storage.StoreName;

/** Checks a proof with nothing but its text and a key, and says what it proves. */
public final class ProofCheck {
    private static final int RECORD_TICK = 8;

    private ProofCheck() {}

    /**
     * What the proof proves, by name, in order.
     *
     * @throws PawlException with {@link Kind#BAD_DATA} when the text is no proof, with {@link Kind#CHECK_FAILED} when it proves nothing
     */
    public static SequencedMap<String, Object> facts(String text, VerifierKey key) throws PawlException {
        try {
            TlogProof proof = TlogProof.parse(text);
            Checkpoint checkpoint = proof.checkpoint();
            if (!key.isSignerOf(proof.note())) {
                throw new PawlException(Kind.CHECK_FAILED, "not proved: the checkpoint is not signed by " + key.text());
            }
            if (!proof.provesLeaf()) {
                throw new PawlException(
                        Kind.CHECK_FAILED, "not proved: the leaf is not in the tree of " + checkpoint.origin());
            }
            return facts(proof, checkpoint, key);
        } catch (SealFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
    }

    private static SequencedMap<String, Object> facts(TlogProof proof, Checkpoint checkpoint, VerifierKey key)
            throws PawlException {
        String origin = checkpoint.origin();
        String[] parts = origin.startsWith(key.name() + "/")
                ? origin.substring(key.name().length() + 1).split("/", -1)
                : new String[0];
        if (parts.length != 1 && parts.length != 2) {
            throw noOrigin(origin);
        }
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("operator", key.name());
        facts.put("day", day(parts[0], origin).toString());
        byte[] leaf = proof.leaf();
        long index = proof.inclusion().index();
        if (parts.length == 1) {
            dayFacts(facts, index, leaf);
        } else {
            logFacts(facts, parts[1], index, leaf, origin);
        }
        facts.put("checkpoint", origin);
        facts.put("leaves", checkpoint.size());
        facts.put("root", checkpoint.root().base64());
        return facts;
    }

    private static void dayFacts(SequencedMap<String, Object> facts, long index, byte[] leaf) {
        facts.put("proves", index == 0 ? "the day sealed before" : "a log's checkpoint");
        facts.put("leaf", new String(leaf, StandardCharsets.UTF_8).strip().replace('\n', ' '));
    }

    private static void logFacts(
            SequencedMap<String, Object> facts, String part, long index, byte[] leaf, String origin)
            throws PawlException {
        if (part.equals(StoreName.TickSeal.PART)) {
            facts.put("log", "ticks");
        } else {
            facts.put("token", StoreName.tokenName(part).orElseThrow(() -> noOrigin(origin)));
        }
        if (index == 0 && leaf.length == LogHeader.HEADER_BYTES) {
            facts.put("proves", "the log's header");
        } else if (index > 0 && leaf.length == LogLeaves.RECORD_BYTES) {
            int code = leaf[0] & 0xff;
            long tick = ByteBuffer.wrap(leaf).order(ByteOrder.LITTLE_ENDIAN).getLong(RECORD_TICK);
            facts.put("proves", "a record");
            facts.put("sequence", index - 1);
            facts.put("tick", tick);
            facts.put("type", RecordType.ofCode(code).map(RecordType::name).orElse("type " + code));
        } else {
            throw new PawlException(
                    Kind.CHECK_FAILED, "not proved: a leaf of " + leaf.length + " bytes is none of a log's");
        }
        facts.put("leaf", HexFormat.of().formatHex(leaf));
    }

    private static LocalDate day(String text, String origin) throws PawlException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new PawlException(Kind.CHECK_FAILED, noOrigin(origin).getMessage(), e);
        }
    }

    private static PawlException noOrigin(String origin) {
        return new PawlException(
                Kind.CHECK_FAILED, "not proved: " + origin + " is no origin of a day or a log of this key's operator");
    }
}
