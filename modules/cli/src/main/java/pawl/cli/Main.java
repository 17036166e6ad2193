package pawl.cli;

/** The process: one command, its exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandTree.run(Streams.ofProcess(), Installation.ofProcess(), arguments));
    }
}
