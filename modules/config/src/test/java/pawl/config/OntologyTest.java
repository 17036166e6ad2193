package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D7, D8: clusters nest and overlap, events have times, and what cannot be meant is refused. */
class OntologyTest {
    private static final String TEXT = """
            version: 1
            venues:
              - {name: binance, adapter: exchange-binance}
              - {name: bybit, adapter: exchange-bybit}
            tiers: [{name: standard, thresholdMultiplier: 1, memberWeight: 2}]
            defaultTier: standard
            tokens:
              - {name: CHZ, attributes: {chain: chiliz}, priceExponent: -5, quantityExponent: 0, instruments: {binance: CHZUSDT, bybit: CHZUSDT}}
              - {name: BAR, attributes: {league: la-liga, chain: chiliz}, priceExponent: -5, quantityExponent: 0, instruments: {binance: BARUSDT}}
              - {name: ATM, attributes: {league: la-liga}, priceExponent: -5, quantityExponent: 0, instruments: {binance: ATMUSDT}}
              - {name: JUV, attributes: {league: serie-a}, priceExponent: -5, quantityExponent: 0, instruments: {binance: JUVUSDT}}
            features: {plugin: feature-standard}
            tierPolicy: {plugin: tier-static}
            storage: {plugin: storage-memory}
            clusters:
            %s
            events:
            %s
            """;
    private static final String CUP_PHASES =
            "phases: {prep: 2026-07-18T19:00Z, start: 2026-07-19T17:00Z, mid: 2026-07-19T19:00:00Z,"
                    + " end: 2026-07-19T21:00:00.5Z, post: 2026-07-19T21:30Z}";
    private static final String CUP = "  - {name: cup, tokens: [BAR, JUV], " + CUP_PHASES + "}";

    private static Configuration read(String clusters, String events) throws ConfigurationException {
        return SampleConfiguration.read(TEXT.formatted(clusters, events));
    }

