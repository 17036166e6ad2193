package pawl.kernel.plugin;

import java.util.List;

/** Why one folder, jar or packed plugin gives no plugin, and what to do about it; its message is one line. */
public final class PluginRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<String> findings;

    PluginRefusedException(Refusal refusal, Object... values) {
        super(refusal.line(values));
        this.refusal = refusal;
        this.findings = List.of(refusal.line(values));
    }

    /** For several findings of one check: the first is the message, and how many more there are. */
    PluginRefusedException(Refusal refusal, List<String> findings) {
        super(findings.getFirst()
                + (findings.size() > 1 ? " (" + (findings.size() - 1) + " more: see `pawl plugin check`)" : ""));
        this.refusal = refusal;
        this.findings = List.copyOf(findings);
    }

    Refusal refusal() {
        return refusal;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** All that was found, a line each; at least one. */
    public List<String> findings() {
        return findings;
    }
}
