package pawl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberWalkTest {
    private static final byte[] OP = "op".getBytes(StandardCharsets.US_ASCII);
    private static final NameTable OPS = new NameTable(List.of("ping", "pong"));

    private static String walked(byte[] bytes, int offset, int length) {
        MemberWalk members = new MemberWalk();
        members.open(bytes, offset, length);
        StringBuilder found = new StringBuilder();
        while (members.next()) {
            found.append(members.isNamed(OP) ? "op" : "-").append(members.isText() ? "'" : "");
            found.append(members.find(OPS)).append('/').append(members.whole()).append(' ');
        }
        return found.append(members.isWhole() ? "whole" : "torn").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|whole",
                " { } |whole",
                "{\"op\":\"pong\",\"id\":17}|op'1/-1 --1/17 whole",
                "{ \"op\" : \"ping\" , \"x\" : { \"op\" : [ 1 , \"}\" ] } }|op'0/-1 --1/-1 whole",
                "{\"id\":\"17\",\"long\":1234567890123456789}|-'-1/17 --1/-1 whole",
                "{\"op\":\"po|op'-1/-1 torn",
                "{\"op\"|torn",
                "[1]|torn",
                "''|torn",
            })
    void walks(String frame, String found) {
        byte[] bytes = ("{\"op\":" + frame + ",\"op\":1}").getBytes(StandardCharsets.UTF_8);
        assertThat(walked(bytes, 6, frame.getBytes(StandardCharsets.UTF_8).length))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":{\"id\":5}}|5",
                "{\"op\":[ {\"id\":5},{\"id\":6}]}|5",
                "{\"op\":[]}|-1",
                "{\"op\":[[{\"id\":5}]]}|-1",
                "{\"op\":7}|-1",
            })
    void walksOnInsideAValue(String frame, long id) {
        MemberWalk members = new MemberWalk();
        MemberWalk inner = new MemberWalk();
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        members.open(bytes, 0, bytes.length);
        assertThat(members.next()).isTrue();
        members.open(inner);
        assertThat(inner.next() ? inner.whole() : -1).isEqualTo(id);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void throwsNothingWhateverTheBytesAre(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] telling = "{}[]\",:\\0 1ab".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = telling[random.nextInt(telling.length)];
            }
            bytes[0] = '{';
            int length = random.nextInt(bytes.length + 1);
            try {
                assertThat(walked(bytes, 0, length)).endsWith(length > 1 && isClosed(bytes, length) ? "" : "torn");
            } catch (RuntimeException fault) {
                fail("seed " + seed + ": " + new String(bytes, 0, length, StandardCharsets.UTF_8), fault);
            }
        }
    }

    private static boolean isClosed(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8).contains("}");
    }
}
