package pawl.testkit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names a case by its number and what it says; made by JUnit. */
public final class CaseNames extends DisplayNameGenerator.Standard {
    public CaseNames() {}

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        ConformanceCase numbered = method.getAnnotation(ConformanceCase.class);
        return numbered == null
                ? super.generateDisplayNameForMethod(enclosing, testClass, method)
                : numbered.id() + " " + numbered.says();
    }
}
