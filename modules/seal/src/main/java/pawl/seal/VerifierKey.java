package pawl.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The public half of an Ed25519 key, as one line of text: {@code <name>+<key id>+<base64>}, the form of Go's package note. An operator gives
 * it to everybody.
 */
public final class VerifierKey {
    static final byte ED25519 = 1;
    static final int KEY_BYTES = 32;

    /** What stands before an Ed25519 key's 32 bytes in the form that Java reads, X.509's (RFC 8410). */
    private static final byte[] X509_START = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] bytes;
    private final int keyId;
    private final PublicKey key;

    private VerifierKey(String name, byte[] bytes, PublicKey key) {
        this.name = name;
        this.bytes = bytes;
        this.keyId = keyId(name, bytes);
        this.key = key;
    }

    static VerifierKey of(String name, byte[] bytes) throws SealFormatException {
        byte[] encoded = ByteBuffer.allocate(X509_START.length + KEY_BYTES)
                .put(X509_START)
                .put(bytes)
                .array();
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new VerifierKey(name, bytes.clone(), key);
        } catch (InvalidKeySpecException e) {
            throw new SealFormatException("public key of " + name + ": its bytes are no Ed25519 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /** Reads the one line; a line feed at its end may be there. */
    public static VerifierKey parse(String line) throws SealFormatException {
        String[] parts = KeyText.line(line).split("\\+", 3);
        if (parts.length != 3) {
            throw new SealFormatException("public key: <name>+<key id>+<base64> is expected");
        }
        String name = KeyName.require(parts[0], "public key");
        VerifierKey key = of(name, KeyText.keyBytes(parts[2], "public key of " + name));
        KeyText.requireId(parts[1], key.keyId, "public key of " + name);
        return key;
    }

    private static int keyId(String name, byte[] bytes) {
        MessageDigest digest = TreeHasher.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(bytes)).getInt();
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The key by Java's own type. */
    public PublicKey key() {
        return key;
    }

    /** The one line, without a line feed. */
    public String text() {
        return name + "+" + KeyText.id(keyId) + "+" + KeyText.encoded(bytes);
    }

    /**
     * Whether this key signed the note: it has a line of this name and key id, and each such line's signature is of the note's text. Lines
     * of other keys count for nothing, as the form wants it.
     */
    public boolean isSignerOf(SignedNote note) {
        List<NoteSignature> mine = note.signatures().stream()
                .filter(signature ->
                        signature.keyId() == keyId && signature.keyName().equals(name))
                .toList();
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        return !mine.isEmpty() && mine.stream().allMatch(signature -> verifies(text, signature.signature()));
    }

    private boolean verifies(byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false; // Not the 64 bytes of an Ed25519 signature.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return text();
    }
}
