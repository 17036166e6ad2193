/** Merkle trees, checkpoints, signed notes and proofs, in the forms of RFC 6962 and C2SP. No file, no clock, no randomness of its own. */
package pawl.seal;
