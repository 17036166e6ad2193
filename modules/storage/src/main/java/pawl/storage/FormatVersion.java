package pawl.storage;

import pawl.storage.StorageFormatException.Kind;

/**
 * The version of a file's layout (E8.3). A reader takes any minor and patch of its own major: a newer minor may hold record types
 * that it does not know, which it skips and counts, and uses of bytes that were zero.
 */
public record FormatVersion(int major, int minor, int patch) {
    /** What this build writes. */
    public static final FormatVersion CURRENT = new FormatVersion(1, 1, 0);

    /** Without a tick's last frame, running hash and adapters; files of it that are there are gone on with as such. */
    public static final FormatVersion FIRST = new FormatVersion(1, 0, 0);

    /** @throws IllegalArgumentException when a part does not fit in 16 bits */
    public FormatVersion {
        if (((major | minor | patch) & ~0xffff) != 0) {
            throw new IllegalArgumentException("format version " + major + "." + minor + "." + patch);
        }
    }

    /** Whether a file of this version may hold what this build has no name for. */
    public boolean isNewerMinor() {
        return major == CURRENT.major && minor > CURRENT.minor;
    }

    /** Whether TICK records say when a frame came last, carry the running hash, and follow what changed of adapters. */
    public boolean hasRunningHash() {
        return minor >= 1;
    }

    /** In the form {@code major.minor.patch}. */
    public String text() {
        return major + "." + minor + "." + patch;
    }

    void requireReadable(String name, int offset) throws StorageFormatException {
        if (major < CURRENT.major) {
            throw new StorageFormatException(
                    Kind.TOO_OLD,
                    name,
                    offset,
                    "format version " + text() + " found, " + CURRENT.major + ".x expected",
                    "read it with the release that wrote it, or move the whole folder's files aside with pawl archive"
                            + " --major and start anew");
        }
        if (major > CURRENT.major) {
            throw new StorageFormatException(
                    Kind.TOO_NEW,
                    name,
                    offset,
                    "format version " + text() + " found, " + CURRENT.major + ".x expected",
                    "use the release that wrote it or a newer one, or move the whole folder's files aside with pawl"
                            + " archive --major and start anew");
        }
    }
}
