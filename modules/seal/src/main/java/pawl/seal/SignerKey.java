package pawl.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;

/**
 * An operator's Ed25519 key, both halves. Its text {@code PRIVATE+KEY+<name>+<key id>+<base64>}, the form of Go's package note, is a secret;
 * {@link #toString} gives the public half.
 */
public final class SignerKey {
    private static final String START = "PRIVATE+KEY+";

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SignerKey(String name, byte[] seed) throws SealFormatException {
        KeyPair pair = pair(seed);
        byte[] encoded = pair.getPublic().getEncoded();
        this.seed = seed;
        this.key = pair.getPrivate();
        this.verifier = VerifierKey.of(
                name, Arrays.copyOfRange(encoded, encoded.length - VerifierKey.KEY_BYTES, encoded.length));
    }

    /**
     * A new key.
     *
     * @param name the operator's, which stands before every origin that it signs, for example {@code acme.example}
     * @throws SealFormatException when the name is empty, or has a space or a plus sign
     */
    public static SignerKey generate(String name, SecureRandom random) throws SealFormatException {
        byte[] seed = new byte[VerifierKey.KEY_BYTES];
        random.nextBytes(seed);
        return new SignerKey(KeyName.require(name, "name of a key"), seed);
    }

    /** Reads the one line; a line feed at its end may be there. No message quotes it. */
    public static SignerKey parse(String line) throws SealFormatException {
        String text = KeyText.line(line);
        String[] parts = text.startsWith(START) ? text.substring(START.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new SealFormatException("private key: PRIVATE+KEY+<name>+<key id>+<base64> is expected");
        }
        String name = KeyName.require(parts[0], "private key");
        SignerKey key = new SignerKey(name, KeyText.keyBytes(parts[2], "private key of " + name));
        KeyText.requireId(parts[1], key.verifier.keyId(), "private key of " + name);
        return key;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    public String name() {
        return verifier.name();
    }

    /** The secret line, without a line feed. */
    public String secretText() {
        return START + name() + "+" + KeyText.id(verifier.keyId()) + "+" + KeyText.encoded(seed);
    }

    public SignedNote sign(Checkpoint checkpoint) {
        return sign(checkpoint.body());
    }

    SignedNote sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(new NoteSignature(name(), verifier.keyId(), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    /** Java makes the public half of a key only where it makes both: so it is given the seed as what it takes for random. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static final class GivenBytes extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] given;

        GivenBytes(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != given.length) {
                throw new IllegalStateException("an Ed25519 seed has 32 bytes, " + bytes.length + " were asked for");
            }
            System.arraycopy(given, 0, bytes, 0, given.length);
        }
    }

    @Override
    public String toString() {
        return verifier.toString();
    }
}
