package pawl.feature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/** Aggregate trades and one-minute klines of cryptofeed's raw recording of 2021, by symbol and in order of arrival. */
final class CryptofeedRecording {
    /** Fine enough for every symbol of the recording. */
    static final Token TOKEN = new Token(0, "T", "t", -8, -8, -8, 480);

    private static final String NUMBER = "\"([0-9.]+)\"";
    private static final Pattern RECEIVED =
            Pattern.compile("^\\{\"t\":\"recv\",.*?\"ts\":([0-9.]+),\"data\":\"(.*)\"}$");
    private static final Pattern AGGREGATE = Pattern.compile("\"e\":\"aggTrade\",.*\"s\":\"(?<s>\\w+)\",\"p\":" + NUMBER
            + ",\"q\":" + NUMBER + ",\"f\":(?<f>\\d+),\"l\":(?<l>\\d+),\"T\":(?<T>\\d+),\"m\":(?<m>true|false)");
    private static final Pattern KLINE = Pattern.compile("\"k\":\\{\"t\":(?<t>\\d+),\"T\":\\d+,\"s\":\"(?<s>\\w+)\""
            + ",\"i\":\"1m\",\"f\":(?<f>\\d+),\"L\":(?<L>\\d+),\"o\":" + NUMBER + ",\"c\":" + NUMBER + ",\"h\":"
            + NUMBER
            + ",\"l\":" + NUMBER + ",\"v\":" + NUMBER + ",\"n\":(?<n>\\d+),\"x\":(?:true|false),\"q\":" + NUMBER
            + ",\"V\":" + NUMBER);

    /** An aggregate and the tick that its receive time falls into. */
    record Received(long tick, Trade trade) {}

    /** The venue's own candle: what it was when the last of its trades was {@code lastTradeId}. */
    record Kline(long firstTradeId, long lastTradeId, CandleValue candle) {}

    final Map<String, List<Received>> aggregates = new TreeMap<>();
    final Map<String, List<Kline>> klines = new TreeMap<>();

    private CryptofeedRecording() {}

    static CryptofeedRecording read(Path gzip) throws IOException {
        CryptofeedRecording recording = new CryptofeedRecording();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                recording.add(line);
            }
        }
        return recording;
    }

    private void add(String line) {
        Matcher received = RECEIVED.matcher(line);
        if (!received.matches()) {
            return;
        }
        String frame = received.group(2).replace("\\\"", "\"");
        Matcher aggregate = AGGREGATE.matcher(frame);
        if (aggregate.find()) {
            long receivedNs =
                    new BigDecimal(received.group(1)).scaleByPowerOfTen(9).longValueExact();
            aggregates
                    .computeIfAbsent(aggregate.group("s"), symbol -> new ArrayList<>())
                    .add(new Received(Ticks.ofEpochNs(receivedNs), trade(aggregate)));
        }
        Matcher kline = KLINE.matcher(frame);
        if (kline.find()) {
            klines.computeIfAbsent(kline.group("s"), symbol -> new ArrayList<>())
                    .add(kline(kline));
        }
    }

    private static Trade trade(Matcher frame) {
        return new Trade(
                Long.parseLong(frame.group("T")),
                Long.parseLong(frame.group("f")),
                Long.parseLong(frame.group("l")),
                mantissa(frame.group(2)),
                mantissa(frame.group(3)),
                frame.group("m").equals("true"),
                false);
    }

    private static Kline kline(Matcher frame) {
        CandleValue candle = new CandleValue(
                Long.parseLong(frame.group("t")),
                decimal(frame.group(5)),
                decimal(frame.group(7)),
                decimal(frame.group(8)),
                decimal(frame.group(6)),
                decimal(frame.group(9)),
                new BigDecimal(frame.group(11)).setScale(16),
                decimal(frame.group(12)),
                Long.parseLong(frame.group("n")));
        return new Kline(Long.parseLong(frame.group("f")), Long.parseLong(frame.group("L")), candle);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).setScale(8);
    }

    private static long mantissa(String text) {
        return decimal(text).unscaledValue().longValueExact();
    }
}
