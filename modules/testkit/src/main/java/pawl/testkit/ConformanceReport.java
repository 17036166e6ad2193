package pawl.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pawl.testkit.CaseOutcome.Result;

/** What a run says of one plugin, for people and for programs. */
final class ConformanceReport {
    private final String pluginId;
    private final List<CaseOutcome> cases;

    /** @param cases in order of their ids */
    ConformanceReport(String pluginId, Collection<CaseOutcome> cases) {
        this.pluginId = pluginId;
        this.cases = List.copyOf(cases);
    }

    /** A line for each contract, for example {@code exchange-acme: EX 50 of 56 passed, 6 not applicable}. */
    List<String> summaries() {
        List<String> lines = new ArrayList<>();
        for (String contract :
                cases.stream().map(CaseOutcome::contract).distinct().toList()) {
            List<CaseOutcome> own = cases.stream()
                    .filter(each -> each.contract().equals(contract))
                    .toList();
            StringBuilder line = new StringBuilder(
                    pluginId + ": " + contract + " " + count(own, Result.PASSED) + " of " + own.size() + " passed");
            for (Result result : List.of(Result.NOT_APPLICABLE, Result.NOT_RUN, Result.FAILED)) {
                if (count(own, result) > 0) {
                    line.append(", ").append(count(own, result)).append(' ').append(result.shown());
                }
            }
            String failed = own.stream()
                    .filter(each -> each.result() == Result.FAILED)
                    .map(CaseOutcome::id)
                    .collect(Collectors.joining(" "));
            lines.add(failed.isEmpty() ? line.toString() : line + ": " + failed);
        }
        return lines;
    }

    private static long count(List<CaseOutcome> cases, Result result) {
        return cases.stream().filter(each -> each.result() == result).count();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        summaries().forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        for (CaseOutcome each : cases) {
            text.append(each.id())
                    .append("  ")
                    .append(each.result().shown())
                    .append("  ")
                    .append(each.says());
            if (!each.detail().isEmpty()) {
                text.append("\n       ").append(each.detail());
            }
            text.append('\n');
        }
        return text.toString();
    }

    String json() {
        return cases.stream()
                .map(each -> "    {\"id\": " + quoted(each.id()) + ", \"result\": "
                        + quoted(each.result().shown().toLowerCase(Locale.ROOT)) + ", \"says\": " + quoted(each.says())
                        + ", \"detail\": " + quoted(each.detail()) + "}")
                .collect(Collectors.joining(
                        ",\n", "{\n  \"plugin\": " + quoted(pluginId) + ",\n  \"cases\": [\n", "\n  ]\n}\n"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder().append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
