package pawl.cli;

import picocli.CommandLine.Option;

/** Results for scripts. */
final class JsonOption {
    @Option(names = "--json", description = "Print JSON, and nothing else on standard output.")
    private boolean json;

    boolean isGiven() {
        return json;
    }
}
