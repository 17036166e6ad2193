package pawl.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * C2SP tlog-proof: that a leaf is in the tree of a checkpoint, as one text that needs nothing beside it but the operator's public key.
 */
public final class TlogProof {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final byte[] leaf;
    private final InclusionProof inclusion;
    private final SignedNote note;

    /**
     * @param leaf its bytes, which go into the proof's "extra": nothing vouches for them but the proof itself
     * @param note the checkpoint, as it was signed
     */
    public TlogProof(byte[] leaf, InclusionProof inclusion, SignedNote note) {
        this.leaf = leaf.clone();
        this.inclusion = inclusion;
        this.note = note;
    }

    /** A copy of the leaf's bytes. */
    public byte[] leaf() {
        return leaf.clone();
    }

    public InclusionProof inclusion() {
        return inclusion;
    }

    /** The checkpoint, as it was signed. */
    public SignedNote note() {
        return note;
    }

    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append(EXTRA).append(StandardBase64.encode(leaf)).append('\n');
        text.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note.note()).toString();
    }

    public static TlogProof parse(String text) throws SealFormatException {
        int split = text.indexOf("\n\n");
        List<String> lines =
                split < 0 ? List.of() : List.of(text.substring(0, split).split("\n", -1));
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            throw new SealFormatException("proof, line 1: " + FIRST_LINE + " is expected, and later an empty line");
        }
        if (lines.size() < 3 || !lines.get(1).startsWith(EXTRA) || !lines.get(2).startsWith(INDEX)) {
            throw new SealFormatException(
                    "proof, lines 2 and 3: \"extra\" with the leaf's bytes and \"index\" are expected");
        }
        byte[] leaf = StandardBase64.decode(lines.get(1).substring(EXTRA.length()), "proof, line 2");
        long index = DecimalNumber.parse(lines.get(2).substring(INDEX.length()), "proof, line 3");
        List<TreeHash> hashes = new ArrayList<>();
        for (int i = 3; i < lines.size(); i++) {
            hashes.add(TreeHash.parse(lines.get(i), "proof, line " + (i + 1)));
        }
        return new TlogProof(leaf, new InclusionProof(index, hashes), SignedNote.parse(text.substring(split + 2)));
    }

    /** The checkpoint that the note is of; to be believed when the note's signature was verified. */
    public Checkpoint checkpoint() throws SealFormatException {
        return Checkpoint.parse(note.text());
    }

    /** Whether the leaf is in the checkpoint's tree. Says nothing about who made the checkpoint. */
    public boolean provesLeaf() throws SealFormatException {
        return inclusion.proves(MerkleTree.leafHash(leaf), checkpoint());
    }
}
