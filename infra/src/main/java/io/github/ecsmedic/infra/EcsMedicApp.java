package io.github.ecsmedic.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;

/** The CDK app: reads the settings from the context and makes one stack. */
public final class EcsMedicApp {
    private static final Path BUILT = Path.of("../functions/target");
    private static final String JAR = "ecs-medic-functions-*-lambda.jar";

    private EcsMedicApp() {}

    public static void main(String[] arguments) {
        App app = new App();
        try {
            new EcsMedicStack(app, Installation.read(context(app)));
        } catch (IllegalArgumentException faults) {
            System.err.println(faults.getMessage());
            System.exit(2);
        }
        app.synth();
    }

    private static Map<String, String> context(App app) {
        Map<String, String> context = new TreeMap<>();
        context.put(Installation.JAR, builtIn(BUILT));
        for (Setting setting : Installation.SETTINGS) {
            Object value = app.getNode().tryGetContext(setting.key());
            if (value != null) {
                context.put(setting.key(), value.toString());
            }
        }
        return context;
    }

    /** Where Maven leaves the jar; the pattern itself when there is none, for the message. */
    static String builtIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return folder.resolve(JAR).toString();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, JAR)) {
            for (Path jar : jars) {
                return jar.toString();
            }
            return folder.resolve(JAR).toString();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
