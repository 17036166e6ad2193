package pawl.venue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of a frame on its way to those who have subscribed to it. A fault waits for a frame that somebody hears. */
final class FrameFaults {
    private final FaultWindows windows;
    private final SocketRegistry sockets;
    private final Delivery delivery;
    private final MarketAgenda agenda;
    private final Set<String> delisted = new HashSet<>();
    /** By stream; each waits for the next one. */
    private final Map<String, StreamFrame> overtaken = new HashMap<>();

    private final Set<StreamFrame> late = new LinkedHashSet<>();

    FrameFaults(FaultWindows windows, SocketRegistry sockets, Delivery delivery, MarketAgenda agenda) {
        this.windows = windows;
        this.sockets = sockets;
        this.delivery = delivery;
        this.agenda = agenda;
    }

    void delist(String symbol) {
        delisted.add(symbol.toUpperCase(Locale.ROOT));
    }

    boolean isDelisted(String symbol) {
        return delisted.contains(symbol);
    }

    void pass(StreamFrame frame) {
        if (windows.isEmpty() || sockets.of(frame.stream().topic()).length == 0) {
            inTurn(frame);
            return;
        }
        StreamFrame said = spoilt(frame);
        Optional<FaultWindow> delay = take(FaultKind.LATE, said);
        if (delay.isPresent()) {
            late.add(said);
            agenda.add(said.arrivalNs() + delay.get().parameters().delayNs(), () -> {
                if (late.remove(said)) {
                    deliver(said);
                }
            });
        } else if (!overtaken.containsKey(said.stream().name())
                && take(FaultKind.REORDER, said).isPresent()) {
            overtaken.put(said.stream().name(), said);
        } else {
            inTurn(said);
        }
    }

    /** Lets out what still waits, because nothing more will come. */
    void end() {
        List<StreamFrame> waiting = new ArrayList<>(overtaken.values());
        waiting.addAll(late);
        overtaken.clear();
        late.clear();
        waiting.forEach(this::deliver);
    }

    private void inTurn(StreamFrame frame) {
        deliver(frame);
        StreamFrame before =
                overtaken.isEmpty() ? null : overtaken.remove(frame.stream().name());
        if (before != null) {
            deliver(before);
        }
    }

    private void deliver(StreamFrame frame) {
        delivery.deliver(frame, false);
        if (!windows.isEmpty() && sockets.of(frame.stream().topic()).length > 0) {
            take(FaultKind.DUPLICATE, frame).ifPresent(window -> delivery.deliver(frame, true));
        }
    }

    private StreamFrame spoilt(StreamFrame frame) {
        StreamFrame said = skewed(frame);
        said = edited(said, FaultKind.RENAMED_FIELD);
        return edited(said, FaultKind.NULL_FIELD);
    }

    private StreamFrame skewed(StreamFrame frame) {
        Optional<FaultWindow> window = find(FaultKind.CLOCK_SKEW, frame);
        if (window.isEmpty()) {
            return frame;
        }
        long skewMs = window.get().parameters().skewMs();
        byte[] bytes =
                FieldEdit.add(frame.bytes(), frame.dataStart(), "E", skewMs).orElse(frame.bytes());
        if (!frame.stream().isMarkPrice()) { // whose T is the time of the next funding
            bytes = FieldEdit.add(bytes, frame.dataStart(), "T", skewMs).orElse(bytes);
        }
        windows.use(window.get());
        return frame.withBytes(bytes);
    }

    private StreamFrame edited(StreamFrame frame, FaultKind kind) {
        Optional<FaultWindow> window = find(kind, frame);
        if (window.isEmpty()) {
            return frame;
        }
        FaultParameters parameters = window.get().parameters();
        Optional<byte[]> bytes = kind == FaultKind.NULL_FIELD
                ? FieldEdit.nullify(frame.bytes(), frame.dataStart(), parameters.field())
                : FieldEdit.rename(frame.bytes(), frame.dataStart(), parameters.field(), parameters.newField());
        bytes.ifPresent(edited -> windows.use(window.get()));
        return bytes.map(frame::withBytes).orElse(frame);
    }

    private Optional<FaultWindow> find(FaultKind kind, StreamFrame frame) {
        return windows.find(kind, selector -> selector.matches(frame.stream()));
    }

    private Optional<FaultWindow> take(FaultKind kind, StreamFrame frame) {
        return windows.take(kind, selector -> selector.matches(frame.stream()));
    }
}
