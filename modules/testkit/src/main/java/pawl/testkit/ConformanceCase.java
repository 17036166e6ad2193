package pawl.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A numbered case of a contract. Its number never changes and is never given to another. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface ConformanceCase {
    /** For example {@code EX-01}. */
    String id();

    /** What holds where the case passes. */
    String says();

    /** Whether there are plugins that it cannot be asked of, whose author then gives the reason. */
    boolean mayNotApply() default false;
}
