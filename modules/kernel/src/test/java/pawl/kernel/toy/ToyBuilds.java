package pawl.kernel.toy;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.token.Instrument;
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.engine.EnginePlan;

/** Other builds of the toy venues' adapters, by their hashes. */
public final class ToyBuilds implements AdapterSource {
    /** Reads every taker's side the other way round. */
    public static final String REVERSED = "2".repeat(64);

    /** Fails on every frame that has a trade. */
    public static final String FRAGILE = "3".repeat(64);

    /** Not here. */
    public static final String LOST = "ab".repeat(32);

    private final EnginePlan plan;

    public ToyBuilds(EnginePlan plan) {
        this.plan = plan;
    }

    @Override
    public Optional<ExchangeAdapter> adapterOf(int venueIndex, String sha256) {
        List<Instrument> instruments = plan.venues().get(venueIndex).instruments();
        ToyAdapter toy = new ToyAdapter(instruments);
        if (sha256.equals(ToyPlan.ADAPTER_SHA256)) {
            return Optional.of(toy);
        }
        if (sha256.equals(REVERSED)) {
            return Optional.of((bytes, offset, length, sink) -> {
                byte[] reversed = new byte[length];
                for (int i = 0; i < length; i++) {
                    byte letter = bytes[offset + i];
                    reversed[i] = letter == 'B' && isLast(bytes, offset, length, i)
                            ? (byte) 'S'
                            : letter == 'S' ? (byte) 'B' : letter;
                }
                toy.decode(reversed, 0, length, sink);
            });
        }
        if (sha256.equals(FRAGILE)) {
            return Optional.of((bytes, offset, length, sink) -> {
                if (length > 0 && bytes[offset] == 'T') {
                    throw new StackOverflowError("fragile");
                }
                toy.decode(bytes, offset, length, sink);
            });
        }
        return Optional.empty();
    }

    /** Whether a letter is a word of its own, and no part of a symbol. */
    private static boolean isLast(byte[] bytes, int offset, int length, int at) {
        return at + 1 == length || bytes[offset + at + 1] == ';';
    }
}
