/** Codecs and files of the event log and of snapshots; the bytes are those of {@code docs/format.md}. */
package pawl.storage;
