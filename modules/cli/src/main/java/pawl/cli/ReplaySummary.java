package pawl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayReport.TokenReport;
import pawl.kernel.contract.ReplayRequest;

/** A replay's outcome as a trader reads it at a glance. */
final class ReplaySummary {
    private static final int MOST_NAMES = 10;

    private final ReplayRequest request;
    private final ReplayReport report;

    ReplaySummary(ReplayRequest request, ReplayReport report) {
        this.request = request;
        this.report = report;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.grouped(report.frames()) + " frames in " + Figures.seconds(report.seconds()) + ", "
                + Figures.grouped(Math.round(report.framesPerSecond())) + " frames/s");
        if (report.isSynthetic()) {
            lines.add("SYNTHETIC: a market model made these frames; no exchange sent them");
        }
        lines.add("");
        lines.addAll(figures());
        lines.add("");
        if (!report.tokens().isEmpty()) {
            lines.addAll(tokens());
            lines.add("");
        }
        lines.addAll(outcome());
        lines.addAll(hints());
        return lines;
    }

    private List<String> figures() {
        TextTable table = new TextTable("llrl");
        table.row("ticks", "", Figures.grouped(report.ticks()), span());
        String label = "events";
        for (Map.Entry<String, Long> event : report.events().entrySet()) {
            boolean hasOffBook = event.getKey().equals("TRADE") && report.offBook() > 0;
            String note = hasOffBook ? Figures.grouped(report.offBook()) + " off the book" : "";
            table.row(label, event.getKey(), Figures.grouped(event.getValue()), note);
            label = "";
        }
        table.row("transitions", "tokens", Figures.grouped(report.tokenTransitions()), "");
        table.row("", "clusters", Figures.grouped(report.clusterTransitions()), "");
        table.row("", "events", Figures.grouped(report.phaseTransitions()), "");
        counts(table, "ignored", report.ignored());
        table.row("refused", "", Figures.grouped(report.refused()), "");
        table.row("duplicates", "", Figures.grouped(report.duplicates()), "");
        table.row("late", "", Figures.grouped(report.late()), "");
        table.row("gaps", "", Figures.grouped(report.gaps()), "");
        if (report.outages() > 0) {
            table.row("outages", "", Figures.grouped(report.outages()), "");
        }
        if (report.conflated() > 0) {
            table.row("conflated", "", Figures.grouped(report.conflated()), "quotes");
        }
        counts(table, "no token", report.unconfigured());
        counts(table, "problems", report.problems());
        return table.lines();
    }

    /** The most frequent first; a feed of a whole venue may name hundreds of symbols. */
    private static void counts(TextTable table, String section, Map<String, Long> counts) {
        List<Map.Entry<String, Long>> byCount = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int shown = Math.min(byCount.size(), MOST_NAMES);
        for (int i = 0; i < shown; i++) {
            String label = i == 0 ? section : "";
            table.row(
                    label,
                    byCount.get(i).getKey(),
                    Figures.grouped(byCount.get(i).getValue()),
                    "");
        }
        if (shown < byCount.size()) {
            long rest = byCount.subList(shown, byCount.size()).stream()
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            table.row("", (byCount.size() - shown) + " more", Figures.grouped(rest), "");
        }
    }

    private String span() {
        if (report.firstTick().isEmpty() || report.lastTick().isEmpty()) {
            return "";
        }
        return Figures.tickStart(report.firstTick().getAsLong()) + " to "
                + Figures.tickEnd(report.lastTick().getAsLong()) + " UTC";
    }

    /** A row for each token that has records; of the others, only how many there are. */
    private List<String> tokens() {
        TextTable table = new TextTable("lrll").row("TOKEN", "RECORDS", "STATE", "LOGS OF");
        List<String> silent = new ArrayList<>();
        report.tokens().forEach((name, token) -> {
            if (token.records() > 0) {
                table.row(name, Figures.grouped(token.records()), token.state(), days(token));
            } else {
                silent.add(name);
            }
        });
        List<String> lines = new ArrayList<>(table.lines());
        if (!silent.isEmpty()) {
            lines.add("without records: " + String.join(", ", silent));
        }
        return lines;
    }

    private static String days(TokenReport token) {
        int days = token.sha256().size();
        return switch (days) {
            case 0 -> "";
            case 1 -> token.sha256().firstKey();
            default -> token.sha256().firstKey() + " to " + token.sha256().lastKey() + ", " + days + " days";
        };
    }

    private List<String> outcome() {
        return List.of(
                "digest   " + report.digest(),
                request.data()
                        .map(folder -> "kept in  " + folder)
                        .orElse("Nothing was kept; --data DIR keeps logs and snapshots."));
    }

    private List<String> hints() {
        List<String> hints = new ArrayList<>();
        List<String> adapters = AdapterText.lines(report.adapters());
        if (!adapters.isEmpty()) {
            hints.add("");
            hints.addAll(adapters);
        }
        if (!report.autoConfigured().isEmpty()) {
            hints.add("");
            hints.add("Configured from what the captures show (--auto):");
            report.autoConfigured().forEach(token -> hints.add("  " + token));
        }
        if (!report.unconfigured().isEmpty()) {
            hints.add("");
            hints.add("Messages of symbols that no token has were left out. Add tokens to "
                    + request.configuration().resolve("pawl.yaml") + ", or let --auto configure them.");
        }
        return hints;
    }
}
