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
            lines.add("adapters: failed on " + Figures.grouped(adapters.failedFrames()) + " frames, "
                    + Figures.grouped(adapters.droppedFrames()) + " frames dropped, " + adapters.changes()
                    + " changes of build");
        }
        if (!adapters.quarantined().isEmpty()) {
            lines.add("in quarantine, because their adapters failed steadily: "
                    + String.join(", ", adapters.quarantined())
                    + "; put another build of the plugin into the plugins folder, and run pawl plugins reload");
        }
        return lines;
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
