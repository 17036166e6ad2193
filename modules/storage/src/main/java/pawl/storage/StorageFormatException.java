package pawl.storage;

/** Bytes in the store are not what they must be; the message says in which file, where, what was found and what to do. */
public final class StorageFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with them. */
    public enum Kind {
        /** They are not what was written: a checksum, a hash or an order does not hold. */
        CORRUPT,
        /** They were written in a format of an earlier major version (E8.3). */
        TOO_OLD,
        /** They were written in a format of a later major version. */
        TOO_NEW,
        /** The file ends inside a header, a record or a snapshot. */
        TRUNCATED,
        /** They are sound, and belong to another configuration, other plugins, or another token or day. */
        MISMATCH,
        /** They are sound, and of a tick that was not committed by all tokens (D9). */
        UNCOMMITTED
    }

    private final Kind kind;
    private final String name;
    private final long offset;
    private final String found;

    /**
     * @param name of the file in the store
     * @param offset from the start of the file, in bytes
     */
    public StorageFormatException(Kind kind, String name, long offset, String found, String remedy) {
        super(name + " at byte " + offset + ": " + found + "; " + remedy);
        this.kind = kind;
        this.name = name;
        this.offset = offset;
        this.found = found;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the file in the store. */
    public String name() {
        return name;
    }

    /** What was found there, without what to do. */
    String found() {
        return found;
    }

    /** From the start of the file, in bytes. */
    public long offset() {
        return offset;
    }
}
