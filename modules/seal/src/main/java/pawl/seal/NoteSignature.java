package pawl.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One signature line of a note: who signed, with which key, and what the algorithm gave. */
public final class NoteSignature {
    static final String START = "\u2014 ";

    private final String keyName;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String keyName, int keyId, byte[] signature) {
        this.keyName = keyName;
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    static NoteSignature parse(String line, int number) throws SealFormatException {
        String where = "signed note, signature " + number;
        if (!line.startsWith(START)) {
            throw new SealFormatException(where + ": the line does not start with an em dash and a space");
        }
        int space = line.indexOf(' ', START.length());
        if (space < 0) {
            throw new SealFormatException(where + ": the line has no signature behind the key's name");
        }
        String keyName = KeyName.require(line.substring(START.length(), space), where);
        byte[] bytes = StandardBase64.decode(line.substring(space + 1), where);
        if (bytes.length <= Integer.BYTES) {
            throw new SealFormatException(where + ": " + bytes.length + " bytes hold no key id and signature");
        }
        return new NoteSignature(
                keyName, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    public String keyName() {
        return keyName;
    }

    /** The first four bytes of the SHA-256 of the key's name, algorithm and bytes, the first being the highest. */
    public int keyId() {
        return keyId;
    }

    /** A copy. */
    public byte[] signature() {
        return signature.clone();
    }

    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + keyName + " " + StandardBase64.encode(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature note && line().equals(note.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
