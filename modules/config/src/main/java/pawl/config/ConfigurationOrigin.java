package pawl.config;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** Where a configuration comes from, and its canonical form. Two are equal when their canonical forms are. */
public final class ConfigurationOrigin {
    private final SourceLines lines;
    private final byte[] canonicalJson;
    private final String sha256;
    private final String sha256WithoutCalendar;

    /** @param tree complete and checked */
    ConfigurationOrigin(SourceLines lines, ObjectNode tree) {
        this.lines = lines;
        canonicalJson = CanonicalJson.bytes(tree);
        sha256 = hash(canonicalJson);
        ObjectNode withoutCalendar = tree.deepCopy();
        withoutCalendar.remove("events");
        sha256WithoutCalendar = hash(CanonicalJson.bytes(withoutCalendar));
    }

    /** The file, as the user named it. */
    public String file() {
        return lines.file();
    }

    /** The line of a key; of the nearest key above it where the file leaves it out. */
    OptionalInt line(String path) {
        return lines.of(path);
    }

    SourceLines lines() {
        return lines;
    }

    byte[] canonicalJson() {
        return canonicalJson.clone();
    }

    String sha256() {
        return sha256;
    }

    /** The hash of what is left of the canonical form without the events. */
    String sha256WithoutCalendar() {
        return sha256WithoutCalendar;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigurationOrigin origin && origin.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
