package pawl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pawl.kernel.contract.LiveReport;

/** A live run's outcome as lines for people. */
final class LiveSummary {
    private LiveSummary() {}

    static List<String> lines(LiveReport report, Optional<Path> data, Optional<Path> capture) {
        List<String> lines = new ArrayList<>();
        if (report.isSynthetic()) {
            lines.add("SYNTHETIC: no venue was heard");
        }
        lines.add(Figures.grouped(report.ticks()) + " ticks in " + Figures.seconds(report.seconds()) + ": "
                + Figures.grouped(report.frames()) + " frames, " + events(report) + "; refused "
                + Figures.grouped(report.refused()));
        lines.add("trades: " + Figures.grouped(report.duplicates()) + " duplicates, " + Figures.grouped(report.gaps())
                + " gaps, " + Figures.grouped(report.backfilled()) + " fetched afterwards; "
                + Figures.grouped(report.late()) + " events late; outages " + report.outages());
        lines.add(String.format(
                Locale.ROOT,
                "ticks committed after their end: half within %.1f ms, 99%% within %.1f ms, all within %.1f ms",
                report.lateness().medianMs(),
                report.lateness().p99Ms(),
                report.lateness().mostMs()));
        if (data.isPresent()) {
            lines.add(forcing(report.forcing()));
        }
        lines.add("back-pressure: nothing read for " + Figures.grouped(report.backPressureMs()) + " ms; at most "
                + Figures.grouped(report.mostQueuedBytes()) + " bytes waited");
        report.requests()
                .forEach(
                        venue -> lines.add(venue.venue() + ": " + states(report, venue.venue()) + "; planned takeovers "
                                + venue.takeovers() + ", stalls " + venue.stalls() + ", bans " + venue.bans()));
        lines.addAll(AdapterText.lines(report.adapters()));
        if (!report.adapters().quarantined().isEmpty()) {
            lines.add("another build of the plugin takes over in a run that goes on: "
                    + "put it into the plugins folder, and run pawl plugins reload");
        }
        lines.add("steps: tokens " + report.tokenTransitions() + ", clusters " + report.clusterTransitions()
                + ", events " + report.phaseTransitions());
        lines.add("tokens: " + join(report.tokens()));
        data.ifPresent(folder ->
                lines.add("logs in " + folder + "; pawl feeds --data " + folder + " says how well they were heard"));
        capture.ifPresent(folder ->
                lines.add("capture in " + folder + "; pawl replay " + folder + " --data DIR leaves the same files"));
        return lines;
    }

    private static String forcing(LiveReport.Forcing forcing) {
        String told = switch (forcing.durability()) {
            case TICK -> "each tick before it counted";
            case SECOND ->
                String.format(
                        Locale.ROOT,
                        "%s times, the longest %.1f ms; at most %s ticks were not there yet",
                        Figures.grouped(forcing.rounds()),
                        forcing.mostMs(),
                        Figures.grouped(forcing.mostTicks()));
            case SYSTEM -> "as the operating system saw fit, and at the end";
        };
        return "forced to disk: " + told;
    }

    private static String events(LiveReport report) {
        return report.events().entrySet().stream()
                .filter(event -> event.getValue() > 0)
                .map(event -> event.getKey() + " " + Figures.grouped(event.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String states(LiveReport report, String venue) {
        Map<String, Long> counts = new TreeMap<>();
        report.streams().stream()
                .filter(stream -> stream.venue().equals(venue))
                .forEach(stream -> counts.merge(stream.state(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(state -> state.getValue() + " streams " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String join(Map<String, String> states) {
        return states.entrySet().stream()
                .map(state -> state.getKey() + " " + state.getValue())
                .collect(Collectors.joining(", "));
    }
}
