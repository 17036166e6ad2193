package pawl.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * C2SP signed-note: a text, and who signed it. Nothing of the text counts until a key that one trusts was asked
 * ({@link VerifierKey#isSignerOf}).
 *
 * @param text with its last line feed; the signatures are over its UTF-8
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** The note as it lies in a file: text, empty line, a line for each signature. */
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    public static SignedNote parse(String note) throws SealFormatException {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n') || note.indexOf('\uFFFD') >= 0) {
            throw new SealFormatException("signed note: it has a control character, or is no UTF-8");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new SealFormatException("signed note: a text, an empty line and signature lines are expected");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new SealFormatException("signed note: more than " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            signatures.add(NoteSignature.parse(lines[i], i + 1));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }
}
