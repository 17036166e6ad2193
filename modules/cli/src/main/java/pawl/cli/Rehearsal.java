package pawl.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several command lines, parted by {@code --then}, in one process, until one of them fails. The build of the zip rehearses what users
 * do, so that the Java virtual machine can keep the classes and the profiles of it for a quick start: its cache comes from one process.
 */
public final class Rehearsal {
    private static final String NEXT = "--then";

    private Rehearsal() {}

    public static void main(String[] arguments) {
        int exitCode = 0;
        for (List<String> command : commands(arguments)) {
            if (exitCode == 0) {
                exitCode =
                        CommandTree.run(Streams.ofProcess(), Installation.ofProcess(), command.toArray(String[]::new));
            }
        }
        System.exit(exitCode);
    }

    static List<List<String>> commands(String... arguments) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(new ArrayList<>());
        for (String argument : arguments) {
            if (argument.equals(NEXT)) {
                commands.add(new ArrayList<>());
            } else {
                commands.getLast().add(argument);
            }
        }
        return commands;
    }
}
