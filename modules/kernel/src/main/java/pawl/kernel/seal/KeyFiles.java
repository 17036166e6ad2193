package pawl.kernel.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.seal.SealFormatException;
import pawl.seal.SignerKey;
import pawl.seal.VerifierKey;

/** An operator's key as two files: the secret one, for its owner alone, and beside it the public one, for everybody. */
public final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int MOST_BYTES = 1 << 12;

    private KeyFiles() {}

    /** The public file of a secret one: {@code .pub} in place of {@code .key}, or behind another name. */
    public static Path publicFile(Path keyFile) {
        String name = String.valueOf(keyFile.getFileName());
        String stem = name.endsWith(".key") ? name.substring(0, name.length() - ".key".length()) : name;
        return keyFile.resolveSibling(stem + ".pub");
    }

    /**
     * Makes a key, and writes both files, each whole or not at all.
     *
     * @throws PawlException when one of them is there already, the name cannot be one, or they cannot be written
     */
    public static SignerKey create(Path keyFile, String name) throws PawlException {
        Path publicFile = publicFile(keyFile);
        for (Path file : new Path[] {keyFile, publicFile}) {
            if (Files.exists(file)) {
                throw new PawlException(
                        Kind.USAGE,
                        file + " is there already; a key that signed something is not to be lost: name another file");
            }
        }
        try {
            SignerKey key = SignerKey.generate(name, new SecureRandom());
            Path folder = keyFile.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            write(
                    publicFile,
                    key.verifier().text(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
            write(keyFile, key.secretText(), PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            return key;
        } catch (SealFormatException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, keyFile + " cannot be written: " + e, e);
        }
    }

    private static void write(Path file, String line, FileAttribute<?> permissions) throws IOException {
        Path part =
                Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part", permissions);
        try {
            Files.writeString(part, line + "\n");
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The secret key, where the file is there; refused when others than its owner can read it. */
    public static Optional<SignerKey> readIfThere(Path keyFile) throws PawlException {
        return Files.exists(keyFile) ? Optional.of(read(keyFile)) : Optional.empty();
    }

    /** The secret key; refused when others than its owner can read it. */
    public static SignerKey read(Path keyFile) throws PawlException {
        try {
            requireSecret(keyFile);
            return SignerKey.parse(text(keyFile));
        } catch (SealFormatException e) {
            throw new PawlException(Kind.USAGE, keyFile + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(keyFile, e);
        }
    }

    /** A public key. */
    public static VerifierKey readPublic(Path publicFile) throws PawlException {
        try {
            return VerifierKey.parse(text(publicFile));
        } catch (SealFormatException e) {
            throw new PawlException(Kind.USAGE, publicFile + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(publicFile, e);
        }
    }

    private static void requireSecret(Path keyFile) throws IOException, PawlException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(keyFile));
        permissions.removeAll(OWNER_ALONE);
        if (!permissions.isEmpty()) {
            throw new PawlException(
                    Kind.USAGE,
                    keyFile + " is open to others than its owner (" + PosixFilePermissions.toString(permissions)
                            + "), and may be known to them: make a new key, or, if none of them read it, chmod 600 it");
        }
    }

    private static String text(Path file) throws IOException, PawlException {
        if (Files.size(file) > MOST_BYTES) {
            throw new PawlException(Kind.USAGE, file + " has more than " + MOST_BYTES + " bytes, and holds no key");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static PawlException unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new PawlException(Kind.USAGE, "there is no key at " + file + "; make one with `pawl keys new`", e)
                : new PawlException(Kind.USAGE, file + " cannot be read: " + e, e);
    }
}