    /** Tokens are ATM 0, BAR 1, CHZ 2, JUV 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tokens: [JUV, BAR]                                             | 1, 3
                    where: [{league: la-liga}]                                     | 0, 1
                    where: [{league: la-liga, chain: chiliz}]                      | 1
                    where: [{league: serie-a}, {chain: chiliz}]                    | 1, 2, 3
                    where: [{venue: bybit}]                                        | 2
                    where: [{event: cup}]                                          | 1, 3
                    where: [{event: cup, league: la-liga}]                         | 1
                    clusters: [other]                                              | 2
                    clusters: [other], tokens: [ATM, CHZ], where: [{event: cup}]   | 0, 1, 2, 3
                    """)
    void membersAreWhatAnyOfTheListsGives(String lists, String members) throws ConfigurationException {
        Configuration configuration = read("  - {name: one, " + lists + "}\n  - {name: other, tokens: [CHZ]}", CUP);
        assertThat(configuration.clusters())
                .extracting(ClusterConfiguration::name)
                .containsExactly("one", "other");
        assertThat(configuration.clusters().getFirst().members()).hasToString("[" + members + "]");
    }

    @Test
    void anEventHasItsTimes() throws ConfigurationException {
        assertThat(read("  []", CUP).events())
                .containsExactly(new EventConfiguration(
                        "cup",
                        List.of(1, 3),
                        1_784_401_200_000L,
                        1_784_480_400_000L,
                        1_784_487_600_000L,
                        1_784_494_800_500L,
                        1_784_496_600_000L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tokens: [JVU]                   | clusters[0].tokens[0]: "JVU" is no token; did you mean JUV?
                    clusters: [onne]                | clusters[0].clusters[0]: "onne" is no cluster; did you mean one?
                    clusters: [one]                 | clusters[0]: it is made of itself: cluster one -> cluster one
                    where: [{lague: la-liga}]       | clusters[0].where[0].lague: "lague" is no attribute; did you mean league?
                    where: [{league: la-lga}]       | clusters[0].where[0].league: "la-lga" is no league; did you mean la-liga?
                    where: [{venue: okx}]           | clusters[0].where[0].venue: "okx" is no venue; venues are binance, bybit
                    where: [{event: cpu}]           | clusters[0].where[0].event: "cpu" is no event; did you mean cup?
                    where: [{league: serie-a, venue: bybit}] | clusters[0].where[0]: no token has all of this
                    where: [{event: loop}]          | clusters[0]: it is made of itself: cluster one -> event loop -> cluster one
                    tokens: []                      | clusters[0].tokens: an empty list is not allowed; it must be a list of at least 1 item
                    """)
    void whatCannotBeMeantIsRefused(String lists, String problem) {
        String events = CUP + "\n  - {name: loop, clusters: [one], " + CUP_PHASES + "}";
        List<String> problems = SampleConfiguration.problems(TEXT.formatted("  - {name: one, " + lists + "}", events));
        assertThat(problems)
                .anySatisfy(line ->
                        assertThat(line).matches("pawl\\.yaml:[0-9]+: .*").endsWith(problem));
    }

    @Test
    void aClusterWithoutMembersIsRefused() {
        assertThat(SampleConfiguration.problems(TEXT.formatted("  - {name: one}", CUP)))
                .containsExactly(
                        "pawl.yaml:16: clusters[0]: cluster one has no member; name tokens, clusters or where");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    start: 2026-07-19T17:00Z | start: 2026-07-18T19:00Z    | events[0].phases.start: "2026-07-18T19:00Z" is not allowed; each phase begins after the one before it
                    mid: 2026-07-19T19:00:00Z | mid: 2026-02-30T19:00:00Z  | events[0].phases.mid: "2026-02-30T19:00:00Z" is no time there is: Text '2026-02-30T19:00:00' could not be parsed: Invalid date 'FEBRUARY 30'
                    mid: 2026-07-19T19:00:00Z | mid: 19:00                 | events[0].phases.mid: "19:00" is not allowed; it must be a time in UTC such as 2026-07-19T19:00:00Z
                    """)
    void timesAreTimesAndRise(String from, String to, String problem) {
        assertThat(SampleConfiguration.problems(
                        TEXT.formatted("  - {name: one, tokens: [CHZ]}", CUP.replace(from, to))))
                .anySatisfy(line -> assertThat(line).endsWith(problem));
    }

    @Test
    void calendarsMayDifferAndNothingElse() throws ConfigurationException {
        String one = "  - {name: one, tokens: [CHZ]}";
        Configuration configuration = read(one, CUP);
        assertThat(configuration.differsOnlyInCalendar(read(one, CUP.replace("17:00", "18:00"))))
                .isTrue();
        assertThat(configuration.differsOnlyInCalendar(read(one, "  []"))).isTrue();
        assertThat(configuration.differsOnlyInCalendar(read("  - {name: one, tokens: [BAR]}", CUP)))
                .isFalse();
        String byEvent = "  - {name: one, where: [{event: cup}]}";
        assertThat(read(byEvent, CUP).differsOnlyInCalendar(read(byEvent, CUP.replace("BAR, ", ""))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-tokens", "fct-5", "world-cup"})
    void shippedFoldersAreValid(String folder) throws ConfigurationException {
        Path path = SampleConfiguration.shippedFolder().resolve(folder);
        Configuration configuration = ConfigurationReader.read(path);
        assertThat(configuration.clusters()).isNotEmpty();
        assertThat(configuration.events())
                .singleElement()
                .satisfies(event -> assertThat(event.members())
                        .hasSize(configuration.tokens().size()));
    }

    @Test
    void theWorldCupHasThirtyTokensInOverlappingClusters() throws ConfigurationException {
        Configuration configuration =
                ConfigurationReader.read(SampleConfiguration.shippedFolder().resolve("world-cup"));
        assertThat(configuration.tokens()).hasSize(30);
        for (int token = 0; token < 30; token++) {
            int index = token;
            assertThat(configuration.clusters())
                    .anyMatch(cluster -> cluster.members().contains(index));
        }
        long overlapping = configuration.clusters().stream()
                .filter(cluster -> configuration.clusters().stream()
                        .anyMatch(other -> other != cluster
                                && other.members().stream().anyMatch(cluster.members()::contains)
                                && !other.members().equals(cluster.members())))
                .count();
        assertThat(overlapping).isGreaterThanOrEqualTo(3);
    }
}
