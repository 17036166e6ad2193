package pawl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pawl.kernel.contract.VerificationFinding;
import pawl.kernel.contract.VerificationReport;

/** What a data folder was found to be, for people. */
final class VerifyText {
    private final List<String> lines = new ArrayList<>();

    private VerifyText() {}

    static List<String> lines(Path data, VerificationReport report) {
        VerifyText text = new VerifyText();
        text.add(data + ": " + report.files() + " files, " + report.bytes() + " bytes, " + report.ticks() + " ticks, "
                + report.records() + " records");
        report.lastTick()
                .ifPresent(last ->
                        text.add("committed from " + tick(report.firstTick().orElse(last)) + " to " + tick(last)));
        report.told().forEach(line -> text.add("note: " + line));
        report.seals().forEach(line -> text.add("seal: " + line));
        report.damage().forEach(finding -> text.add("DAMAGED " + finding(finding)));
        if (report.unlistedDamage() > 0) {
            text.add("DAMAGED and " + report.unlistedDamage() + " places more");
        }
        report.difference().ifPresent(finding -> text.add("DIFFERS " + finding(finding)));
        report.uncommitted().forEach(finding -> text.add("NOT COMMITTED " + finding(finding)));
        report.needed()
                .forEach(line -> text.add(line.startsWith("cannot judge") ? line : "cannot judge: needs " + line));
        text.add(answer(report));
        return text.lines;
    }

    private static String answer(VerificationReport report) {
        String again = report.ticksRunAgain() + " ticks run again, " + report.snapshotsProven() + " snapshots compared";
        return switch (report.verdict()) {
            case VERIFIED -> "verified: " + again + ", every byte the same";
            case UNCOMMITTED ->
                "what is committed is verified (" + again
                        + "); what lies behind it is not committed: go on with --resume, or put it aside with pawl repair";
            case DIFFERS ->
                "differs: the first is "
                        + tick(report.difference().orElseThrow().tick().orElseThrow()) + "; " + report.ticksRunAgain()
                        + " ticks before it are the same";
            case DAMAGED -> "damaged: the inputs were not run again, since they are not what was written";
            case CANNOT_JUDGE ->
                "cannot judge: bytes, commits and hashes hold, and the decisions could not be made again";
        };
    }

    private static String finding(VerificationFinding finding) {
        String tick = finding.tick().isPresent() ? ", " + tick(finding.tick().getAsLong()) : "";
        return finding.file() + " at byte " + finding.offset() + tick + ": " + finding.what();
    }

    private static String tick(long tick) {
        return String.format(Locale.ROOT, "tick %d (%s UTC)", tick, Figures.tickStart(tick));
    }

    private void add(String line) {
        lines.add(line);
    }
}
