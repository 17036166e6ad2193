package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What provokes each refusal, and the line that is then said. */
final class RefusalCases {
    private static final String ONLY = "use nothing of Pawl but pawl.api";
    private static final String OR_ITS_PAWL = "build it against this version, or use the Pawl it was built for";
    private static final String OWN_COPY =
            "use pawl.api alone, and put the plugin's own copy of a library into its folder";

    private final BadPlugins bad;

    RefusalCases(BadPlugins bad) {
        this.bad = bad;
    }

    interface Preparation {
        void in(Path plugins) throws IOException;
    }

    /** @param line what is said, where what is a path of the test's own is {@code PLUGINS} */
    record Case(Refusal refusal, String name, Preparation preparation, String line) {
        @Override
        public String toString() {
            return refusal + ": " + name;
        }
    }

    private static Case of(Refusal refusal, String name, Preparation preparation, String line) {
        return new Case(refusal, name, preparation, line);
    }

    /** One module, as the only jar of its folder. */
    private Case module(Refusal refusal, String module, String line) {
        return of(refusal, module, plugins -> bad.pack(module, plugins.resolve("bad/" + module + ".jar")), line);
    }

    /** One module compiled against another API. */
    private Case special(Refusal refusal, String module, String line) {
        return of(
                refusal,
                module,
                plugins -> {
                    Files.createDirectory(plugins.resolve("bad"));
                    Files.copy(bad.special(module), plugins.resolve("bad/" + module + ".jar"));
                },
                line);
    }

    private Case zip(Refusal refusal, String name, Map<String, byte[]> entries, String line) {
        return of(refusal, name, plugins -> Zips.write(plugins.resolve("bad.zip"), entries), line);
    }

    Stream<Case> cases() {
        return Stream.of(files(), packed(), modules(), requirements(), uses(), starts(), ids(), locks())
                .flatMap(List::stream);
    }

    private List<Case> files() {
        String inside = " is a symbolic link to a file outside of its folder; put the file itself there";
        String again = "; copy it again, or build it again for Java 25";
        return List.of(
                of(
                        Refusal.UNREADABLE,
                        "a folder named like a jar",
                        plugins -> Files.createDirectories(plugins.resolve("bad/folder.jar")),
                        "its files cannot be read: Is a directory; see to their permissions, and that they are files"),
                of(
                        Refusal.UNREADABLE,
                        "a link to nothing",
                        plugins -> Files.createSymbolicLink(plugins.resolve("bad.jar"), Path.of("nothing")),
                        "its files cannot be read: NoSuchFileException: PLUGINS/bad.jar;"
                                + " see to their permissions, and that they are files"),
                of(
                        Refusal.NO_JAR,
                        "a folder of folders",
                        plugins -> bad.pack("shy", plugins.resolve("bad/deeper/shy.jar")),
                        "it holds no jar; put the plugin's jars directly into it"),
                of(
                        Refusal.LINK_OUTSIDE,
                        "a folder elsewhere",
                        plugins -> Files.createSymbolicLink(
                                plugins.resolve("bad"),
                                bad.pack("shy", plugins.resolveSibling("elsewhere/shy.jar"))
                                        .getParent()),
                        "its entry" + inside),
                of(
                        Refusal.LINK_OUTSIDE,
                        "a jar of another plugin",
                        plugins -> Files.createSymbolicLink(
                                Files.createDirectory(plugins.resolve("bad")).resolve("good.jar"),
                                Path.of("../good/good.jar")),
                        "its good.jar" + inside),
                of(
                        Refusal.CORRUPT,
                        "a text for a jar",
                        plugins -> Files.writeString(plugins.resolve("bad.jar"), "no zip at all"),
                        "a jar of it cannot be read as a module: zip END header not found" + again),
                of(
                        Refusal.CORRUPT,
                        "an empty jar",
                        plugins -> Files.createFile(plugins.resolve("bad.jar")),
                        "a jar of it cannot be read as a module: zip file is empty" + again),
                of(
                        Refusal.CORRUPT,
                        "a class that is none",
                        plugins -> {
                            Path classes = bad.copyOfClasses("headless", plugins.resolveSibling("classes"));
                            Files.writeString(classes.resolve("headless/Body.class"), "no class at all");
                            Zips.ofFolder(classes, plugins.resolve("bad/bad.jar"));
                        },
                        "a jar of it cannot be read as a module: headless/Body.class: it is no class file" + again));
    }

