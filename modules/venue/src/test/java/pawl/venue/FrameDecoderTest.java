package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against frames put together by RFC 6455. */
final class FrameDecoderTest {
    private static final int FINAL = 0x80;
    private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

    private final List<String> heard = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(new FrameDecoder.Listener() {
        @Override
        public void onText(byte[] text) {
            heard.add("text " + new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public void onPing(byte[] payload) {
            heard.add("ping " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void onPong() {
            heard.add("pong");
        }

        @Override
        public void onClose(int code) {
            heard.add("close " + code);
        }

        @Override
        public void onBreach(int closeCode, String reason) {
            heard.add("breach " + closeCode);
        }
    });

    private static byte[] frame(int head, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head);
        if (payload.length < 126) {
            out.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            out.write(0x80 | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        out.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            out.write(payload[i] ^ MASK[i % 4]);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return frame(FINAL | 0x1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The example of section 5.7. */
    @Test
    void readsTheExampleOfTheStandard() {
        decoder.read(
                new byte[] {(byte) 0x81, (byte) 0x85, 0x37, (byte) 0xfa, 0x21, 0x3d, 0x7f, (byte) 0x9f, 0x4d, 0x51, 0x58
                });
        assertThat(heard).containsExactly("text Hello");
    }

    @Test
    void cutsMakeNoDifference() {
        byte[] all = join(
                text("one"),
                frame(FINAL | 0x9, "p".getBytes(StandardCharsets.UTF_8)),
                text("x".repeat(300)),
                frame(FINAL | 0xA, new byte[0]),
                text("y".repeat(65_536)),
                frame(FINAL | 0x8, new byte[] {0x03, (byte) 0xE9}));
        for (int step : new int[] {5, 77, 1_000, all.length}) {
            heard.clear();
            for (int from = 0; from < all.length; from += step) {
                decoder.read(Arrays.copyOfRange(all, from, Math.min(all.length, from + step)));
            }
            assertThat(heard)
                    .as("in steps of %s", step)
                    .containsExactly(
                            "text one",
                            "ping p",
                            "text " + "x".repeat(300),
                            "pong",
                            "text " + "y".repeat(65_536),
                            "close 1001");
        }
    }

    @Test
    void fragmentsAreOneMessageAndControlFramesMayComeBetween() {
        decoder.read(join(
                frame(0x1, "ab".getBytes(StandardCharsets.UTF_8)),
                frame(FINAL | 0x9, new byte[0]),
                frame(0x0, "cd".getBytes(StandardCharsets.UTF_8)),
                frame(FINAL, "ef".getBytes(StandardCharsets.UTF_8)),
                text("g")));
        assertThat(heard).containsExactly("ping ", "text abcdef", "text g");
    }

    @Test
    void breachesEndTheReading() {
        decoder.read(join(new byte[] {(byte) 0x81, 0x02, 'h', 'i', 0, 0, 0, 0}, text("after")));
        assertThat(heard).containsExactly("breach 1002");
        decoder.read(text("after"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void longMessagesAreRefusedBeforeTheyAreThere() {
        decoder.read(new byte[] {(byte) 0x81, (byte) 0xFF, 0x7F, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
        assertThat(heard).containsExactly("breach 1009");
    }

    @Test
    void closeWithoutACodeIsANormalOne() {
        decoder.read(frame(FINAL | 0x8, new byte[0]));
        assertThat(heard).containsExactly("close 1000");
    }
}
