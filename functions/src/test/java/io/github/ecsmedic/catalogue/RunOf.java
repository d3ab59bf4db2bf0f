package io.github.ecsmedic.catalogue;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that it is given, in a Java of their own; names every test, and ends with 1 when one fails. */
final class RunOf {
    private RunOf() {}

    /** A Java that runs the tests with that class path, what it says in one stream. */
    static ProcessBuilder process(List<String> flags, String classPath, List<String> classes) {
        return new ProcessBuilder(Stream.of(
                                List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                flags,
                                List.of("-cp", classPath, RunOf.class.getName()),
                                classes)
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true);
    }

    public static void main(String[] classes) {
        LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(tests, summary, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                System.out.println(result.getStatus() + " " + test.getDisplayName());
            }
        });
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.exit(
                summary.getSummary().getTestsFoundCount() == 0
                                || summary.getSummary().getTotalFailureCount() > 0
                        ? 1
                        : 0);
    }
}
