package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.exchange.FeedProtocol;
import pawl.testkit.RecordingHearing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the bytes are, hearing throws nothing, looks at nothing but the frame, and agrees with Jackson where they are JSON. */
class HearingMutationTest {
    private static final int MUTATIONS = Integer.getInteger("pawl.mutations", 4_000);
    private static final FeedProtocol PROTOCOL = Protocols.of("BTCUSDT", "ETHUSDT");
    private static final List<String> STREAMS = PROTOCOL.plan().groups().stream()
            .flatMap(group -> group.streams().stream())
            .map(stream -> stream.name())
            .toList();
    private static final List<byte[]> FRAMES = frames();
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>(Fixtures.all());
        for (String answer : List.of(
                "{\"result\":null,\"id\":1}",
                "{\"id\":22,\"result\":null}",
                "{\"result\":[\"btcusdt@aggTrade\"],\"id\":333}",
                "{\"code\":2,\"msg\":\"Invalid request\",\"id\":4}",
                "{ \"error\" : {\"code\":2,\"msg\":\"x\"} , \"id\" : 5 }",
                "{\"e\":\"serverShutdown\",\"E\":6}",
                "{\"data\":{\"e\":\"bookTicker\"},\"stream\":\"btcusdt@bookTicker\"}")) {
            // As often as the far more numerous data.
            for (int i = 0; i < 8; i++) {
                frames.add(answer.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return frames;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hearsDamagedFrames(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int judged = 0;
        int meant = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] frame = Mutations.mutated(FRAMES, random);
            String shown = "seed " + seed + ", round " + round + ": " + new String(frame, StandardCharsets.ISO_8859_1);
            List<String> heard = heardAlone(frame, shown);
            assertThat(heardAmongOthers(frame, random, shown)).as(shown).isEqualTo(heard);
            if (isPlain(frame)) {
                try {
                    assertThat(heard).as(shown).isEqualTo(meaning(JSON.readTree(frame), frame));
                    judged++;
                    meant += heard.size();
                } catch (JacksonException notJson) {
                    assertThat(heard).as(shown).hasSizeLessThanOrEqualTo(1);
                }
            }
        }
        assertThat(judged).isGreaterThan(MUTATIONS / 10);
        assertThat(meant).isGreaterThan(MUTATIONS / 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void hearsRandomBytes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] alphabet = "{}[]\"\\,: idresulticodstam@0123456789nul".getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            if (random.nextBoolean()) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = alphabet[(frame[i] & 0xff) % alphabet.length];
                }
            }
            String shown = "seed " + seed + ", round " + round + ": " + Arrays.toString(frame);
            List<String> heard = heardAlone(frame, shown);
            assertThat(heard).as(shown).hasSizeLessThanOrEqualTo(1);
            assertThat(heardAmongOthers(frame, random, shown)).as(shown).isEqualTo(heard);
        }
    }

    /** The array ends with the frame, so that a look behind it throws. */
    private static List<String> heardAlone(byte[] frame, String shown) {
        return heard(frame, 0, frame.length, shown);
    }

    /** What stands around the frame would complete it, were it looked at. */
    private static List<String> heardAmongOthers(byte[] frame, SplittableRandom random, String shown) {
        byte[] around = "{\"result\":null,\"id\":7}\"}]}".getBytes(StandardCharsets.US_ASCII);
        int before = random.nextInt(around.length);
        byte[] bytes = new byte[before + frame.length + around.length];
        System.arraycopy(around, 0, bytes, 0, before);
        System.arraycopy(frame, 0, bytes, before, frame.length);
        int shift = random.nextInt(around.length);
        System.arraycopy(around, shift, bytes, before + frame.length, around.length - shift);
        return heard(bytes, before, frame.length, shown);
    }

    private static List<String> heard(byte[] bytes, int offset, int length, String shown) {
        RecordingHearing hearing = new RecordingHearing();
        try {
            PROTOCOL.hear(bytes, offset, length, hearing);
        } catch (RuntimeException | StackOverflowError fault) {
            fail(shown, fault);
        }
        return hearing.texts();
    }

    /** Names with escapes are unknown ones here, and texts of any encoding are taken: neither is compared. */
    private static boolean isPlain(byte[] frame) {
        for (byte c : frame) {
            if (c == '\\' || c < 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> meaning(JsonNode root, byte[] frame) {
        int stream = STREAMS.indexOf(root.path("stream").asString(""));
        boolean isUsual = new String(frame, StandardCharsets.US_ASCII).startsWith("{\"stream\":\"") && stream >= 0;
        if (!root.isObject()) {
            return List.of();
        }
        if (isUsual) {
            return List.of("data " + stream);
        }
        if (isShutdown(root) || isShutdownFirst(root.path("data"))) {
            return List.of("closing soon");
        }
        JsonNode id = root.path("id");
        String number = id.isIntegralNumber() && id.asString().matches("[0-9]{1,18}") ? id.asString() : "-1";
        if (root.hasNonNull("code") || root.hasNonNull("error")) {
            return List.of("refused " + number);
        }
        if (root.has("result")) {
            return List.of("acknowledged " + number);
        }
        return root.path("stream").isString() ? List.of("data " + stream) : List.of();
    }

    private static boolean isShutdown(JsonNode object) {
        JsonNode kind = object.path("e");
        return kind.isString() && kind.stringValue().equals("serverShutdown");
    }

    private static boolean isShutdownFirst(JsonNode payload) {
        return payload.isObject()
                && !payload.isEmpty()
                && payload.propertyNames().iterator().next().equals("e")
                && isShutdown(payload);
    }
}
