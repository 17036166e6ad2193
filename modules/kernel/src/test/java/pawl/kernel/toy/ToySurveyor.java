package pawl.kernel.toy;

import java.nio.charset.StandardCharsets;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.exchange.InstrumentSurveyor;

/** Finds symbols and decimals in {@link ToyAdapter}'s trades, and fails where the adapter would. */
public final class ToySurveyor implements InstrumentSurveyor {
    public ToySurveyor() {}

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        for (String event : new String(bytes, offset, length, StandardCharsets.UTF_8).split(";", -1)) {
            String[] words = event.split(" ", -1);
            switch (words[0]) {
                case "T" -> findings.instrument(words[1], decimals(words[4]), decimals(words[5]));
                case "throw" -> throw new IllegalStateException("the toy broke");
                default -> throw new FrameRefusedException(Reason.MALFORMED, 0, event);
            }
        }
    }

    private static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }
}
