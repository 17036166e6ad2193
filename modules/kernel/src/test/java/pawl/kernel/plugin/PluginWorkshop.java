package pawl.kernel.plugin;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Compiles modules from texts and packs them as jars, with the JDK's own tools. */
public final class PluginWorkshop {
    private final Path folder;
    private final List<String> modules = new ArrayList<>();

    /** @param folder an empty one, for sources and classes */
    public PluginWorkshop(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a module of one tier policy, whose class is {@code MODULE.Provider}, with the id that the body's method gives.
     *
     * @param directives of its module-info, besides that it requires pawl.api and provides the policy
     * @param members of the provider's class besides its {@code create}
     */
    public void addTierPlugin(String module, String directives, String members) {
        add(
                module,
                "requires pawl.api; provides pawl.api.tier.TierPolicyProvider with " + module + ".Provider; "
                        + directives,
                "Provider",
                """
                import java.util.List;
                import pawl.api.plugin.Settings;
                import pawl.api.tier.Tier;
                import pawl.api.tier.TierPolicy;
                import pawl.api.tier.TierPolicyProvider;
                public final class Provider implements TierPolicyProvider {
                    @Override public TierPolicy create(List<Tier> tiers, Settings settings) {
                        settings.allowOnly("window");
                        throw new IllegalStateException("a policy for loading only");
                    }
                %s
                }
                """.formatted(members));
    }

    /** Adds a module of one class in the package of the module's name. */
    public void add(String module, String directives, String className, String classText) {
        write(Path.of(module, "module-info.java"), "module " + module + " { " + directives + " }");
        String packageFolder = module.replace('.', '/');
        write(Path.of(module, packageFolder, className + ".java"), "package " + module + ";\n" + classText);
        modules.add(module);
    }

    /** Adds a class to a module. */
    public void addClass(String module, String packageName, String className, String classText) {
        Path file = Path.of(module, packageName.replace('.', '/'), className + ".java");
        write(file, "package " + packageName + ";\n" + classText);
    }

    private void write(Path file, String text) {
        Path path = folder.resolve("src").resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all modules at once, against the engine's, with that version in their descriptors. */
    public void compile(String version) {
        compileAlone(version, apiJar(), bootModule("pawl.canonical"));
    }

    /** Compiles all modules at once, against those jars, with that version in their descriptors. */
    void compileAlone(String version, Path... modulePath) {
        compileWith(List.of(), version, modulePath);
    }

    /** @param options for the compiler, besides */
    void compileWith(List<String> options, String version, Path... modulePath) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-d",
                folder.resolve("classes").toString(),
                "--module-source-path",
                folder.resolve("src").toString(),
                "--module-path",
                Arrays.stream(modulePath).map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--module-version",
                version,
                "-proc:none",
                "--module",
                String.join(",", modules)));
        run("javac", arguments.toArray(String[]::new));
    }

    /** Where the engine has one of its own modules from. */
    static Path bootModule(String name) {
        URI location = PluginWorkshop.class
                .getModule()
                .getLayer()
                .configuration()
                .findModule(name)
                .orElseThrow()
                .reference()
                .location()
                .orElseThrow();
        return Path.of(location);
    }

    /** Packs a module as that jar, whose folder is made. */
    public Path pack(String module, Path jar) throws IOException {
        return packFolder(classes(module), jar);
    }

    /** A compiled module's classes, to spoil. */
    public Path classes(String module) {
        return folder.resolve("classes").resolve(module);
    }

    static Path packFolder(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        run(
                "jar",
                "--create",
                "--file",
                jar.toString(),
                "--date",
                "2026-01-01T00:00:00Z",
                "-C",
                classes.toString(),
                ".");
        return jar;
    }

    static void run(String tool, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException(tool + " failed:\n" + output);
        }
    }

    /** The API that the engine runs with. */
    static Path apiJar() {
        return bootModule("pawl.api");
    }
}
