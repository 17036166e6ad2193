package pawl.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.token.Instrument;
import pawl.testkit.Field.Role;

/** What a surveyor finds in frames. */
final class SurveyorCases {
    private final InstrumentSurveyor surveyor;
    private final List<Transcript> transcripts;
    private final List<Instrument> instruments;

    SurveyorCases(InstrumentSurveyor surveyor, List<Transcript> transcripts, List<Instrument> instruments) {
        this.surveyor = surveyor;
        this.transcripts = transcripts;
        this.instruments = instruments;
    }

    private record Finding(String symbol, int priceDecimals, int quantityDecimals) {}

    /** Each instrument that a frame makes an event of is found, with as many decimals as the frame's prices need. */
    void finds() {
        for (Transcript transcript : transcripts) {
            List<Finding> findings = findings(transcript.bytes());
            for (CanonicalEvent event : transcript.meaning()) {
                if (event.kind() != null) {
                    String symbol = instruments.get(Numbers.instrument(event)).symbol();
                    requireFound(transcript, findings, symbol);
                }
            }
            for (Finding finding : findings) {
                if (finding.priceDecimals() < 0 || finding.quantityDecimals() < 0) {
                    fail(transcript.name() + ": " + finding + "; decimals are at least 0");
                }
            }
        }
    }

    private static void requireFound(Transcript transcript, List<Finding> findings, String symbol) {
        int needed = 0;
        if (!transcript.fields(Role.PRICE).isEmpty()) {
            FieldText text = new FieldText(transcript);
            for (Field field : transcript.fields(Role.PRICE)) {
                BigDecimal price = new BigDecimal(text.content(field));
                needed = Math.max(
                        needed,
                        price.signum() == 0 ? 0 : price.stripTrailingZeros().scale());
            }
        }
        int decimals = findings.stream()
                .filter(finding -> finding.symbol().equals(symbol))
                .mapToInt(Finding::priceDecimals)
                .max()
                .orElse(-1);
        if (decimals < needed) {
            fail(transcript.name() + ": " + symbol + " with " + needed + " decimals of price is not among the findings "
                    + findings);
        }
    }

    private List<Finding> findings(byte[] frame) {
        List<Finding> findings = new ArrayList<>();
        try {
            surveyor.survey(
                    frame,
                    0,
                    frame.length,
                    (symbol, price, quantity) -> findings.add(new Finding(symbol, price, quantity)));
        } catch (FrameRefusedException refusal) {
            throw new AssertionError("a good frame is refused by the surveyor: " + Bytes.shown(frame), refusal);
        }
        return findings;
    }

    /** Frames cut and changed: nothing but a refusal is thrown. */
    void anyBytes() {
        for (Transcript transcript : transcripts) {
            byte[] frame = transcript.bytes();
            for (int at = 0; at < frame.length; at++) {
                requireHarmless(Arrays.copyOf(frame, at));
                for (int bit = 0; bit < 8; bit++) {
                    byte[] changed = frame.clone();
                    changed[at] ^= (byte) (1 << bit);
                    requireHarmless(changed);
                }
            }
        }
        requireHarmless(Bytes.repeated("[", 100_000));
        requireHarmless(Bytes.repeated("{\"a\":", 100_000));
    }

    private void requireHarmless(byte[] frame) {
        try {
            surveyor.survey(frame, 0, frame.length, (_, _, _) -> {});
        } catch (FrameRefusedException refusal) {
            if (refusal.offset() < 0 || refusal.offset() > frame.length) {
                throw new AssertionError("the offset lies outside the frame: " + Bytes.shown(frame), refusal);
            }
        } catch (Throwable fault) {
            throw new AssertionError("a surveyor throws nothing but refusals: " + Bytes.shown(frame), fault);
        }
    }
}
