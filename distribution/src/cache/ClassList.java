import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Turns the names in classes.txt into the list from which the Java virtual machine makes a cache. Classes of the runtime go in as they are. A
 * class of a plugin is to name its jar and, by number, what it extends, all of which is read from the jars that were just built: so a class that
 * has changed or gone since the names were noted makes no build fail. Run from the folder of the zip: its jars are named from there, for a
 * list cannot name a folder with a blank.
 *
 * <p>Usage: java ClassList.java NAMES LIST
 */
final class ClassList {
    private static final String PLUGIN = "plugin ";

    private final Map<String, Path> jarOf = new TreeMap<>();
    private final Map<String, Integer> numberOfRuntimeClass = new LinkedHashMap<>();
    private final Map<String, Integer> numberOfPluginClass = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private ClassList() {}

    public static void main(String[] arguments) throws IOException {
        ClassList list = new ClassList();
        list.findPluginClasses(Path.of("plugins"));
        List<String> names = Files.readAllLines(Path.of(arguments[0]));
        names.stream().filter(name -> !name.startsWith("@") && !name.startsWith(PLUGIN)).forEach(list::addRuntimeClass);
        for (String name : names) {
            if (name.startsWith(PLUGIN) && list.jarOf.containsKey(name.substring(PLUGIN.length()))) {
                list.addPluginClass(name.substring(PLUGIN.length()));
            }
        }
        names.stream().filter(name -> name.startsWith("@")).forEach(list.lines::add);
        Files.write(Path.of(arguments[1]), list.lines);
    }

    private void findPluginClasses(Path plugins) throws IOException {
        try (Stream<Path> files = Files.walk(plugins)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                try (JarFile classes = new JarFile(jar.toFile())) {
                    classes.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.endsWith(".class"))
                            .forEach(name -> jarOf.putIfAbsent(name.substring(0, name.length() - ".class".length()), jar));
                }
            }
        }
    }

    private int addRuntimeClass(String name) {
        return numberOfRuntimeClass.computeIfAbsent(name, missing -> {
            int number = lines.size();
            lines.add(missing + " id: " + number);
            return number;
        });
    }

    private int addPluginClass(String name) throws IOException {
        Integer known = numberOfPluginClass.get(name);
        if (known != null) {
            return known;
        }
        ClassModel model = read(name);
        StringBuilder line = new StringBuilder(" super: ").append(add(model.superclass().orElseThrow()));
        String before = " interfaces: ";
        for (ClassEntry extended : model.interfaces()) {
            line.append(before).append(add(extended));
            before = " ";
        }
        int number = lines.size();
        numberOfPluginClass.put(name, number);
        lines.add(name + " id: " + number + line + " source: " + jarOf.get(name));
        return number;
    }

    /** Plugins see their own classes before the runtime's. */
    private int add(ClassEntry extended) throws IOException {
        String name = extended.asInternalName();
        return jarOf.containsKey(name) ? addPluginClass(name) : addRuntimeClass(name);
    }

    private ClassModel read(String name) throws IOException {
        try (JarFile jar = new JarFile(jarOf.get(name).toFile())) {
            return ClassFile.of().parse(jar.getInputStream(jar.getEntry(name + ".class")).readAllBytes());
        }
    }
}
