package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pawl.kernel.contract.Divergence;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.contract.SnapshotDifference;
import pawl.kernel.contract.ValueDifference;

/** Where two runs part, for scripts: one object. */
final class DiffJson {
    private final JsonWriter writer;

    private DiffJson(JsonWriter writer) {
        this.writer = writer;
    }

    static void write(JsonWriter writer, Path left, Path right, RunDifferences differences) {
        writer.beginObject();
        writer.property("left", left.toString());
        writer.property("right", right.toString());
        writer.property("same", differences.isNone());
        DiffJson json = new DiffJson(writer);
        json.values("headers", differences.headers());
        writer.property("lastCommonTick", differences.lastCommonTick());
        differences.divergence().ifPresent(json::divergence);
        differences.snapshot().ifPresent(json::snapshot);
        writer.texts("damage", differences.damage());
        writer.endObject();
    }

    private void divergence(Divergence divergence) {
        writer.beginObject("divergence");
        writer.property("course", divergence.course().name().toLowerCase(Locale.ROOT));
        writer.property("tick", divergence.tick());
        writer.property("token", divergence.token());
        record("left", divergence.left());
        record("right", divergence.right());
        values("fields", divergence.fields());
        records("leftInputs", divergence.leftInputs());
        records("rightInputs", divergence.rightInputs());
        writer.texts("otherTokens", divergence.otherTokens());
        writer.endObject();
    }

    private void snapshot(SnapshotDifference snapshot) {
        writer.beginObject("snapshot");
        writer.property("tick", snapshot.tick());
        writer.property("token", snapshot.token());
        writer.property("region", snapshot.region());
        writer.property("word", snapshot.word());
        writer.property("left", snapshot.left());
        writer.property("right", snapshot.right());
        values("fields", snapshot.fields());
        writer.endObject();
    }

    /** A side that has none of it is left out. */
    private void values(String name, List<ValueDifference> differences) {
        writer.beginArray(name);
        for (ValueDifference difference : differences) {
            writer.beginObject();
            writer.property("name", difference.name());
            difference.left().ifPresent(value -> writer.value("left", value));
            difference.right().ifPresent(value -> writer.value("right", value));
            writer.endObject();
        }
        writer.endArray();
    }

    private void records(String name, List<LogRecord> records) {
        writer.beginArray(name);
        for (LogRecord record : records) {
            writer.beginObject();
            fields(record);
            writer.endObject();
        }
        writer.endArray();
    }

    private void record(String name, Optional<LogRecord> record) {
        if (record.isPresent()) {
            writer.beginObject(name);
            fields(record.get());
            writer.endObject();
        }
    }

    private void fields(LogRecord record) {
        writer.property("log", record.log());
        writer.properties(record.fields());
    }
}