    private List<Case> packed() {
        String plain = "; pack its jars with plain names, side by side or in one folder";
        byte[] jar = {1};
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            many.put("note-" + i, jar);
        }
        return List.of(
                of(
                        Refusal.PACKED_CORRUPT,
                        "a text for a zip",
                        plugins -> Files.writeString(plugins.resolve("bad.zip"), "no zip at all"),
                        "it cannot be unpacked: zip END header not found;"
                                + " pack it again, or put its folder here instead"),
                zip(
                        Refusal.PACKED_NAME,
                        "zip-slip",
                        Map.of("../good/good.jar", jar),
                        "its entry \"../good/good.jar\" would lie outside of its folder" + plain),
                zip(
                        Refusal.PACKED_NAME,
                        "an absolute name",
                        Map.of("/tmp/a.txt", jar),
                        "its entry \"/tmp/a.txt\" would lie outside of its folder" + plain),
                of(
                        Refusal.PACKED_LINK,
                        "a link in a zip",
                        plugins -> Zips.makeLastALink(
                                Zips.write(plugins.resolve("bad.zip"), Map.of("a.jar", "/etc/passwd".getBytes()))),
                        "its entry a.jar is a symbolic link; pack the file itself"),
                zip(
                        Refusal.PACKED_DEEP,
                        "a jar below a folder's folder",
                        Map.of("one/two/a.jar", jar),
                        "its entry \"one/two/a.jar\" lies too deep; pack its jars side by side or in one folder"),
                zip(
                        Refusal.PACKED_TOO_MANY,
                        "many entries",
                        many,
                        "it has more than 8 entries; pack the plugin's jars and nothing else"),
                zip(
                        Refusal.PACKED_TOO_LARGE,
                        "a bomb",
                        Map.of("a.jar", new byte[10_000_000]),
                        "it unpacks to more than 100000 bytes; pack the plugin's jars and nothing else"));
    }

    private List<Case> modules() {
        String none = " has no module-info, so nothing fences it; use a jar that has one; an automatic module is none";
        return List.of(
                of(
                        Refusal.SAME_MODULE_TWICE,
                        "two versions of a jar",
                        plugins -> {
                            bad.pack("shy", plugins.resolve("bad/shy-1.jar"));
                            bad.pack("shy", plugins.resolve("bad/shy-2.jar"));
                        },
                        "two of its jars hold a module of the same name; leave one of them"),
                of(
                        Refusal.NO_MODULE_INFO,
                        "no module-info",
                        plugins -> {
                            Path classes = bad.copyOfClasses("shy", plugins.resolveSibling("classes"));
                            Files.delete(classes.resolve("module-info.class"));
                            PluginWorkshop.packFolder(classes, plugins.resolve("bad/plain-old.jar"));
                        },
                        "its jar plain.old" + none),
                of(
                        Refusal.NO_MODULE_INFO,
                        "an automatic module",
                        plugins -> {
                            Path classes = bad.copyOfClasses("shy", plugins.resolveSibling("classes"));
                            Files.delete(classes.resolve("module-info.class"));
                            Files.createDirectory(classes.resolve("META-INF"));
                            Files.writeString(
                                    classes.resolve("META-INF/MANIFEST.MF"),
                                    "Manifest-Version: 1.0\nAutomatic-Module-Name: nearly.one\n");
                            Zips.ofFolder(classes, plugins.resolve("bad/plain-old.jar"));
                        },
                        "its jar nearly.one" + none),
                module(
                        Refusal.BRINGS_THE_API,
                        "brings.api",
                        "it brings a copy of pawl.api (in brings.api), which would hide the engine's;"
                                + " give that dependency the scope `provided`"),
                module(
                        Refusal.PLUGIN_COUNT,
                        "idle",
                        "it provides 0 plugins; exactly one module-info must say `provides … with` one of Pawl's"
                                + " four services"),
                module(
                        Refusal.PLUGIN_COUNT,
                        "twins",
                        "it provides 2 plugins; exactly one module-info must say `provides … with` one of Pawl's"
                                + " four services"));
    }

    private List<Case> requirements() {
        return List.of(
                module(
                        Refusal.REQUIRES_ENGINE_MODULE,
                        "needs.kernel",
                        "its module needs.kernel requires pawl.canonical of the engine, which no plugin may read; "
                                + OWN_COPY),
                module(
                        Refusal.REQUIRES_ENGINE_MODULE,
                        "maybe.kernel",
                        "its module maybe.kernel requires pawl.canonical of the engine, which no plugin may read; "
                                + OWN_COPY),
                module(
                        Refusal.REQUIRES_ENGINE_MODULE,
                        "needs.vertx",
                        "its module needs.vertx requires io.vertx.core of the engine, which no plugin may read; "
                                + OWN_COPY),
                module(
                        Refusal.REQUIRES_JDK_MODULE,
                        "needs.sql",
                        "its module needs.sql requires java.sql, which no plugin may read;"
                                + " of the JDK, java.base, java.logging and java.xml are allowed"),
                module(
                        Refusal.MISSING_MODULE,
                        "needs.library",
                        "its module needs.library requires library, which is not there;"
                                + " put that module's jar into its folder"),
                of(
                        Refusal.DOES_NOT_FIT,
                        "a package in two modules",
                        plugins -> {
                            bad.pack("shares", plugins.resolve("bad/shares.jar"));
                            bad.pack("shared", plugins.resolve("bad/shared.jar"));
                        },
                        "its modules do not fit together: Package same in more than one module;"
                                + " keep each package in one jar of it"),
                of(
                        Refusal.BAD_VERSION,
                        "a long version",
                        plugins -> {
                            PluginWorkshop wordy =
                                    new PluginWorkshop(Files.createDirectory(plugins.resolveSibling("wordy")));
                            wordy.addTierPlugin("wordy", "", BadPlugins.id("tier-wordy"));
                            wordy.compile("1.0.0-SNAPSHOT-20260101.1");
                            wordy.pack("wordy", plugins.resolve("bad/wordy.jar"));
                        },
                        "its version is \"1.0.0-SNAPSHOT-20260101.1\"; a log's header has room for 24 bytes of it:"
                                + " shorten it"));
    }

    private List<Case> uses() {
        String newer = "; use a newer Pawl, or an older build of it";
        return List.of(
                special(
                        Refusal.API_TOO_OLD,
                        "older",
                        "it was built for pawl.api 0.9.2, this is 1.0.0; build it again for this major version,"
                                + " or use an older Pawl"),
                special(Refusal.API_TOO_NEW, "newer", "it was built for pawl.api 1.1.0, this is 1.0.0" + newer),
                special(Refusal.API_TOO_NEW, "later", "it was built for pawl.api 2.0.0, this is 1.0.0" + newer),
                special(
                        Refusal.API_UNKNOWN,
                        "odd",
                        "it says that it was built for pawl.api 7; build it against a release, as in 1.0.0"),
                special(
                        Refusal.MISSING_MEMBER,
                        "uses",
                        "its class uses.Provider uses pawl.api.tier.Tier.weightBps(), which pawl.api 1.0.0 has not; "
                                + OR_ITS_PAWL),
                special(
                        Refusal.MISSING_MEMBER,
                        "inherits",
                        "its class inherits.Provider uses inherits.Provider.rank(), which pawl.api 1.0.0 has not; "
                                + OR_ITS_PAWL),
                special(
                        Refusal.MISSING_MEMBER,
                        "names",
                        "its class names.Provider uses pawl.api.tier.TierPolicy$Ranked, which pawl.api 1.0.0 has not; "
                                + OR_ITS_PAWL),
                special(
                        Refusal.MISSING_MEMBER,
                        "reads",
                        "its class reads.Provider uses pawl.api.plugin.Settings.depth, which pawl.api 1.0.0 has not; "
                                + OR_ITS_PAWL),
                special(
                        Refusal.UNIMPLEMENTED,
                        "silent",
                        "its class silent.Provider leaves out pawl.api.plugin.PluginProvider.id(), which pawl.api 1.0.0"
                                + " asks for; " + OR_ITS_PAWL),
                special(
                        Refusal.UNIMPLEMENTED,
                        "lambdas",
                        "its class lambdas.Provider leaves out pawl.api.exchange.InstrumentSurveyor.survey(byte[], int,"
                                + " int, InstrumentSurveyor$Findings), which pawl.api 1.0.0 asks for; " + OR_ITS_PAWL),
                special(
                        Refusal.READS_THE_ENGINE,
                        "spy",
                        "its class spy.Provider uses pawl.canonical.QueueState of the engine's module pawl.canonical; "
                                + ONLY),
                module(
                        Refusal.CLASSES_TOO_LARGE,
                        "large",
                        "its classes take more than 100000 bytes; leave out what is no code of the plugin"));
    }

    private List<Case> starts() {
        String hangs = "its provider was not made and had no id within 2000 ms; do nothing there that waits or takes"
                + " long; its thread hangs until Pawl ends";
        String threw = "its provider threw when it was made and asked for its id: ";
        return List.of(
                of(
                        Refusal.PROVIDER_MISSING,
                        "a class that was not packed",
                        plugins -> {
                            Path classes = bad.copyOfClasses("headless", plugins.resolveSibling("classes"));
                            Files.delete(classes.resolve("headless/Provider.class"));
                            Zips.ofFolder(classes, plugins.resolve("bad/bad.jar"));
                        },
                        "its provider class headless.Provider is not in its jar; build the jar again"),
                of(
                        Refusal.PROVIDER_NOT_PUBLIC,
                        "a class for its package alone",
                        plugins -> Zips.ofFolder(
                                bad.spoilt("public final class", "final class", plugins.resolveSibling("classes")),
                                plugins.resolve("bad/shy.jar")),
                        "its provider class shy.Provider is not public, or has no public constructor without arguments;"
                                + " make both public"),
                of(
                        Refusal.PROVIDER_NOT_PUBLIC,
                        "a constructor for itself alone",
                        plugins -> Zips.ofFolder(
                                bad.spoilt(
                                        "class Provider implements TierPolicyProvider {",
                                        "class Provider implements TierPolicyProvider { private Provider() {}",
                                        plugins.resolveSibling("classes")),
                                plugins.resolve("bad/shy.jar")),
                        "its provider class shy.Provider is not public, or has no public constructor without"
                                + " arguments; make both public"),
                module(Refusal.PROVIDER_THROWS, "throwing", threw + "boom; do nothing there that can fail"),
                module(Refusal.PROVIDER_THROWS, "throwing.id", threw + "boom; do nothing there that can fail"),
                module(Refusal.PROVIDER_THROWS, "throwing.error", threw + "boom; do nothing there that can fail"),
                module(Refusal.PROVIDER_HANGS, "hanging", hangs),
                module(Refusal.PROVIDER_HANGS, "stubborn", hangs));
    }

    private List<Case> ids() {
        String id = "; needed is one of at most 63 lower-case letters, digits and hyphens, as in exchange-acme";
        return List.of(
                module(Refusal.BAD_ID, "without.id", "its id is \"null\"" + id),
                module(Refusal.BAD_ID, "shouting", "its id is \"tier-GOOD\"" + id),
                module(Refusal.BAD_ID, "wordy", "its id is \"tier-" + "x".repeat(59) + "\"" + id),
                module(Refusal.BAD_ID, "kindless", "its id is \"tier\"" + id),
                module(
                        Refusal.WRONG_KIND,
                        "misfiled",
                        "its id is \"feature-good\", but it provides the service of another kind;"
                                + " start it with tier-, or provide the service that it names"),
                module(
                        Refusal.RESERVED_ID,
                        "royal",
                        "its id is \"tier-pawl-gold\", and ids of that start are reserved;"
                                + " name it after yourself, as in exchange-acme"),
                module(
                        Refusal.RESERVED_ID,
                        "regal",
                        "its id is \"pawl-gold\", and ids of that start are reserved;"
                                + " name it after yourself, as in exchange-acme"),
                of(
                        Refusal.DUPLICATE_ID,
                        "an id twice",
                        plugins -> {
                            bad.pack("shy", plugins.resolve("b/shy.jar"));
                            bad.pack("shy", plugins.resolve("a.jar"));
                        },
                        "the id tier-shy is claimed by 2 plugins; leave one of them here"));
    }

    private List<Case> locks() {
        return List.of(
                of(
                        Refusal.NOT_LOCKED,
                        "a plugin that nobody locked",
                        plugins -> {
                            bad.pack("throwing", plugins.resolve("bad/throwing.jar"));
                            lock(plugins, "good", "tier-good");
                        },
                        "its SHA-256 HASH is not in LOCK; if you trust it, run: pawl plugin lock bad"),
                of(
                        Refusal.LOCKED_AS_ANOTHER,
                        "a plugin that goes by another name",
                        plugins -> {
                            bad.pack("shy", plugins.resolve("bad.jar"));
                            lock(plugins, "good", "tier-good");
                            lock(plugins, "bad.jar", "tier-brave");
                        },
                        "LOCK has its SHA-256 for the id tier-brave, and it calls itself tier-shy;"
                                + " if you trust it, run: pawl plugin lock bad.jar"));
    }

    private static void lock(Path plugins, String entry, String id) throws IOException {
        PluginLock before = PluginLock.of(plugins).orElse(new PluginLock(PluginLock.fileOf(plugins), new TreeMap<>()));
        TreeMap<String, String> ids = new TreeMap<>(before.ids());
        try {
            ids.put(PluginLoader.sha256(plugins.resolve(entry)), id);
        } catch (PluginRefusedException e) {
            throw new IOException(e);
        }
        new PluginLock(before.file(), ids).write();
    }

    /** Refusals of {@code pawl plugin check} alone. */
    Stream<Case> checks() {
        String fails = "; give a name and a surveyor; `pawl plugin check` alone asks for them";
        return Stream.of(
                of(
                        Refusal.NEITHER,
                        "a text",
                        plugins -> Files.writeString(plugins.resolve("bad"), "no plugin at all"),
                        "it is no folder, no .jar and no .zip; name one of these, as it would lie in the plugins folder"),
                module(
                        Refusal.VENUE_FAILS,
                        "venueless",
                        "its venue() or surveyor() fails: null or nothing was given" + fails),
                module(Refusal.VENUE_FAILS, "surveyless", "its venue() or surveyor() fails: no survey" + fails));
    }
}
