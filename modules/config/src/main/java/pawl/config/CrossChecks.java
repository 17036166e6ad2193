package pawl.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The rules that relate one key to another, which a schema cannot state. They pass over what is missing or of a wrong type: the
 * schema complains of that.
 */
final class CrossChecks {
    private final JsonNode root;
    private final ProblemList problems;

    private CrossChecks(JsonNode root, ProblemList problems) {
        this.root = root;
        this.problems = problems;
    }

    static void check(JsonNode root, ProblemList problems) {
        CrossChecks checks = new CrossChecks(root, problems);
        checks.checkUniqueNames("venues");
        checks.checkUniqueNames("tiers");
        checks.checkUniqueNames("tokens");
        checks.checkTiers();
        checks.checkInstruments();
        checks.checkUniqueNames("clusters");
        checks.checkUniqueNames("events");
        checks.checkSteps("tokenMachine");
        checks.checkSteps("clusterMachine");
        checks.checkHysteresis(
                "eventPhases.collapse.share",
                root.path("eventPhases").path("collapse").path("share"));
        checks.checkWeights("heat");
        checks.checkWeights("release");
    }

    /** Case apart too: names become folders, and some file systems see no case. */
    private void checkUniqueNames(String list) {
        Map<String, String> firsts = new LinkedHashMap<>();
        JsonNode items = root.path(list);
        for (int i = 0; i < items.size(); i++) {
            String path = SourceLines.item(list, i);
            items.path(i).path("name").stringValueOpt().ifPresent(name -> {
                String first = firsts.putIfAbsent(name.toLowerCase(Locale.ROOT), path);
                if (first != null) {
                    problems.add(
                            path + ".name",
                            SchemaWords.quoted(name) + " is the name of " + first
                                    + " already; names must differ, case apart");
                }
            });
        }
    }

    private void checkTiers() {
        List<String> tiers = names("tiers");
        checkOneOf(tiers, "tier", "defaultTier", root.path("defaultTier"));
        JsonNode tokens = root.path("tokens");
        for (int i = 0; i < tokens.size(); i++) {
            checkOneOf(tiers, "tier", "tokens[" + i + "].tier", tokens.path(i).path("tier"));
        }
    }

    private void checkInstruments() {
        List<String> venues = names("venues");
        Map<String, String> firsts = new LinkedHashMap<>();
        JsonNode tokens = root.path("tokens");
        for (int i = 0; i < tokens.size(); i++) {
            String parent = "tokens[" + i + "].instruments";
            for (Map.Entry<String, JsonNode> instrument :
                    tokens.path(i).path("instruments").properties()) {
                String venue = instrument.getKey();
                checkOneOf(venues, "venue", SourceLines.key(parent, venue), venue);
                String path = InstrumentReading.symbolPath(SourceLines.key(parent, venue), instrument.getValue());
                InstrumentReading.symbol(instrument.getValue()).ifPresent(symbol -> {
                    String first = firsts.putIfAbsent(venue + " " + symbol, path);
                    if (first != null) {
                        problems.add(
                                path,
                                SchemaWords.quoted(symbol) + " is " + first
                                        + " already; an instrument belongs to one token");
                    }
                });
            }
        }
    }

    private List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : root.path(list).values()) {
            item.path("name").stringValueOpt().ifPresent(names::add);
        }
        return names;
    }

    private void checkOneOf(List<String> names, String kind, String path, JsonNode name) {
        name.stringValueOpt().ifPresent(text -> checkOneOf(names, kind, path, text));
    }

    private void checkOneOf(List<String> names, String kind, String path, String name) {
        KnownNames.check(names, kind, path, name, problems);
    }

    private void checkSteps(String machine) {
        for (Map.Entry<String, JsonNode> step : root.path(machine).path("steps").properties()) {
            checkHysteresis(machine + ".steps." + step.getKey(), step.getValue());
        }
    }

    private void checkHysteresis(String path, JsonNode step) {
        JsonNode enter = step.path("enter");
        JsonNode exit = step.path("exit");
        if (enter.isNumber() && exit.isNumber() && exit.doubleValue() >= enter.doubleValue()) {
            problems.add(
                    path + ".exit",
                    SchemaWords.found(exit) + " is not allowed; it must be below enter (" + SchemaWords.found(enter)
                            + ")");
        }
    }

    private void checkWeights(String measure) {
        JsonNode weights = root.path("tokenMachine").path(measure);
        boolean isAllZero = !weights.isEmpty()
                && weights.values().stream().allMatch(weight -> {
                    JsonNode number = weight.path("weight");
                    return number.isNumber() && number.doubleValue() == 0;
                });
        if (isAllZero) {
            problems.add("tokenMachine." + measure, "all weights are 0; one at least must be above 0");
        }
    }
}
