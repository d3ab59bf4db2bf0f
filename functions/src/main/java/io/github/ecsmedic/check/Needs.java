package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.check.Need.Thing;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists what a start of a task needs, in the order in which it needs it. Reads nothing. */
public final class Needs {
    private static final int HTTPS = 443;
    private static final int NFS = 2_049;
    private static final String HUB = "registry-1.docker.io";
    private static final String LAYERS = "-starport-layer-bucket";
    private static final List<String> ORDER = List.of(
            "role",
            "interface",
            "login",
            "manifest",
            "layers",
            "registry",
            "secrets",
            "parameters",
            "env-file",
            "efs",
            "logs");

    private final TaskDefinition definition;
    private final String region;
    private final Map<String, Need> found = new LinkedHashMap<>();
    private String container = "";

    private Needs(TaskDefinition definition, String region) {
        this.definition = definition;
        this.region = region;
    }

    /** Each connection once, with everything that is asked for over it; the same for every start. */
    public static List<Need> of(TaskDefinition definition, String region) {
        Needs needs = new Needs(definition, region);
        needs.own();
        definition.containers().forEach(needs::of);
        needs.container = "";
        definition.fileSystems().forEach(needs::fileSystem);
        return needs.found.values().stream()
                .sorted(Comparator.comparingInt(need -> ORDER.indexOf(need.name())))
                .toList();
    }

    private void of(ContainerDefinition asking) {
        container = asking.name();
        image(asking);
        new TreeMap<>(asking.secrets()).values().forEach(this::secret);
        if (asking.log() != null) {
            new TreeMap<>(asking.log().secrets()).values().forEach(this::secret);
        }
        asking.environmentFiles().forEach(this::environmentFile);
        log(asking.log());
    }

    /** The roles that ECS assumes for the task, and its network interface. */
    private void own() {
        List<Thing> roles = Stream.of(definition.executionRoleArn(), definition.taskRoleArn())
                .filter(role -> !role.isEmpty())
                .distinct()
                .map(role -> new Thing("", Need.with(Facts.NONE, Fact.ROLE, role)))
                .toList();
        if (!roles.isEmpty()) {
            found.put("role", new Need("role", "iam", null, false, roles));
        }
        if (definition.networkMode().equals("awsvpc")) {
            found.put("interface", new Need("interface", "network", null, false, List.of(new Thing("", Facts.NONE))));
        }
    }

    private void image(ContainerDefinition asking) {
        ImageReference image = ImageReference.parse(asking.image());
        if (!asking.repositoryCredentials().isEmpty()) {
            secret(asking.repositoryCredentials());
        }
        if (!image.ecr()) {
            String host = image.dockerHub() ? HUB : image.host();
            add("registry", Stage.MANIFEST, host, Need.with(Facts.NONE, Fact.IMAGE, asking.image()));
            return;
        }
        String there = image.region();
        String repository =
                new Arn(partition(), "ecr", there, image.account(), "repository/" + image.path()).toString();
        String bucket = "prod-" + there + LAYERS;
        add("login", Stage.REGISTRY_AUTH, host("api.ecr", there), call("ecr:GetAuthorizationToken", "*"));
        add(
                "manifest",
                Stage.MANIFEST,
                image.host(),
                Need.with(call("ecr:BatchGetImage", repository), Fact.IMAGE, asking.image()));
        add("layers", Stage.LAYERS, bucket + "." + host("s3", there), layer(bucket, asking.image()));
    }

    /** ECR signs the link to a layer itself: it does not matter who follows it. */
    private Facts layer(String bucket, String image) {
        Facts facts = Need.with(Facts.NONE, Fact.ACTION, "s3:GetObject");
        return Need.with(
                Need.with(facts, Fact.RESOURCE, "arn:" + partition() + ":s3:::" + bucket + "/layer"),
                Fact.IMAGE,
                image);
    }

    /** An ARN tells which of the two it is; a bare name is a parameter's. */
    private void secret(String valueFrom) {
        Arn arn = Arn.parse(valueFrom).orElse(new Arn(partition(), "ssm", region, "", "parameter" + valueFrom));
        String there = arn.region().isEmpty() ? region : arn.region();
        if (arn.service().equals("secretsmanager")) {
            String id = withoutKey(valueFrom);
            Facts facts = Need.with(call("secretsmanager:GetSecretValue", id), Fact.SECRET, id);
            add("secrets", Stage.SECRET, host("secretsmanager", there), facts);
        } else {
            String path =
                    arn.resource().startsWith("parameter/") ? arn.resource().substring(9) : arn.resource();
            String name = valueFrom.startsWith("arn:") ? path : valueFrom;
            Facts facts = Need.with(
                    call("ssm:GetParameters", valueFrom.startsWith("arn:") ? valueFrom : ""), Fact.PARAMETER, name);
            add("parameters", Stage.PARAMETER, host("ssm", there), facts);
        }
    }

    /** {@code arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME} without the JSON key and version behind it. */
    private static String withoutKey(String valueFrom) {
        String[] parts = valueFrom.split(":", -1);
        return parts.length > 7 ? String.join(":", List.of(parts).subList(0, 7)) : valueFrom;
    }

    private void environmentFile(String object) {
        add("env-file", Stage.ENV_FILE, host("s3", region), call("s3:GetObject", object));
    }

    private void log(@Nullable LogConfiguration log) {
        if (log == null || !log.driver().equals("awslogs")) {
            return;
        }
        String named = log.option("awslogs-region");
        String endpoint = log.option("awslogs-endpoint");
        String host = endpoint.substring(endpoint.indexOf("//") < 0 ? 0 : endpoint.indexOf("//") + 2);
        add(
                "logs",
                Stage.LOGS,
                host.isEmpty() ? host("logs", named.isEmpty() ? region : named) : host,
                Need.with(call("logs:CreateLogStream", ""), Fact.LOG_GROUP, log.option("awslogs-group")));
    }

    private void fileSystem(String id) {
        Leg leg = new Leg(Stage.VOLUME, id + "." + host("efs", region), "", NFS, List.of(), false);
        Facts facts = Need.with(Facts.NONE, Fact.FILE_SYSTEM, id);
        found.put("efs " + id, new Need("efs", "storage", leg, false, List.of(new Thing("", facts))));
    }

    private Facts call(String action, String resource) {
        Facts facts = Need.with(Facts.NONE, Fact.ACTION, action);
        return Need.with(Need.with(facts, Fact.RESOURCE, resource), Fact.ROLE, definition.executionRoleArn());
    }

    private void add(String name, Stage stage, String host, Facts thing) {
        boolean s3 = Hosts.s3(host);
        List<String> services = s3 || !Hosts.here(host, region) ? List.of() : Hosts.services(host);
        Need need = new Need(
                name,
                family(stage),
                new Leg(stage, host, "", HTTPS, services, s3),
                true,
                List.of(new Thing(container, thing)));
        found.merge(name + " " + host, need, (old, more) -> old.and(more.things()));
    }

    private static String family(Stage stage) {
        return switch (stage) {
            case REGISTRY_AUTH -> "registry_auth";
            case MANIFEST, LAYERS -> "image_pull";
            case SECRET, PARAMETER, REGISTRY_OR_SECRET -> "secrets";
            case ENV_FILE -> "env_file";
            case LOGS -> "logging";
            case VOLUME -> "storage";
            case DEPENDENCY, NONE -> "network";
        };
    }

    private static String host(String service, String region) {
        return service + "." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }

    private String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
