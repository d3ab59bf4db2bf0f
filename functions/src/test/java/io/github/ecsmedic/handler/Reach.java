package io.github.ecsmedic.handler;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a class of ours names, what that names, and so on: the clients of the SDK, and what is asked of them. */
public final class Reach {
    /** Where Lambda enters. */
    public static final List<Class<?>> HANDLERS =
            List.of(DiagnoseHandler.class, FixHandler.class, SlackHandler.class, SweepHandler.class);

    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.[^.]+\\.(?!Default)\\w+Client");

    /** Of a client, but no request. */
    private static final Set<String> NO_OPERATIONS = Set.of("builder", "create", "close", "serviceName");

    private final NavigableSet<String> named = new TreeSet<>();
    private final NavigableMap<String, NavigableSet<String>> asked = new TreeMap<>();

    /** Out of that code. */
    public Reach(JavaClasses code, Class<?> from) {
        Set<String> seen = new TreeSet<>(Set.of(from.getName()));
        Deque<JavaClass> open = new ArrayDeque<>(Set.of(code.get(from)));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            next.getAccessesFromSelf().forEach(this::asks);
            next.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> seen.add(target.getName()) && code.contain(target.getName()))
                    .forEach(target -> open.add(code.get(target.getName())));
        }
        seen.stream().filter(name -> CLIENT.matcher(name).matches()).forEach(named::add);
    }

    /** All of ours but the tests. */
    public static JavaClasses code() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.ecsmedic");
    }

    /** Those that are named at all. */
    NavigableSet<String> clients() {
        return named;
    }

    /** Operations by the client that is asked. */
    public NavigableMap<String, NavigableSet<String>> operations() {
        return asked;
    }

    /** Of each handler. */
    public static Map<String, Reach> ofHandlers(JavaClasses code) {
        return HANDLERS.stream()
                .collect(Collectors.toMap(
                        Class::getSimpleName, handler -> new Reach(code, handler), (one, _) -> one, TreeMap::new));
    }

    private void asks(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (CLIENT.matcher(owner).matches() && !NO_OPERATIONS.contains(access.getName())) {
            asked.computeIfAbsent(owner.substring(owner.lastIndexOf('.') + 1), _ -> new TreeSet<>())
                    .add(access.getName());
        }
    }
}
