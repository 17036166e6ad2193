package pawl.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and notes; the first vectors are those of Go's package note, the reference of the form. */
class NoteAndKeyTest {
    private static final String SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void theReferenceKeySignsAsItDoesInGo() throws SealFormatException {
        SignerKey key = SignerKey.parse(SIGNER + "\n");
        assertThat(key.verifier().text()).isEqualTo(VERIFIER);
        assertThat(key.secretText()).isEqualTo(SIGNER);
        assertThat(key).hasToString(VERIFIER);
        assertThat(key.sign(TEXT).note()).isEqualTo(NOTE);
        assertThat(VerifierKey.parse(VERIFIER)).isEqualTo(key.verifier());
        assertThat(VerifierKey.parse(VERIFIER).isSignerOf(SignedNote.parse(NOTE)))
                .isTrue();
        assertThat(SignedNote.parse(NOTE).note()).isEqualTo(NOTE);
    }

    @Test
    void aSignatureOfAnotherTextOrKeyIsNone() throws SealFormatException {
        SecureRandom random = new SecureRandom();
        SignerKey key = SignerKey.generate("acme.example", random);
        SignerKey sameName = SignerKey.generate("acme.example", random);
        SignedNote note = key.sign(TEXT);
        assertThat(key.verifier().isSignerOf(note)).isTrue();
        assertThat(sameName.verifier().isSignerOf(note)).isFalse();
        assertThat(key.verifier().isSignerOf(new SignedNote(TEXT + "more\n", note.signatures())))
                .isFalse();
        assertThat(key.verifier().isSignerOf(new SignedNote(TEXT, List.of()))).isFalse();
    }

    @Test
    void linesOfUnknownKeysCountForNothing() throws SealFormatException {
        SignerKey key = SignerKey.generate("acme.example", new SecureRandom());
        SignedNote ours = key.sign(TEXT);
        SignedNote cosigned = SignedNote.parse(ours.note() + "\u2014 witness.example AAAAAAECAwQFBgcI\n");
        assertThat(cosigned.signatures()).hasSize(2);
        assertThat(key.verifier().isSignerOf(cosigned)).isTrue();
    }

    @Test
    void everyFlippedBitOfAPublicKeyIsSeen() {
        for (int i = 0; i < VERIFIER.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                String altered = flipped(VERIFIER, i, bit);
                assertThatExceptionOfType(SealFormatException.class)
                        .as(altered)
                        .isThrownBy(() -> VerifierKey.parse(altered));
            }
        }
    }

    @Test
    void everyFlippedBitOfAPrivateKeyIsSeenAndNoMessageQuotesTheSecret() {
        for (int i = 0; i < SIGNER.length(); i++) {
            String altered = flipped(SIGNER, i, i % 7);
            assertThatExceptionOfType(SealFormatException.class)
                    .as(altered)
                    .isThrownBy(() -> SignerKey.parse(altered))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("EKFALVFGyNhPJE"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "tab\there", "no-break\u00a0space", "line\nfeed"})
    void aNameHasNoSpaceAndNoPlus(String name) {
        assertThatExceptionOfType(SealFormatException.class)
                .isThrownBy(() -> SignerKey.generate(name, new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nno dash\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name AAAAAAE\n",
                "text\n\n\u2014 name AAAAAAE=",
                "text\n\n\u2014 na+me AAAAAAE=\n",
                "text\r\n\n\u2014 name AAAAAAE=\n",
                "te\uFFFDxt\n\n\u2014 name AAAAAAE=\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatExceptionOfType(SealFormatException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    private static String flipped(String text, int index, int bit) {
        StringBuilder altered = new StringBuilder(text);
        altered.setCharAt(index, (char) (text.charAt(index) ^ 1 << bit));
        return altered.toString();
    }
}
