package pawl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames of scenarios: the same for ever, in order, and shaped as the exchange shapes them. */
class ScenarioFramesTest {
    private static final long FIRST_NS = Scenario.FIRST_SECOND * 1_000_000_000L;

    private record Seen(String feed, long arrivalNs, String text) {}

    private static List<Seen> play(String name, int tokens, long seed, int hours) {
        List<Seen> frames = new ArrayList<>();
        Scenarios.create(name, tokens, seed, hours)
                .play((feed, arrivalNs, bytes, offset, length) -> frames.add(
                        new Seen(feed, arrivalNs, new String(bytes, offset, length, StandardCharsets.US_ASCII))));
        return frames;
    }

    static Stream<String> names() {
        return Scenarios.all().stream().map(ScenarioDescription::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void framesArriveInOrderAndSayThatTheyAreSynthetic(String name) {
        List<Seen> frames = play(name, 2, 3, 1);
        assertThat(frames).hasSizeGreaterThan(5_000);
        long lastNs = FIRST_NS;
        for (Seen frame : frames) {
            assertThat(frame.arrivalNs()).isGreaterThanOrEqualTo(lastNs);
            lastNs = frame.arrivalNs();
        }
        assertThat(frames)
                .allMatch(frame -> frame.feed().startsWith("binance/synthetic: " + name + ", 2 tokens, seed 3, 1 h/"));
    }

    /** Whoever changes the model changes these, and says so in the changelog. */
    @ParameterizedTest
    @CsvSource({
        "cascade, 2, 7, 2463123de8188f2d807a7357775a3e128c04ea5c06d18470a7a1b335ff8eb42e",
        "world-cup, 30, 7, 9f82a7bb76779c1d5116bfb69b4933d57f04cf5de498724227250f7105221717"
    })
    void theSameNumbersGiveTheSameBytesForEver(String name, int tokens, long seed, String sha256) throws Exception {
        assertThat(digest(play(name, tokens, seed, 1))).isEqualTo(sha256);
    }

    private static String digest(List<Seen> frames) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Seen frame : frames) {
            digest.update((frame.feed() + " " + frame.arrivalNs() + " " + frame.text() + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void anotherSeedIsAnotherMarket() throws Exception {
        assertThat(digest(play("cascade", 2, 1, 1))).isNotEqualTo(digest(play("cascade", 2, 2, 1)));
    }

    @Test
    void framesHaveTheFieldsOfTheVenueInItsOrder() {
        String price = "\\d+\\.\\d{5}";
        String computed = "-?\\d+\\.\\d{8}";
        List<Pattern> shapes = Stream.of(
                        "\\{\"stream\":\"chzusdt@aggTrade\",\"data\":\\{\"e\":\"aggTrade\",\"E\":\\d{13},\"a\":\\d+,\"s\":\"CHZUSDT\",\"p\":\""
                                + price
                                + "\",\"q\":\"\\d+\",\"nq\":\"\\d+\",\"f\":\\d+,\"l\":\\d+,\"T\":\\d{13},\"m\":(true|false),\"st\":1}}",
                        "\\{\"stream\":\"chzusdt@bookTicker\",\"data\":\\{\"e\":\"bookTicker\",\"u\":\\d+,\"s\":\"CHZUSDT\",\"ps\":\"CHZUSDT\",\"b\":\""
                                + price + "\",\"B\":\"\\d+\",\"a\":\"" + price
                                + "\",\"A\":\"\\d+\",\"T\":\\d{13},\"E\":\\d{13},\"st\":1}}",
                        "\\{\"stream\":\"chzusdt@markPrice\",\"data\":\\{\"e\":\"markPriceUpdate\",\"E\":\\d{13},\"s\":\"CHZUSDT\",\"p\":\""
                                + computed + "\",\"ap\":\"" + computed + "\",\"P\":\"" + computed + "\",\"i\":\""
                                + computed
                                + "\",\"r\":\"" + computed + "\",\"T\":\\d{13},\"st\":1}}",
                        "\\{\"stream\":\"chzusdt@forceOrder\",\"data\":\\{\"e\":\"forceOrder\",\"E\":\\d{13},\"o\":\\{\"s\":\"CHZUSDT\",\"S\":\"SELL\","
                                + "\"o\":\"LIMIT\",\"f\":\"IOC\",\"q\":\"\\d+\",\"p\":\"" + price + "\",\"ap\":\""
                                + price
                                + "\",\"X\":\"FILLED\",\"l\":\"\\d+\",\"z\":\"\\d+\",\"T\":\\d{13},\"ps\":\"CHZUSDT\",\"st\":1}}}",
                        "\\{\"openInterest\":\"\\d+\",\"symbol\":\"CHZUSDT\",\"time\":\\d{13}}",
                        "\\{\"symbol\":\"CHZUSDT\",\"markPrice\":\"" + computed + "\",\"indexPrice\":\"" + computed
                                + "\",\"estimatedSettlePrice\":\"" + computed + "\",\"lastFundingRate\":\"" + computed
                                + "\",\"interestRate\":\"0\\.00010000\",\"nextFundingTime\":\\d{13},\"time\":\\d{13}}",
                        "\\[\\{\"symbol\":\"CHZUSDT\",\"fundingTime\":\\d{13},\"fundingRate\":\"" + computed
                                + "\",\"markPrice\":\"" + computed + "\"}]")
                .map(Pattern::compile)
                .toList();
        Map<Integer, Integer> seen = new TreeMap<>();
        for (Seen frame : play("cascade", 1, 7, 4)) {
            int shape = 0;
            while (shape < shapes.size()
                    && !shapes.get(shape).matcher(frame.text()).matches()) {
                shape++;
            }
            assertThat(shape).as(frame.text()).isLessThan(shapes.size());
            seen.merge(shape, 1, Integer::sum);
        }
        assertThat(seen.keySet()).as("every kind").hasSize(shapes.size());
    }

    /** A connection loses nothing and turns nothing round. */
    @Test
    void aggregatesAndTheirFillsHaveNoHoles() {
        Pattern ids = Pattern.compile("\"a\":(\\d+),\"s\":\"(\\w+)\".*\"f\":(\\d+),\"l\":(\\d+),");
        Map<String, long[]> expected = new HashMap<>();
        for (Seen frame : play("world-cup", 10, 7, 4)) {
            Matcher matcher = ids.matcher(frame.text());
            if (frame.text().contains("aggTrade") && matcher.find()) {
                long aggregate = Long.parseLong(matcher.group(1));
                long firstFill = Long.parseLong(matcher.group(3));
                long[] next = expected.computeIfAbsent(matcher.group(2), _ -> new long[] {aggregate, firstFill});
                assertThat(next).as(frame.text()).containsExactly(aggregate, firstFill);
                next[0] = aggregate + 1;
                next[1] = Long.parseLong(matcher.group(4)) + 1;
            }
        }
        assertThat(expected).hasSize(10);
    }

    /** As the venue samples them: the latest of each second, and no more. */
    @Test
    void aSecondHasOneLiquidationAtMost() {
        Pattern time = Pattern.compile("\"T\":(\\d+),\"ps\"");
        long lastSecond = -1;
        int count = 0;
        for (Seen frame : play("cascade", 1, 7, 4)) {
            Matcher matcher = time.matcher(frame.text());
            if (frame.text().contains("forceOrder") && matcher.find()) {
                long second = Long.parseLong(matcher.group(1)) / 1_000;
                assertThat(second).isGreaterThan(lastSecond);
                lastSecond = second;
                count++;
            }
        }
        assertThat(count).isGreaterThan(100);
    }

    @Test
    void openInterestIsPolledEvery15SecondsAndNewEvery20() {
        Pattern body = Pattern.compile("\\{\"openInterest\":\"\\d+\",\"symbol\":\"CHZUSDT\",\"time\":(\\d+)}");
        List<Long> times = new ArrayList<>();
        int polls = 0;
        for (Seen frame : play("quiet-day", 1, 7, 1)) {
            Matcher matcher = body.matcher(frame.text());
            if (matcher.matches()) {
                polls++;
                times.add(Long.valueOf(matcher.group(1)));
            }
        }
        assertThat(polls).isEqualTo(240);
        assertThat(times.stream().distinct().count()).isBetween(178L, 181L);
    }

    @Test
    void anOutageIsSilence() {
        List<Seen> frames = play("venue-outage", 2, 7, 4);
        long longestNs = 0;
        for (int i = 1; i < frames.size(); i++) {
            longestNs = Math.max(
                    longestNs, frames.get(i).arrivalNs() - frames.get(i - 1).arrivalNs());
        }
        assertThat(longestNs).isBetween(599_000_000_000L, 602_000_000_000L);
    }

    @Test
    void aDelistedTokenIsSilentFromThenOn() {
        long lastNs = play("delisting", 2, 7, 3).stream()
                .filter(frame -> frame.text().contains("SANTOS"))
                .mapToLong(Seen::arrivalNs)
                .max()
                .orElseThrow();
        assertThat((lastNs - FIRST_NS) / 1_000_000_000L).isBetween(7_198L, 7_201L);
    }

    @Test
    void theClockOfTheExchangeCanBeAhead() {
        Pattern time = Pattern.compile("\"E\":(\\d+)");
        for (Seen frame : play("clock-skew", 1, 7, 1)) {
            Matcher matcher = time.matcher(frame.text());
            if (frame.text().contains("bookTicker") && matcher.find()) {
                assertThat(Long.parseLong(matcher.group(1)) - frame.arrivalNs() / 1_000_000)
                        .isBetween(1_450L, 1_500L);
            }
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThat(FanToken.values()).hasSize(Scenarios.MOST_TOKENS);
        assertThatIllegalArgumentException().isThrownBy(() -> Scenarios.create("none", 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scenarios.create("cascade", 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scenarios.create("cascade", 31, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scenarios.create("cascade", 1, 1, 25));
    }
}
