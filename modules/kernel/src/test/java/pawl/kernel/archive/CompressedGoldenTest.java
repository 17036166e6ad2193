package pawl.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.storage.LogStore;
import pawl.kernel.Archives;
import pawl.kernel.LogInspection;
import pawl.kernel.Verification;
import pawl.kernel.contract.ArchivedDays;
import pawl.kernel.contract.CompressedLog;
import pawl.kernel.contract.LogQuery;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.LogStatistics;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationRequest;
import pawl.kernel.inspect.DataReading;
import pawl.storage.StoreDigest;

/** Days of a real run, compressed: whatever reads them says the same. */
class CompressedGoldenTest {
    private static final Path PLUGINS = GoldenFolder.PLUGINS;
    private static final String FIRST = "2026-07-19";
    private static final String LAST = "2026-07-20";
    private static final ArchivedDays ALL = new ArchivedDays(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private final List<CompressedLog> logs = new ArrayList<>();

    @BeforeEach
    void copy() throws Exception {
        data = GoldenFolder.copy("1.0.0", folder.resolve("data"));
        GoldenFolder.seal(data, FIRST);
        GoldenFolder.seal(data, LAST);
    }

    @Test
    void allReadersSayTheSame() throws Exception {
        SortedMap<String, byte[]> before = GoldenFolder.content(data);
        List<LogRecord> records = records();
        List<LogStatistics> statistics = LogInspection.statistics(query(data), PLUGINS);
        StoreDigest digest = digest();

        Archives.compress(data, PLUGINS, ALL, logs::add);
        assertThat(logs)
                .extracting(CompressedLog::name)
                .containsExactly("logs/CHZ/2026-07-19.log", "logs/SANTOS/2026-07-19.log", "ticks/2026-07-19.log");
        assertThat(data.resolve("logs/CHZ/2026-07-19.log")).doesNotExist();
        assertThat(data.resolve("logs/CHZ/2026-07-19.log.zst")).exists();
        assertThat(records()).isEqualTo(records);
        assertThat(LogInspection.statistics(query(data), PLUGINS)).isEqualTo(statistics);
        assertThat(digest()).isEqualTo(digest);
        for (String given : List.of("logs/CHZ/2026-07-19.log", "logs/CHZ/2026-07-19.log.zst")) {
            assertThat(LogInspection.statistics(query(data.resolve(given)), PLUGINS))
                    .extracting(LogStatistics::sha256)
                    .containsExactly(statistics.getFirst().sha256());
        }

        Archives.restore(data, PLUGINS, ALL, log -> {});
        assertThat(GoldenFolder.content(data)).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void itsBytesAreVerifiedAsThoseOfTheLogs() throws Exception {
        GoldenFolder.unseal(data);
        VerificationReport before = verified();
        assertThat(before.damage()).isEmpty();
        assertThat(before.ticks()).isEqualTo(241);
        GoldenFolder.seal(data, FIRST);
        Archives.compress(data, PLUGINS, ALL, logs::add);
        GoldenFolder.unseal(data);
        VerificationReport after = verified();
        assertThat(after.bytes()).isLessThan(before.bytes());
        assertThat(after.damage()).isEmpty();
        assertThat(after.files()).isEqualTo(before.files());
        assertThat(after.ticks()).isEqualTo(before.ticks());
        assertThat(after.records()).isEqualTo(before.records());
        assertThat(after.verdict()).isEqualTo(before.verdict());

        Path packed = data.resolve("ticks/2026-07-19.log.zst");
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);
        assertThat(verified().verdict()).isEqualTo(VerificationReport.Verdict.DAMAGED);
    }

    private VerificationReport verified() throws PawlException {
        return Verification.of(new VerificationRequest(data, PLUGINS, Optional.empty(), Optional.empty()));
    }

    @Test
    void aDayThatIsNotSealedOrTheLastStaysAsItIs() throws Exception {
        Files.delete(data.resolve("seals").resolve(FIRST + ".checkpoint"));
        SortedMap<String, byte[]> before = GoldenFolder.content(data);
        Archives.compress(data, PLUGINS, ALL, logs::add);
        assertThat(logs).isEmpty();
        assertRefused(FIRST, "is not sealed; pawl seal --data " + data + " --day " + FIRST);
        assertRefused(LAST, "is the last day there");
        assertRefused("2026-07-18", "has no logs of 2026-07-18");
        assertThat(GoldenFolder.content(data)).containsExactlyInAnyOrderEntriesOf(before);
    }

    private void assertRefused(String day, String message) {
        ArchivedDays days = new ArchivedDays(Optional.of(LocalDate.parse(day)), Optional.empty());
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> Archives.compress(data, PLUGINS, days, logs::add))
                .withMessageContaining(message);
    }

    @Test
    void onlyDaysBeforeTheOneNamedAreMeant() throws Exception {
        Archives.compress(
                data, PLUGINS, new ArchivedDays(Optional.empty(), Optional.of(LocalDate.parse(FIRST))), logs::add);
        assertThat(logs).isEmpty();
    }

    @Test
    void damageIsBadData() throws Exception {
        Archives.compress(data, PLUGINS, ALL, logs::add);
        Path packed = data.resolve("logs/CHZ/2026-07-19.log.zst");
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(this::records)
                .withMessageContaining("logs/CHZ/2026-07-19.log.zst at byte 0: frame 0 of 1 is damaged")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(PawlException.Kind.BAD_DATA));
        assertThat(LogInspection.statistics(query(data), PLUGINS).getFirst().damage())
                .hasValueSatisfying(damage -> assertThat(damage).contains("frame 0 of 1 is damaged"));
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> Archives.restore(data, PLUGINS, ALL, log -> {}))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(PawlException.Kind.BAD_DATA));
    }

    private List<LogRecord> records() throws PawlException {
        List<LogRecord> records = new ArrayList<>();
        LogInspection.cat(query(data), PLUGINS, records::add);
        return records;
    }

    private static LogQuery query(Path path) {
        return new LogQuery(
                List.of(path),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private StoreDigest digest() throws Exception {
        try (LogStore store = DataReading.open(data, PLUGINS)) {
            return StoreDigest.of(store);
        }
    }
}
