package pawl.kernel.seal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.seal.InclusionProof;
import pawl.seal.ProofTree;
import pawl.seal.SealFormatException;
import pawl.seal.TlogProof;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Makes proofs from a sealed and signed day. */
public final class ProofMaking {
    private final LogStore store;
    private final long epochDay;

    public ProofMaking(LogStore store, long epochDay) {
        this.store = store;
        this.epochDay = epochDay;
    }

    /**
     * That a leaf is in a token's log of the day.
     *
     * @param sequence of the record; empty for the log's header
     * @throws PawlException when there is no such leaf, the day is not sealed or not signed, or the log is not what was sealed
     */
    public TlogProof ofLeaf(String token, OptionalLong sequence) throws PawlException, StorageException {
        StoredCheckpoint seal = signed(new StoreName.TokenSeal(token, epochDay));
        long size = seal.checkpoint().size();
        long index = sequence.isPresent() ? 1 + sequence.getAsLong() : 0;
        if (index < 0 || index >= size) {
            throw new PawlException(
                    Kind.USAGE,
                    "there is no record " + sequence.orElse(0) + ": the day has " + (size - 1) + " of " + token);
        }
        String log = new StoreName.TokenLog(token, epochDay).text();
        ProofTree tree = ProofTree.inclusion(index, size);
        KeptLeaf kept = new KeptLeaf(tree, index);
        try {
            requireWhole(log, LogLeaves.read(store, log, size, kept), size);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
        return proof(log, tree, index, kept.leaf(), seal);
    }

    /** That a token's checkpoint is in the day's. */
    public TlogProof ofCheckpoint(String token) throws PawlException, StorageException {
        StoreName.DaySeal name = new StoreName.DaySeal(epochDay);
        StoredCheckpoint day = signed(name);
        SealedDays days = SealedDays.of(store);
        List<String> names = DayCheckpoints.tokenNames(store, epochDay);
        DayCheckpoints.OfToken[] tokens = new DayCheckpoints.OfToken[names.size()];
        for (int i = 0; i < tokens.length; i++) {
            StoredCheckpoint seal = signed(new StoreName.TokenSeal(names.get(i), epochDay));
            tokens[i] = new DayCheckpoints.OfToken(names.get(i), seal.checkpoint());
        }
        List<byte[]> leaves = DayCheckpoints.dayLeaves(
                SealedDays.predecessor(store, new TreeSet<>(days.sealed()), epochDay),
                signed(new StoreName.TickSeal(epochDay)).checkpoint(),
                List.of(tokens));
        int index = 2 + names.indexOf(token);
        if (index < 2) {
            throw new PawlException(Kind.USAGE, "the day has no log of " + token);
        }
        requireWhole(name.text(), leaves.size(), day.checkpoint().size());
        ProofTree tree = ProofTree.inclusion(index, leaves.size());
        leaves.forEach(tree::append);
        return proof(name.text(), tree, index, leaves.get(index), day);
    }

    private StoredCheckpoint signed(StoreName name) throws PawlException, StorageException {
        try {
            Optional<StoredCheckpoint> seal = StoredCheckpoint.read(store, name.text());
            if (seal.isEmpty() || !store.exists(new StoreName.DaySeal(epochDay).text())) {
                throw new PawlException(Kind.USAGE, "there is no " + name.text() + "; seal the day with `pawl seal`");
            }
            if (!seal.get().isSigned()) {
                throw new PawlException(
                        Kind.USAGE, name.text() + " is not signed, and what nobody signed proves nothing to anybody");
            }
            return seal.get();
        } catch (SealFormatException e) {
            throw new PawlException(Kind.BAD_DATA, name.text() + ": " + e.getMessage(), e);
        }
    }

    private static void requireWhole(String name, long leaves, long size) throws PawlException {
        if (leaves != size) {
            throw differs(name);
        }
    }

    private static TlogProof proof(String name, ProofTree tree, long index, byte[] leaf, StoredCheckpoint seal)
            throws PawlException {
        if (!tree.root().equals(seal.checkpoint().root())) {
            throw differs(name);
        }
        return new TlogProof(leaf, new InclusionProof(index, tree.hashes()), seal.note());
    }

    private static PawlException differs(String name) {
        return new PawlException(Kind.CHECK_FAILED, name + " is not what was sealed; `pawl verify` says more");
    }

    /** Passes leaves on to a tree, and keeps one. */
    private static final class KeptLeaf implements LogLeaves.Sink {
        private final ProofTree tree;
        private final long index;
        private long next;
        private byte[] leaf = {};

        KeptLeaf(ProofTree tree, long index) {
            this.tree = tree;
            this.index = index;
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            if (next++ == index) {
                leaf = new byte[length];
                System.arraycopy(bytes, offset, leaf, 0, length);
            }
            tree.append(bytes, offset, length);
        }

        byte[] leaf() {
            return leaf;
        }
    }
}
