package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to a stored run of two days, and what is then said of it. */
class ArchiveCommandTest {
    private static final Path GOLDEN = Path.of("../kernel/src/test/resources/golden/1.0.0");
    private static final String PLUGINS = GOLDEN.resolve("plugins").toString();
    private static final String DAY = "2026-07-19";
    private static final int MINOR = 10;

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("out");
        for (Path file : GoldenFoldersTest.files(GOLDEN.resolve("data"))) {
            Path copy = data.resolve(GOLDEN.resolve("data").relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.createDirectories(data.resolve("seals"));
        Files.writeString(data.resolve("seals/" + DAY + ".checkpoint"), "unsigned/" + DAY + "\n");
    }

    @Test
    void aSealedDayIsCompressedAndRestored() throws IOException {
        byte[] ticks = Files.readAllBytes(data.resolve("ticks/" + DAY + ".log"));
        CommandRun compressed = archive("--compress", "--day", DAY);
        assertThat(compressed.exitCode()).isZero();
        assertThat(compressed.out().lines()).hasSize(5).element(3).asString().startsWith("ticks/" + DAY + ".log ");
        assertThat(data.resolve("ticks/" + DAY + ".log")).doesNotExist();
        assertThat(archive("--restore").out()).isEqualTo(compressed.out());
        assertThat(data.resolve("ticks/" + DAY + ".log")).hasBinaryContent(ticks);
        assertThat(archive("--restore").out()).isEqualTo("nothing to restore: no log of those days is compressed\n");
        assertThat(archive("--compress", "--before", DAY).out()).startsWith("nothing to compress");
    }

    @Test
    void anotherMajorIsRefusedWithTheCommandThatMovesItAside() throws IOException {
        setVersion(data.resolve("ticks/" + DAY + ".log"), 8, 2);
        String command = "archive --data " + data + " --major";
        for (String[] arguments : new String[][] {
            {"log", "cat", data.toString()},
            {"log", "stat", data.toString()},
            {"timeline", "--data", data.toString()},
            {"archive", "--data", data.toString(), "--compress"}
        }) {
            CommandRun run = run(arguments);
            assertThat(run.exitCode()).as(String.join(" ", arguments)).isEqualTo(3);
            assertThat(run.error()).contains("format 2.0.0").contains("pawl " + command);
        }
        CommandRun moved = run(command.split(" "));
        assertThat(moved.error()).isEmpty();
        assertThat(moved.out()).contains("archive/1-v2: ").contains(" bytes of format 2.0.0");
        assertThat(data.resolve("archive/1-v2/manifest.json")).exists();
        assertThat(data.resolve("ticks")).doesNotExist();
        assertThat(run("log", "cat", data.toString()).error())
                .contains("no log in")
                .doesNotContain("format 2");
    }

    @Test
    void whatANewerMinorAddsIsPassedOverAndCounted() throws IOException {
        Path log = data.resolve("logs/CHZ/2026-07-20.log");
        CommandRun before = run("log", "cat", log.toString(), "--json");
        addRecordOfNewType(log);
        assertThat(run("log", "cat", log.toString(), "--json").out()).isEqualTo(before.out());
        assertThat(run("log", "stat", log.toString(), "--json").out())
                .contains("\"formatVersion\":\"1.9.0\"")
                .contains("\"unknownRecords\":1,");
        assertThat(run("log", "stat", log.toString()).out())
                .contains("unknown 1 records of types that format 1.9.0 has and this build does not know");
    }

    @Test
    void whetherANewerMinorsDecisionsFollowCannotBeJudged() throws IOException {
        setVersion(data.resolve("ticks/" + DAY + ".log"), MINOR, 9);
        CommandRun run = run("timeline", "--data", data.toString());
        assertThat(run.error()).contains("cannot judge: ticks/" + DAY + ".log is of format 1.9.0");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--major --compress",
                "--compress --day 2026-07-19 --before 2026-07-19",
                "--major --day 2026-07-19"
            })
    void whatMakesNoSenseIsRefused(String options) {
        CommandRun run = archive(options.isEmpty() ? new String[0] : options.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private CommandRun archive(String... options) {
        String[] arguments = Arrays.copyOf(new String[] {"archive", "--data", data.toString()}, 3 + options.length);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return run(arguments);
    }

    private static CommandRun run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--plugins";
        all[arguments.length + 1] = PLUGINS;
        return CommandRun.of(all);
    }

    private static void setVersion(Path log, int offset, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        bytes[offset] = (byte) number;
        sealHeader(bytes);
        Files.write(log, bytes);
    }

    private static void sealHeader(byte[] log) {
        CRC32C checksum = new CRC32C();
        checksum.update(log, 0, 4092);
        little(log).putInt(4092, (int) checksum.getValue());
    }

    /** As docs/format.md describes a record, at the end and of its last tick. */
    private static void addRecordOfNewType(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        bytes[MINOR] = 9;
        sealHeader(bytes);
        byte[] grown = Arrays.copyOf(bytes, bytes.length + 64);
        System.arraycopy(bytes, bytes.length - 64, grown, bytes.length, 64);
        grown[bytes.length] = 20;
        ByteBuffer place = little(new byte[16]).putLong((bytes.length - 4096) / 64);
        place.putLong(little(bytes).getLong(24));
        CRC32C checksum = new CRC32C();
        checksum.update(place.array());
        checksum.update(grown, bytes.length, 4);
        checksum.update(grown, bytes.length + 8, 56);
        little(grown).putInt(bytes.length + 4, (int) checksum.getValue());
        Files.write(path, grown);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
