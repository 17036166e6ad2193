package pawl.cli;

import java.util.ArrayList;
import java.util.List;
import pawl.kernel.contract.AdapterHealth;

/** What reports say of the venues' adapters. */
final class AdapterText {
    private AdapterText() {}

    /** Nothing where all went as it should. */
    static List<String> lines(AdapterHealth adapters) {
        List<String> lines = new ArrayList<>();
        if (!adapters.isPlain()) {
            lines.add("adapters: failed on " + counted(adapters.failedFrames(), "frame") + ", dropped "
                    + counted(adapters.droppedFrames(), "frame") + ", took up "
                    + counted(adapters.changes(), "other build"));
        }
        if (!adapters.quarantined().isEmpty()) {
            lines.add("in quarantine, because their adapters failed steadily: "
                    + String.join(", ", adapters.quarantined()));
        }
        return lines;
    }

    private static String counted(long count, String thing) {
        return Figures.grouped(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** Members of a report's object. */
    static void members(AdapterHealth adapters, JsonWriter json) {
        json.beginObject("adapters");
        json.property("failedFrames", adapters.failedFrames());
        json.property("droppedFrames", adapters.droppedFrames());
        json.property("changes", adapters.changes());
        json.texts("quarantined", adapters.quarantined());
        json.endObject();
    }
}
