/**
 * What makes a log convince a stranger, and nothing of Pawl: RFC 6962 Merkle trees, and C2SP's checkpoints, signed notes and proofs, as
 * text and bytes ({@code docs/seals.md}). It requires Java alone, so that a proof is provably checked with nothing but the file and the key.
 */
@SuppressWarnings("module") // pawl.kernel is compiled later
module pawl.seal {
    exports pawl.seal to
            pawl.kernel;
}
