package pawl.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pawl.testkit.Field.Role;

/**
 * One frame as a venue sends it, with what it means and where in it what stands. From this the kit makes the hostile variants: the
 * frame cut, flipped, with fields renamed, emptied, made huge. Immutable: each method returns another transcript.
 *
 * <p>A path names fields and positions from the outermost value in, parted by slashes: {@code data/0/p}. List the fields that the
 * adapter reads and has no other source for; a field that is listed and not read fails a case.
 */
public final class Transcript {
    private final String name;
    private final byte[] frame;
    private final String stream;
    private final boolean isPolled;
    private final List<CanonicalEvent> meaning;
    private final List<Field> fields;

    private Transcript(
            String name,
            byte[] frame,
            String stream,
            boolean isPolled,
            List<CanonicalEvent> meaning,
            List<Field> fields) {
        this.name = name;
        this.frame = frame;
        this.stream = stream;
        this.isPolled = isPolled;
        this.meaning = meaning;
        this.fields = fields;
    }

    /**
     * A message of a stream.
     *
     * @param name for reports, for example {@code aggTrade}
     * @param text the whole frame, unchanged
     */
    public static Transcript of(String name, String text) {
        return new Transcript(name, text.strip().getBytes(StandardCharsets.UTF_8), "", false, List.of(), List.of());
    }

    /** The events it means, in their order; {@code Ignored} and {@code Unconfigured} included. */
    public Transcript means(CanonicalEvent... events) {
        return new Transcript(name, frame, stream, isPolled, List.of(events), fields);
    }

    /** The stream that carries it, as {@link pawl.api.exchange.FeedStream#name} has it; needed where the plan has that stream. */
    public Transcript on(String streamName) {
        return new Transcript(name, frame, streamName, isPolled, meaning, fields);
    }

    /** It is the body of a poll's answer, for which the adapter may allocate. */
    public Transcript polled() {
        return new Transcript(name, frame, stream, true, meaning, fields);
    }

    /** Fields of which any other value makes it another kind of message. */
    public Transcript kind(String... paths) {
        return with(Role.KIND, paths);
    }

    /** Fields that hold the symbol, alone or as a part, for example {@code topic} for {@code publicTrade.BTCUSDT}. */
    public Transcript symbol(String... paths) {
        return with(Role.SYMBOL, paths);
    }

    /** Exact prices: of trades and quotes. */
    public Transcript price(String... paths) {
        return with(Role.PRICE, paths);
    }

    /** Exact quantities: of trades, quotes and liquidations. */
    public Transcript quantity(String... paths) {
        return with(Role.QUANTITY, paths);
    }

    /** Exact quantities whose sign is the side: below zero the taker sold, or a long was liquidated. There is no other side then. */
    public Transcript signedQuantity(String... paths) {
        return with(Arrays.stream(paths)
                .map(path -> new Field(Role.QUANTITY, path, Field.MINUS, ""))
                .toList());
    }

    /** Decimal numbers that may be rounded, with the flag: mark, index and liquidation prices, open interest, funding rates. */
    public Transcript rounded(String... paths) {
        return with(Role.ROUNDED, paths);
    }

    /** Times in milliseconds. */
    public Transcript time(String... paths) {
        return with(Role.TIME, paths);
    }

    /** Whole numbers that tell messages apart: trade, aggregate and update ids. */
    public Transcript id(String... paths) {
        return with(Role.ID, paths);
    }

    /**
     * The side.
     *
     * @param whenFlagged its text where the taker sold, or a long was liquidated
     * @param whenClear its text where the taker bought, or a short was liquidated
     */
    public Transcript side(String path, String whenFlagged, String whenClear) {
        return with(List.of(new Field(Role.SIDE, path, whenFlagged, whenClear)));
    }

    private Transcript with(Role role, String... paths) {
        return with(
                Arrays.stream(paths).map(path -> new Field(role, path, "", "")).toList());
    }

    private Transcript with(List<Field> more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(more);
        return new Transcript(name, frame, stream, isPolled, meaning, List.copyOf(all));
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return frame.clone();
    }

    String stream() {
        return stream;
    }

    boolean isPolled() {
        return isPolled;
    }

    List<CanonicalEvent> meaning() {
        return meaning;
    }

    List<Field> fields() {
        return fields;
    }

    List<Field> fields(Role role) {
        return fields.stream().filter(field -> field.role() == role).toList();
    }

    /** Whether it makes an event, rather than only being ignored. */
    boolean makesEvents() {
        return meaning.stream().anyMatch(event -> event.kind() != null);
    }

    @Override
    public String toString() {
        return name;
    }
}
