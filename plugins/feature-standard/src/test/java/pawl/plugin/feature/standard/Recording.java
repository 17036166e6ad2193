package pawl.plugin.feature.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import pawl.api.decimal.DecimalException;
import pawl.api.decimal.DecimalReader;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.token.Token;

/** Reads trades, quotes and mark prices out of a recording of Binance frames, as little as these tests need. */
final class Recording {
    private static final Pattern FIELD = Pattern.compile("\"([a-zA-Z])\":(?:\"([^\"]*)\"|([0-9a-z]+))");

    private final DecimalReader decimals = new DecimalReader();
    private final String[] fields = new String[128];
    private final Token token;
    private final long arrivalUnitsPerTick;

    /** @param arrivalUnitsPerTick how many of the recording's stamps make a tick: it may count µs or ns */
    Recording(Token token, long arrivalUnitsPerTick) {
        this.token = token;
        this.arrivalUnitsPerTick = arrivalUnitsPerTick;
    }

    /** What is done with a tick's events before the batch is cleared. */
    interface Flush {
        void flush(long tick, EventBatch events);
    }

    void replay(Path file, Flush flush) throws IOException, DecimalException {
        EventBatch events = new EventBatch();
        long tick = -1;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                long lineTick = Long.parseLong(line, 0, space, 10) / arrivalUnitsPerTick;
                for (tick = tick < 0 ? lineTick : tick; tick < lineTick; tick++) {
                    flush.flush(tick, events);
                    events.clear();
                }
                read(line.substring(space + 1), events);
            }
            flush.flush(tick, events);
        }
    }

    private void read(String frame, EventBatch events) throws DecimalException {
        if (frame.contains("\"e\":\"trade\"")) {
            readFields(frame);
            int side = fields['m'].equals("true") ? EventFlag.TAKER_SOLD : 0;
            int flags = fields['X'].equals("MARKET") ? side : side | EventFlag.OFF_BOOK;
            long id = Long.parseLong(fields['t']);
            events.add(EventKind.TRADE, 0, flags, timeMs(), id, price('p'), quantity('q'), id, 0);
        } else if (frame.contains("\"e\":\"bookTicker\"")) {
            readFields(frame);
            long update = Long.parseLong(fields['u']);
            events.add(
                    EventKind.BOOK_TICKER,
                    0,
                    0,
                    timeMs(),
                    update,
                    price('b'),
                    quantity('B'),
                    price('a'),
                    quantity('A'));
        } else if (frame.contains("\"e\":\"markPriceUpdate\"")) {
            readFields(frame);
            long sentMs = Long.parseLong(fields['E']);
            events.add(
                    EventKind.MARK_PRICE,
                    0,
                    EventFlag.WITH_FUNDING | EventFlag.WITH_INDEX,
                    sentMs,
                    0,
                    mantissa(fields['p'], token.markExponent()),
                    mantissa(fields['i'], token.markExponent()),
                    mantissa(fields['r'], Token.FUNDING_RATE_EXPONENT),
                    timeMs());
        }
    }

    private void readFields(String frame) {
        Matcher matcher = FIELD.matcher(frame);
        while (matcher.find()) {
            fields[matcher.group(1).charAt(0)] = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        }
    }

    private long timeMs() {
        return Long.parseLong(fields['T']);
    }

    private long price(char name) throws DecimalException {
        return mantissa(fields[name], token.priceExponent());
    }

    private long quantity(char name) throws DecimalException {
        return mantissa(fields[name], token.quantityExponent());
    }

    private long mantissa(String text, int exponent) throws DecimalException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return decimals.rounded(bytes, 0, bytes.length, exponent);
    }
}
