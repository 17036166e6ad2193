package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.decimal.ContractSize;
import pawl.api.token.Instrument;

/** Instruments of venues that count in contracts: both forms, exact sizes, and one hash for one meaning. */
class ContractSizeTest {
    private static final String SHORT_FORM = "instruments: {binance: BTCUSDT}";
    private static final String REST = "must be a number above 0 of at most 18 digits and 18 decimals";

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0",
        "10.0, 10, 0",
        "1e1, 10, 0",
        "0.001, 1, -3",
        "1E-3, 1, -3",
        "0.123456789012345678, 123456789012345678, -18",
        "0.000000000000000001, 1, -18",
        "123456789012345.678, 123456789012345678, -3",
        "1000000000000000000, 1000000000000000000, 0",
    })
    void isReadExactlyAndSurvivesTheCanonicalForm(String written, long mantissa, int exponent)
            throws ConfigurationException {
        Configuration configuration = withSize(written);
        assertThat(bitcoin(configuration).contractSize()).isEqualTo(new ContractSize(mantissa, exponent));
        Configuration again = ConfigurationReader.read("canonical", configuration.canonicalJson());
        assertThat(bitcoin(again)).isEqualTo(bitcoin(configuration));
        assertThat(again.canonicalJson()).isEqualTo(configuration.canonicalJson());
        assertThat(configuration.withTokens(List.of()).sha256()).isEqualTo(configuration.sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10.000, true",
        "0.1, 1e-1, true",
        "0.1, 0.10000000000000001, false",
        "10, 100, false",
        "1, 10, false",
    })
    void equalSizesHaveOneHash(String one, String other, boolean isSame) throws ConfigurationException {
        assertThat(withSize(one).sha256().equals(withSize(other).sha256())).isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{binance: {symbol: BTCUSDT}}",
                "{binance: {symbol: BTCUSDT, contractSize: 1}}",
                "{binance: {contractSize: 1.00, symbol: BTCUSDT}}",
            })
    void aSizeOfOneIsTheSymbolAlone(String instruments) throws ConfigurationException {
        Configuration shortForm = SampleConfiguration.read(SampleConfiguration.TEXT);
        Configuration longForm = read("instruments: " + instruments);
        assertThat(longForm.sha256()).isEqualTo(shortForm.sha256());
        assertThat(bitcoin(longForm)).isEqualTo(bitcoin(shortForm));
        assertThat(bitcoin(longForm).contractSize()).isEqualTo(ContractSize.ONE);
    }

    @Test
    void theCanonicalFormHoldsAllDigits() throws ConfigurationException {
        assertThat(new String(withSize("0.1234567890123456700").canonicalJson(), StandardCharsets.UTF_8))
                .contains("{\"binance\":{\"contractSize\":0.12345678901234567,\"symbol\":\"BTCUSDT\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contractSize: 0          | .contractSize: 0 is not allowed; it " + REST,
                "contractSize: -10        | .contractSize: -10 is not allowed; it " + REST,
                "contractSize: 1e19       | .contractSize: 1e19 is not allowed; it " + REST,
                "contractSize: 1e-19      | .contractSize: 1e-19 is not allowed; it " + REST,
                "contractSize: 1e999999999 | .contractSize: 1e999999999 is not allowed; it " + REST,
                "contractSize: 1e-999999999 | .contractSize: 1e-999999999 is not allowed; it " + REST,
                "contractSize: .inf       | .contractSize: .inf is not allowed; it " + REST,
                "contractSize: 1.2345678901234567891 | .contractSize: 1.2345678901234567891 is not allowed; it " + REST,
                "contractSize: '10'       | .contractSize: \"10\" is not allowed; it must be a number above 0 and at most"
                        + " 1000000000000000000",
                "contractsize: 10         | .contractsize: unknown key; did you mean contractSize?",
            })
    void whatIsNoSize(String entry, String problem) {
        assertThat(problems("instruments: {binance: {symbol: BTCUSDT, " + entry + "}}"))
                .containsExactly("pawl.yaml:11: tokens[1].instruments.binance" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{contractSize: 10}       | .symbol: missing; it must be a symbol of at most 64 characters without spaces",
                "{symbol: 'A B'}          | .symbol: \"A B\" is not allowed; it must be a symbol of at most 64 characters"
                        + " without spaces",
                "{symbol: ETHUSDT}        | .symbol: \"ETHUSDT\" is tokens[0].instruments.binance already; an instrument"
                        + " belongs to one token",
                "10                       | : 10 is not allowed; it must be a symbol of at most 64 characters without spaces,"
                        + " or a map with symbol and contractSize",
            })
    void whatIsNoInstrument(String instrument, String problem) {
        assertThat(problems("instruments: {binance: " + instrument + "}"))
                .containsExactly("pawl.yaml:11: tokens[1].instruments.binance" + problem);
    }

    @Test
    void aSettingOfThatNameIsANumberLikeOthers() throws ConfigurationException {
        Configuration configuration = SampleConfiguration.read(SampleConfiguration.TEXT.replace(
                "{plugin: tier-static}", "{plugin: tier-static, settings: {contractSize: -0.5}}"));
        assertThat(configuration.tierPolicy().settings().number("contractSize", 0, -1, 1))
                .isEqualTo(-0.5);
    }

    private static Configuration withSize(String size) throws ConfigurationException {
        return read("instruments: {binance: {symbol: BTCUSDT, contractSize: " + size + "}}");
    }

    private static Configuration read(String instruments) throws ConfigurationException {
        return SampleConfiguration.read(SampleConfiguration.TEXT.replace(SHORT_FORM, instruments));
    }

    private static List<String> problems(String instruments) {
        return SampleConfiguration.problems(SampleConfiguration.TEXT.replace(SHORT_FORM, instruments));
    }

    private static Instrument bitcoin(Configuration configuration) {
        return configuration.venues().getFirst().instruments().getFirst();
    }
}
