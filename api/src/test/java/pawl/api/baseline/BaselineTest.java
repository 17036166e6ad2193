package pawl.api.baseline;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.plugin.ApiVersion;

/** Whoever built a plugin for an API of this major version is not disappointed; and the comparison sees what would disappoint. */
class BaselineTest {
    private static final Path BASELINE = Path.of("baseline", "pawl-api-" + ApiVersion.MAJOR + ".0.0.jar");
    private static final Path EXCEPTIONS = Path.of("baseline", "exceptions.txt");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String STORE = "pawl/api/storage/LogStore.class";
    private static final ClassFile CLASS_FILE = ClassFile.of();

    @TempDir
    private Path folder;

    @Test
    void nothingIsBrokenThatWasNotReviewed() throws IOException {
        List<String> reviewed = Files.readAllLines(EXCEPTIONS).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(reviewed)
                .allSatisfy(line -> assertThat(line.split(" ", 3))
                        .as("element, change, reason")
                        .hasSize(3));
        assertThat(ApiBreaks.between(BASELINE, built(STORE, ClassTransform.ACCEPT_ALL)))
                .as("breaks since %s, of which each needs another major version, or a line in %s", BASELINE, EXCEPTIONS)
                .isEqualTo(reviewed.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(' ', line.indexOf(' ', line.indexOf(' ') + 1))))
                        .sorted()
                        .toList());
    }

    @Test
    void aMethodThatIsGoneIsABreak() throws IOException {
        Path built = built(
                STORE,
                ClassTransform.dropping(element -> element instanceof MethodModel method
                        && method.methodName().equalsString("delete")));

        assertThat(ApiBreaks.between(BASELINE, built))
                .anyMatch(line -> line.matches(".*LogStore\\.delete\\(.*METHOD_REMOVED"));
    }

    @Test
    void aMethodMoreThatPluginsMustHaveIsABreak() throws IOException {
        Path built = built(
                STORE,
                ClassTransform.endHandler(type -> type.withMethod(
                        "shrink", MethodTypeDesc.of(ConstantDescs.CD_void), ACC_PUBLIC | ACC_ABSTRACT, method -> {})));

        assertThat(ApiBreaks.between(BASELINE, built))
                .containsExactly("pawl.api.storage.LogStore.shrink() METHOD_ADDED_TO_INTERFACE");
    }

    @Test
    void aTypeThatIsHiddenIsABreak() throws IOException {
        Path built = built(STORE, (type, element) -> {
            if (element instanceof java.lang.classfile.AccessFlags flags) {
                type.withFlags(flags.flagsMask() & ~ACC_PUBLIC);
            } else {
                type.with(element);
            }
        });

        assertThat(ApiBreaks.between(BASELINE, built))
                .anyMatch(line -> line.startsWith("pawl.api.storage.LogStore CLASS_LESS_ACCESSIBLE"));
    }

    /** The classes of this build as a jar, with one of them changed. */
    private Path built(String changed, ClassTransform change) throws IOException {
        Path jar = folder.resolve("built.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = CLASSES.relativize(file).toString().replace('\\', '/');
                byte[] bytes = Files.readAllBytes(file);
                if (name.equals(changed)) {
                    ClassModel type = CLASS_FILE.parse(bytes);
                    bytes = CLASS_FILE.transformClass(type, change);
                }
                out.putNextEntry(new JarEntry(name));
                out.write(bytes);
            }
        }
        return jar;
    }
}
