/** Sealed days: checkpoints of the logs' Merkle trees in the data folder, what they are checked by, and proofs of single records ({@code docs/seals.md}). */
package pawl.kernel.seal;
