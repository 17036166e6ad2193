package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plugins with which something is wrong, and one with which nothing is, compiled once. */
final class BadPlugins {
    private final Path folder;
    private final PluginWorkshop workshop;

    /** @param folder an empty one */
    BadPlugins(Path folder) throws IOException {
        this.folder = folder;
        this.workshop = new PluginWorkshop(Files.createDirectories(folder.resolve("workshop")));
        addThoseThatRequire();
        addThoseThatStartBadly();
        addThoseWithBadIds();
        addThoseWithoutOneProvider();
        workshop.compile("1.2.3");
        compileAgainstOtherApis();
        compileAgainstTheEngine();
    }

    Path pack(String module, Path jar) throws IOException {
        return workshop.pack(module, jar);
    }

    /** The classes of a module, to spoil. */
    Path copyOfClasses(String module, Path target) throws IOException {
        Path from = workshop.classes(module);
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(from.relativize(file).toString()));
            }
        }
        return target;
    }

    /** The classes of {@code shy}, with another text in its provider that the compiler would not take with the module-info. */
    Path spoilt(String before, String after, Path target) throws IOException {
        copyOfClasses("shy", target);
        Path source = folder.resolve("workshop/src/shy/shy/Provider.java");
        Path changed = Files.createDirectories(target.resolveSibling("source")).resolve("Provider.java");
        String text = Files.readString(source);
        Files.writeString(changed, text.replace(before, after));
        PluginWorkshop.run(
                "javac",
                "-proc:none",
                "--module-path",
                PluginWorkshop.apiJar().toString(),
                "-d",
                target.toString(),
                changed.toString());
        return target;
    }

    /** The jar of a module that was compiled against another API, or with a view of the engine's inside. */
    Path special(String module) {
        return folder.resolve("special").resolve(module + ".jar");
    }

    static String id(String id) {
        return "@Override public String id() { return \"" + id + "\"; }";
    }

    private void addThoseThatRequire() {
        workshop.addTierPlugin("good", "", id("tier-good"));
        workshop.addTierPlugin("shy", "", id("tier-shy"));
        workshop.addTierPlugin("needs.sql", "requires java.sql;", id("tier-sql"));
        workshop.addTierPlugin("needs.kernel", "requires pawl.canonical;", id("tier-kernel"));
        workshop.addTierPlugin("maybe.kernel", "requires static pawl.canonical;", id("tier-maybe"));
        workshop.add("io.vertx.core", "exports io.vertx.core;", "Vertx", "public interface Vertx {}");
        workshop.addTierPlugin("needs.vertx", "requires io.vertx.core;", id("tier-vertx"));
        workshop.add("library", "exports library;", "Library", "public final class Library {}");
        workshop.addTierPlugin("needs.library", "requires library;", id("tier-library"));
        workshop.addTierPlugin("brings.api", "", id("tier-brings"));
        workshop.addClass("brings.api", "pawl.api.mine", "Mine", "public final class Mine {}");
        workshop.addTierPlugin("shares", "", id("tier-shares"));
        workshop.addClass("shares", "same", "Same", "public final class Same {}");
        workshop.add("shared", "", "Shared", "final class Shared {}");
        workshop.addClass("shared", "same", "Same", "public final class Same {}");
        workshop.addTierPlugin("large", "", id("tier-large"));
        for (String name : new String[] {"One", "Two"}) {
            String text = "public final class " + name + " { public static final String TEXT = \"" + "x".repeat(60_000)
                    + "\"; }";
            workshop.addClass("large", "large", name, text);
        }
    }

    private void addThoseThatStartBadly() {
        workshop.addTierPlugin(
                "throwing",
                "",
                id("tier-throwing") + "public Provider() { throw new IllegalStateException(\"boom\"); }");
        workshop.addTierPlugin(
                "throwing.id",
                "",
                "@Override public String id() { throw new IllegalStateException(\"boom\\nat length\"); }");
        workshop.addTierPlugin(
                "throwing.error",
                "",
                id("tier-error")
                        + "static final Object FIRST = first(); static Object first() { throw new AssertionError(\"boom\"); }");
        workshop.addTierPlugin(
                "hanging",
                "",
                id("tier-hanging") + "public Provider() throws Exception {"
                        + " new java.util.concurrent.CountDownLatch(1).await(); }");
        workshop.addTierPlugin(
                "stubborn",
                "",
                "@Override public String id() { while (true) { try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { continue; } } }");
        workshop.addTierPlugin("headless", "", id("tier-headless"));
        workshop.addClass("headless", "headless", "Body", "public final class Body {}");
    }

    private void addThoseWithBadIds() {
        workshop.addTierPlugin("without.id", "", "@Override public String id() { return null; }");
        workshop.addTierPlugin("shouting", "", id("tier-GOOD"));
        workshop.addTierPlugin("wordy", "", id("tier-" + "x".repeat(59)));
        workshop.addTierPlugin("kindless", "", id("tier"));
        workshop.addTierPlugin("misfiled", "", id("feature-good"));
        workshop.addTierPlugin("royal", "", id("tier-pawl-gold"));
        workshop.addTierPlugin("regal", "", id("pawl-gold"));
        addExchange("venueless", "return null;", "return (bytes, offset, length, findings) -> {};");
        addExchange("surveyless", "return \"acme\";", "throw new IllegalStateException(\"no survey\");");
    }

    private void addThoseWithoutOneProvider() {
        workshop.add("idle", "requires pawl.api;", "Idle", "public final class Idle {}");
        workshop.addTierPlugin(
                "twins", "provides pawl.api.feature.FeatureExtractorProvider with twins.Other;", id("tier-twins"));
        workshop.addClass("twins", "twins", "Other", """
                public final class Other implements pawl.api.feature.FeatureExtractorProvider {
                    @Override public String id() { return "feature-twins"; }
                    @Override public pawl.api.feature.FeatureExtractor create(
                            java.util.List<String> venues, pawl.api.plugin.Settings settings) {
                        throw new IllegalStateException();
                    }
                }
                """);
    }

    private void addExchange(String module, String venue, String surveyor) {
        workshop.add(
                module,
                "requires pawl.api; provides pawl.api.exchange.ExchangeAdapterProvider with " + module + ".Provider;",
                "Provider",
                """
                import pawl.api.exchange.ExchangeAdapter;
                public final class Provider implements pawl.api.exchange.ExchangeAdapterProvider {
                    @Override public String id() { return "exchange-%s"; }
                    @Override public String venue() { %s }
                    @Override public ExchangeAdapter create(
                            java.util.List<pawl.api.token.Instrument> instruments, pawl.api.plugin.Settings settings) {
                        return (bytes, offset, length, sink) -> {};
                    }
                    @Override public pawl.api.exchange.InstrumentSurveyor surveyor() { %s }
                }
                """.formatted(module, venue, surveyor));
    }

    private void compileAgainstOtherApis() throws IOException {
        other("older", "0.9.2", api("older"), "");
        other("newer", "1.1.0", api("newer"), "");
        other("later", "2.0.0", api("later"), "");
        other("odd", "7", api("odd"), "");
        other(
                "uses",
                "1.0.0",
                api("uses").change("tier/Tier.java", "public record Tier(", "public record Tier(long weightBps, "),
                "static long weightBps(Tier tier) { return tier.weightBps(); }");
        other(
                "inherits",
                "1.0.0",
                api("inherits")
                        .change(
                                "plugin/PluginProvider.java",
                                "String id();",
                                "String id(); default int rank() { return 1; }"),
                "public int twice() { return 2 * rank(); }");
        other(
                "names",
                "1.0.0",
                api("names").change("tier/TierPolicy.java", "TierPolicy {", "TierPolicy { interface Ranked {}"),
                "static boolean isRanked(Object object) { return object instanceof pawl.api.tier.TierPolicy.Ranked; }");
        other(
                "reads",
                "1.0.0",
                api("reads").change("plugin/Settings.java", "Settings {", "Settings { public static int depth;"),
                "static int depth() { return Settings.depth; }");
        other(
                "lambdas",
                "1.0.0",
                api("lambdas")
                        .change(
                                "exchange/InstrumentSurveyor.java",
                                "void survey(",
                                "void look(int depth); default void survey(")
                        .change(
                                "exchange/InstrumentSurveyor.java",
                                "throws FrameRefusedException;",
                                "throws FrameRefusedException {}"),
                "static pawl.api.exchange.InstrumentSurveyor surveyor() { return depth -> {}; }");
        PluginWorkshop silent = new PluginWorkshop(Files.createDirectories(folder.resolve("for-silent")));
        silent.addTierPlugin("silent", "", "");
        silent.compileAlone(
                "1",
                api("silent")
                        .change(
                                "plugin/PluginProvider.java",
                                "String id();",
                                "default String id() { return \"tier-silent\"; }")
                        .build("1.0.0"));
        silent.pack("silent", special("silent"));
    }

    /** Without a requirement, which would be refused for itself: as reflection or a forced compiler would do it. */
    private void compileAgainstTheEngine() throws IOException {
        PluginWorkshop spy = new PluginWorkshop(Files.createDirectories(folder.resolve("for-spy")));
        spy.addTierPlugin(
                "spy", "", id("tier-spy") + "static Class<?> queue() { return pawl.canonical.QueueState.class; }");
        spy.compileWith(
                List.of(
                        "--add-reads",
                        "spy=pawl.canonical",
                        "--add-modules",
                        "pawl.canonical",
                        "--add-exports",
                        "pawl.canonical/pawl.canonical=spy"),
                "1",
                PluginWorkshop.apiJar(),
                PluginWorkshop.bootModule("pawl.canonical"));
        spy.pack("spy", special("spy"));
    }

    private OtherApi api(String module) throws IOException {
        return new OtherApi(Files.createDirectories(folder.resolve("api-" + module)));
    }

    private void other(String module, String version, OtherApi api, String members) throws IOException {
        PluginWorkshop plugin = new PluginWorkshop(Files.createDirectories(folder.resolve("for-" + module)));
        plugin.addTierPlugin(module, "", id("tier-" + module) + members);
        plugin.compileAlone("1", api.build(version));
        plugin.pack(module, special(module));
    }
}
