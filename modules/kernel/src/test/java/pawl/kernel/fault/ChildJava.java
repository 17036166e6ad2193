package pawl.kernel.fault;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pawl.api.token.Ticks;
import pawl.canonical.TokenQueue;
import pawl.capture.Captures;
import pawl.config.Configuration;
import pawl.feature.Candles;
import pawl.fsm.TokenTable;
import pawl.kernel.engine.Engine;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.EngineLog;

/** A Java of its own, with the classes of this module, so that it can be starved or killed. */
final class ChildJava {
    private ChildJava() {}

    static List<String> command(Class<?> main, Object... arguments) throws Exception {
        List<String> classPath = new ArrayList<>();
        for (Class<?> type : List.of(
                Engine.class,
                Ticks.class,
                TokenQueue.class,
                Captures.class,
                Configuration.class,
                TokenTable.class,
                EngineLog.class,
                Candles.class,
                FileLogStoreProvider.class,
                main)) {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            classPath.add(Path.of(place).toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:-UsePerfData");
        command.add("-Xmx64m");
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
