package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import pawl.kernel.contract.VerificationFinding;
import pawl.kernel.contract.VerificationReport;

/** What a data folder was found to be, for scripts: one object. */
final class VerifyJson {
    private VerifyJson() {}

    static void write(JsonWriter writer, Path data, VerificationReport report) {
        writer.beginObject();
        writer.property("data", data.toString());
        writer.property("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        writer.property("firstTick", report.firstTick());
        writer.property("lastTick", report.lastTick());
        writer.property("ticks", report.ticks());
        writer.property("records", report.records());
        writer.property("files", report.files());
        writer.property("bytes", report.bytes());
        findings(writer, "damage", report.damage());
        writer.property("unlistedDamage", report.unlistedDamage());
        findings(writer, "difference", report.difference().stream().toList());
        writer.property("ticksRunAgain", report.ticksRunAgain());
        writer.property("snapshotsProven", report.snapshotsProven());
        writer.texts("needed", report.needed());
        findings(writer, "uncommitted", report.uncommitted());
        writer.texts("seals", report.seals());
        writer.texts("told", report.told());
        writer.endObject();
    }

    private static void findings(JsonWriter writer, String name, List<VerificationFinding> findings) {
        writer.beginArray(name);
        for (VerificationFinding finding : findings) {
            writer.beginObject();
            writer.property("file", finding.file());
            writer.property("offset", finding.offset());
            writer.property("tick", finding.tick());
            writer.property("what", finding.what());
            writer.endObject();
        }
        writer.endArray();
    }
}
