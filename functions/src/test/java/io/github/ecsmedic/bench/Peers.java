package io.github.ecsmedic.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.ecsmedic.aws.HttpAccount.Asked;
import io.github.ecsmedic.handler.DiagnoseHandler;
import io.github.ecsmedic.handler.NaiveHandler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds what is compared. A Java function is unpacked into its working folder, as Lambda does with an uploaded jar. */
final class Peers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** A function of 512 MB; Lambda gives the heap 85 % of it. */
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx435m", "--enable-native-access=ALL-UNNAMED");

    private static final List<String> NAIVE_LIBRARIES = List.of(
            "apache-client-",
            "httpclient-",
            "httpcore-",
            "commons-codec-",
            "jcl-over-slf4j-",
            "aws-lambda-java-events-",
            "joda-time-");

    private final Project project;
    private final Map<String, String> aws;
    private final Certificate certificate;
    private final Path trustStore;

    Peers(Project project, Map<String, String> aws, Certificate certificate)
            throws IOException, GeneralSecurityException {
        this.project = project;
        this.aws = aws;
        this.certificate = certificate;
        this.trustStore = certificate.trustStore(project.folder());
    }

    Peer empty() throws IOException {
        Path folder = project.folder("empty");
        copyClasses(folder, "io/github/ecsmedic/bench/EmptyHandler");
        return unpacked("empty", folder, EmptyHandler.class, Peer.QUEUED);
    }

    Peer naive() throws IOException {
        Path folder = project.unpacked("naive", project.wholeJar());
        for (Path library : NAIVE_LIBRARIES.stream().flatMap(Project::library).toList()) {
            Unpacking.of(library, folder);
        }
        copyClasses(folder, "io/github/ecsmedic/handler/NaiveHandler", "io/github/ecsmedic/aws/EagerClients");
        return unpacked("naive", folder, NaiveHandler.class, Peer.BARE);
    }

    /** What is deployed. */
    Peer zip() throws IOException {
        return unpacked("zip", project.unpacked("zip", project.deployedJar()), DiagnoseHandler.class, Peer.QUEUED);
    }

    /** The container image's own start, without a container, from the cache that a first failure leaves. */
    Peer aot(AwsStub stub, Failures failures) throws IOException, InterruptedException {
        Path folder = project.folder("image");
        if (!Files.exists(folder.resolve("start"))) {
            throw new IOException("scripts/bench has laid out no image");
        }
        stub.forget();
        try (Running training =
                Running.start(start(folder, "--train"), null, project.folder().resolve("training.log"))) {
            training.handle(failures.event());
            training.retire();
        }
        return start(folder);
    }

    private Peer start(Path folder, String... flags) {
        String handler = DiagnoseHandler.class.getName();
        List<String> command = new ArrayList<>(List.of(folder.resolve("start").toString()));
        command.addAll(List.of(flags));
        command.add(handler + "::handleRequest");
        Map<String, String> environment = environment(handler, folder);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.trustStore=" + trustStore);
        return new Peer("aot", command, folder, environment, Peer.QUEUED);
    }

    /** The calls that were seen, by boto3. */
    Peer boto3(List<Asked> seen) throws IOException, InterruptedException, GeneralSecurityException {
        String python = System.getProperty("bench.python", "");
        if (python.isEmpty()) {
            throw new IOException("no Python with boto3 found");
        }
        Path folder = project.folder("boto3");
        ArrayNode requests = JSON.createArrayNode();
        seen.forEach(one -> requests.addObject()
                .put("service", one.service())
                .put("target", one.target())
                .put("body", one.body()));
        Path wire = folder.resolve("seen.json");
        JSON.writeValue(wire.toFile(), requests);
        Path scripts = project.root().resolve("functions/src/test/resources/bench");
        Path calls = folder.resolve("calls.json");
        Path roots = Path.of(Command.output(
                python, scripts.resolve("boto3_calls.py").toString(), wire.toString(), calls.toString()));
        Map<String, String> environment = environment("boto3", folder);
        environment.put("AWS_CA_BUNDLE", certificate.bundle(folder, roots).toString());
        return new Peer(
                "boto3",
                List.of(python, scripts.resolve("boto3_peer.py").toString(), calls.toString()),
                folder,
                environment,
                Peer.BARE);
    }

    private void copyClasses(Path folder, String... classes) throws IOException {
        for (String one : classes) {
            Path inside = Path.of(one);
            Path from = project.testClasses().resolve(inside).getParent();
            Path to = Files.createDirectories(folder.resolve(inside).getParent());
            try (var files = Files.list(from)) {
                for (Path file : files.filter(f -> named(f, inside)).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean named(Path file, Path type) {
        String name = file.getFileName().toString();
        return name.equals(type.getFileName() + ".class") || name.startsWith(type.getFileName() + "$");
    }

    private Peer unpacked(String name, Path folder, Class<?> handler, Peer.Envelope envelope) {
        List<String> command = new ArrayList<>(List.of(project.java()));
        command.addAll(FLAGS);
        command.add("-Djavax.net.ssl.trustStore=" + trustStore);
        command.addAll(List.of("-cp", runtimeJars(), CLIENT, handler.getName() + "::handleRequest"));
        return new Peer(name, command, folder, environment(handler.getName(), folder), envelope);
    }

    private String runtimeJars() {
        return project.runtimeJars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** What Lambda sets, and where AWS is. */
    Map<String, String> environment(String handler, Path folder) {
        Map<String, String> all = new HashMap<>(aws);
        all.putAll(Map.of(
                "_HANDLER", handler + "::handleRequest",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "made-up",
                "AWS_SESSION_TOKEN", "made-up",
                "AWS_REGION", "us-east-1",
                "AWS_DEFAULT_REGION", "us-east-1",
                "ECS_MEDIC_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:ecs-medic",
                "ECS_MEDIC_TABLE", "ecs-medic",
                "ECS_MEDIC_BUS", "off"));
        all.putAll(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "ecs-medic",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "AWS_LAMBDA_LOG_FORMAT", "Text",
                "LAMBDA_TASK_ROOT", folder.toString(),
                "PATH", "/usr/bin:/bin",
                "TZ", ":UTC"));
        return all;
    }
}
