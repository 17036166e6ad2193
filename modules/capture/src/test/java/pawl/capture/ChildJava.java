package pawl.capture;

import com.github.luben.zstd.Zstd;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pawl.api.token.Ticks;
import tools.jackson.core.JsonParser;

/** A Java of its own, with the classes of this module, so that it can be starved or killed. */
final class ChildJava {
    private ChildJava() {}

    /** @param options for the virtual machine */
    static List<String> command(List<String> options, Class<?> main, Object... arguments) throws Exception {
        List<String> classPath = new ArrayList<>();
        for (Class<?> type : List.of(Captures.class, Ticks.class, JsonParser.class, Zstd.class)) {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            classPath.add(Path.of(place).toString());
        }
        classPath.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** Under a limit that the shell sets, for example {@code -n 64}. */
    static List<String> limited(String limit, List<String> command) {
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit " + limit + " && exec \"$@\"", "sh"));
        limited.addAll(command);
        return limited;
    }
}
