package pawl.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.capture.CaptureException;
import pawl.capture.CaptureWriter;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyConfiguration;
import pawl.kernel.toy.ToyPlugins;

class AutoConfigurationTest {
    private static final PluginSet PLUGINS = ToyPlugins.all(new HeapLogStore());

    @TempDir
    Path folder;

    private Path capture;

    @BeforeEach
    void nameCapture() {
        capture = folder.resolve("frames.pawl");
    }

    @Test
    void symbolsThatNoTokenHasBecomeTokensWithTheFinestExponentsSeen() throws Exception {
        write(
                "T ZZZ 1 1 1.5 7 B",
                "T AAA 1 1 1.55555 7 B",
                "T CCC 1 1 3 1 B;T ZZZ 1 1 2 0.125 B",
                "T ZZZ 1 1 1.25 7.5 B");
        AutoConfiguration found = discover(Optional.empty());
        assertThat(found.added()).containsExactly("CCC", "ZZZ");
        assertThat(found.configuration().tokens())
                .extracting(Token::name, Token::tierName, Token::priceExponent, Token::quantityExponent)
                .containsExactly(
                        tuple("AAA", "small", -2, -1),
                        tuple("BBB", "small", -3, 0),
                        tuple("CCC", "small", 0, 0),
                        tuple("ZZZ", "small", -2, -3));
        assertThat(found.configuration().venues().getFirst().instruments())
                .extracting(Instrument::symbol)
                .containsExactly("AAA", "CCC", "ZZZ");
        assertThat(found.configuration().sha256())
                .isNotEqualTo(ToyConfiguration.standard().sha256());
    }

    @Test
    void theOrderInWhichTheyAreSeenDoesNotMatter() throws Exception {
        write("T ZZZ 1 1 1.5 7 B", "T CCC 1 1 3 1 B");
        String oneWay = discover(Optional.empty()).configuration().sha256();
        write("T CCC 1 1 3 1 B", "T ZZZ 1 1 1.5 7 B");
        assertThat(discover(Optional.empty()).configuration().sha256()).isEqualTo(oneWay);
    }

    @Test
    void theyAreOfTheVenueThatTheUserNames() throws Exception {
        write("T aaa 1 1 1.5 7 B", "T bbb 1 1 1.5 7 B", "T CCC 1 1 3 1 B");
        AutoConfiguration found = discover(Optional.of("beta"));
        assertThat(found.configuration().venues().get(1).instruments())
                .extracting(Instrument::symbol)
                .containsExactly("aaa", "bbb", "CCC");
        assertThat(found.added()).containsExactly("CCC");
    }

    @Test
    void feedsThatNameAnotherVenueArePassedOver() throws Exception {
        write(List.of("alpha/stream", "beta/stream", ""), "T CCC 1 1 3 1 B", "T DDD 1 1 3 1 B", "T EEE 1 1 3 1 B");
        assertThat(discover(Optional.empty()).added()).containsExactly("CCC", "EEE");
        assertThat(discover(Optional.of("beta")).added()).containsExactly("DDD", "EEE");
    }

    @Test
    void framesThatCannotBeUnderstoodAreTheReplaysToReport() throws Exception {
        write("nonsense", "throw", "T CCC 1 1 3 1 B", "T EEE 1 1 3 1 B;nonsense");
        assertThat(discover(Optional.empty()).added()).containsExactly("CCC", "EEE");
    }

    @Test
    void unlessAskedForNothingIsAddedOrEvenRead() throws Exception {
        Configuration configured = ToyConfiguration.standard();
        AutoConfiguration same =
                AutoConfiguration.of(Requests.autoConfiguring(capture, false, Optional.empty()), configured, PLUGINS);
        assertThat(same.configuration()).isSameAs(configured);
        assertThat(same.added()).isEmpty();
    }

    @Test
    void aVenueThatIsNotConfiguredIsTheUsersMistake() throws Exception {
        write("T CCC 1 1 3 1 B");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> discover(Optional.of("gamma")))
                .withMessage("no venue gamma is configured; there are alpha, beta")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void aSymbolWhoseNameIsTakenByATokenOfAnotherVenueIsTheUsersToConfigure() throws Exception {
        write("T BBB 1 1 3 1 B");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> discover(Optional.empty()))
                .withMessageStartingWith("what the captures show cannot be configured: ")
                .withMessageContaining("\"BBB\" is the name of tokens[1] already")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void aCaptureThatIsNotThereIsTheUsersMistake() {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> discover(Optional.empty()))
                .withMessageContaining("frames.pawl")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    private AutoConfiguration discover(Optional<String> venue) throws Exception {
        return AutoConfiguration.of(
                Requests.autoConfiguring(capture, true, venue), ToyConfiguration.standard(), PLUGINS);
    }

    private void write(String... frames) throws CaptureException {
        write(Collections.nCopies(frames.length, ""), frames);
    }

    private void write(List<String> feeds, String... frames) throws CaptureException {
        try (CaptureWriter writer = CaptureWriter.create(capture)) {
            for (int i = 0; i < frames.length; i++) {
                byte[] bytes = frames[i].getBytes(StandardCharsets.UTF_8);
                writer.frame(feeds.get(i), 0, 0, bytes, 0, bytes.length);
            }
            writer.end(0);
        }
    }
}
