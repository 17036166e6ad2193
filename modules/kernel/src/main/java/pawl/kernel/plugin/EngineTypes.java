package pawl.kernel.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pawl.api.plugin.PluginProvider;

/** The types of {@code pawl.api} and of the JDK as they are in this process, and the packages that belong to the rest of the engine. */
final class EngineTypes {
    static final Module API = PluginProvider.class.getModule();

    private final Map<String, Optional<TypeFacts>> known = new HashMap<>();
    private final Map<String, String> enginePackages = new HashMap<>();

    EngineTypes() {
        for (Module module : API.getLayer().modules()) {
            if (!isOfJdk(module.getName()) && module != API) {
                module.getPackages().forEach(name -> enginePackages.put(name, module.getName()));
            }
        }
    }

    static boolean isOfJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    /** Whether a type of that internal name is one that {@code pawl.api} has, had or will have. */
    static boolean isOfApi(String name) {
        return name.startsWith("pawl/api/");
    }

    /** The module of the engine, other than the API, that has that package. */
    Optional<String> moduleOf(String packageName) {
        return Optional.ofNullable(enginePackages.get(packageName));
    }

    /** Empty for a type that is neither of the API nor of {@code java.base}, or that is hidden from plugins. */
    Optional<TypeFacts> find(String name) {
        return known.computeIfAbsent(name, EngineTypes::look);
    }

    private static Optional<TypeFacts> look(String name) {
        Module home = isOfApi(name) ? API : Object.class.getModule();
        return Optional.ofNullable(Class.forName(home, name.replace('/', '.')))
                .filter(type -> Modifier.isPublic(type.getModifiers()) && home.isExported(type.getPackageName()))
                .map(EngineTypes::facts);
    }

    private static TypeFacts facts(Class<?> type) {
        Map<String, Integer> members = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            String descriptor = parameters(method.getParameterTypes())
                    + method.getReturnType().descriptorString();
            members.put(TypeFacts.methodKey(method.getName(), descriptor), method.getModifiers());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            String descriptor = parameters(constructor.getParameterTypes()) + "V";
            members.put(TypeFacts.methodKey("<init>", descriptor), constructor.getModifiers());
        }
        for (Field field : type.getDeclaredFields()) {
            members.put(TypeFacts.fieldKey(field.getName(), field.getType().descriptorString()), field.getModifiers());
        }
        return new TypeFacts(
                internalName(type),
                type.getModifiers(),
                superclass(type).map(EngineTypes::internalName),
                Arrays.stream(type.getInterfaces())
                        .map(EngineTypes::internalName)
                        .toList(),
                members);
    }

    /** Class files say that interfaces extend {@code Object}; reflection does not. */
    private static Optional<Class<?>> superclass(Class<?> type) {
        return type.isInterface() ? Optional.of(Object.class) : Optional.ofNullable(type.getSuperclass());
    }

    private static String parameters(Class<?>... types) {
        return Arrays.stream(types).map(Class::descriptorString).collect(Collectors.joining("", "(", ")"));
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
