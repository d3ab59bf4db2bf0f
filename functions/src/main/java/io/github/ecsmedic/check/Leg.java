package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one connection that failed, and where its packets go.
 *
 * <p>{@link #of} reads it from the message alone. Layers of an ECR image come from Amazon S3, although the text shows the
 * registry's name; whether the dialled address really is S3's tells {@link Legs#locate}.
 *
 * @param host the name that was asked, from the message or by the stage; {@code ""} when unknown
 * @param address the address that was dialled, or {@code ""}
 * @param port 443 unless the message says otherwise
 * @param services services whose interface endpoint would carry it ({@code ecr.api}, {@code logs} …); several when the
 *     message does not tell which; {@code s3} only where a private address was dialled; none for the outside world
 * @param s3 whether it goes to Amazon S3
 */
public record Leg(Stage stage, String host, String address, int port, List<String> services, boolean s3) {
    /** The interface endpoints that a start of a task can need. */
    public static final List<String> SERVICES =
            List.of("ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "kms", "elasticfilesystem");

    /** Behind a gateway endpoint S3 keeps its public addresses: at a private one an interface endpoint answers. */
    static final List<String> S3 = List.of("s3");

    /** Labels of messages in which packets did not arrive or a name did not resolve, or which are cut before that. */
    private static final Set<String> NETWORK = Set.of(
            "image_pull.network_timeout",
            "image_pull.network_unreachable",
            "image_pull.dns_resolution",
            "image_pull.layer_fetch",
            "image_pull.unknown",
            "registry_auth.network_timeout",
            "registry_auth.unknown",
            "secrets.network_timeout",
            "secrets.unknown",
            "resource_init.network_timeout",
            "resource_init.unknown",
            "env_file.network_timeout",
            "env_file.unknown",
            "logging.network",
            "logging.unknown");

    public Leg {
        services = List.copyOf(services);
    }

    /**
     * The leg that the message shows, or that a coming start needs; empty when the message is not about a connection, or
     * when the connection was answered with a status code.
     */
    public static Optional<Leg> of(Inquiry inquiry) {
        if (inquiry.ahead() != null) {
            return Optional.of(inquiry.ahead());
        }
        Facts facts = inquiry.seen().facts();
        if (!NETWORK.contains(inquiry.seen().label()) || facts.has(Fact.STATUS_CODE)) {
            return Optional.empty();
        }
        Stage stage = stage(inquiry);
        String region = inquiry.subject().region();
        ImageReference image = ImageReference.parse(image(inquiry));
        String host = host(stage, facts, image, region);
        boolean s3 = stage == Stage.ENV_FILE
                || Hosts.s3(host)
                || (stage == Stage.LAYERS && (image.ecr() || Hosts.ecr(host)));
        boolean inside =
                Address.parse(facts.get(Fact.ADDRESS)).filter(Address::internal).isPresent();
        List<String> services = !Hosts.here(host, region) || (s3 && !inside)
                ? List.of()
                : s3
                        ? S3
                        : stage == Stage.REGISTRY_OR_SECRET && host.isEmpty()
                                ? List.of("ecr.api", "secretsmanager", "ssm")
                                : Hosts.services(host);
        return Optional.of(new Leg(stage, host, facts.get(Fact.ADDRESS), port(facts), services, s3));
    }

    /** The image of the culprit, as the message, the task or nobody ({@code ""}) tells. */
    public static String image(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.IMAGE);
        Task task = inquiry.task();
        if (!named.isEmpty() || task == null) {
            return named;
        }
        return task.containers().stream()
                .filter(c -> inquiry.culprit().isEmpty() || c.name().equals(inquiry.culprit()))
                .map(Container::image)
                .filter(image -> !image.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The dialled address as a number; empty when the message holds none. */
    public Optional<Address> dialled() {
        return Address.parse(address);
    }

    /** Whether the dialled address is one that only this network knows. */
    public boolean internal() {
        return dialled().filter(Address::internal).isPresent();
    }

    /** Whether the name did not even resolve, so that no packet was sent. */
    public static boolean unresolved(Inquiry inquiry) {
        Facts facts = inquiry.seen().facts();
        return facts.has(Fact.RESOLVER) || inquiry.seen().label().endsWith(".dns_resolution");
    }

    /** Where it goes, as it stands in a sentence. */
    public String destination() {
        String where = s3 ? "Amazon S3" : host.isEmpty() ? String.join(", ", services) : host;
        return address.isEmpty() || address.equals(where) ? where : address + " (" + where + ")";
    }

    /** The same when its name has led to this address. */
    public Leg at(String dialled) {
        return new Leg(stage, host, dialled, port, services, s3);
    }

    Leg to(String otherHost, List<String> otherServices, boolean toS3) {
        return new Leg(stage, otherHost, address, port, otherServices, toS3);
    }

    private static Stage stage(Inquiry inquiry) {
        Facts facts = inquiry.seen().facts();
        Stage stage = Stage.of(facts.get(Fact.PHASE), inquiry.seen().label());
        String host = facts.get(Fact.HOST);
        if (stage != Stage.SECRET && stage != Stage.REGISTRY_OR_SECRET) {
            return stage;
        }
        if (host.startsWith("api.ecr") || host.startsWith("ecr.")) {
            return Stage.REGISTRY_AUTH;
        }
        if (facts.has(Fact.PARAMETER) || host.startsWith("ssm")) {
            return Stage.PARAMETER;
        }
        return facts.has(Fact.SECRET) || host.startsWith("secretsmanager") ? Stage.SECRET : stage;
    }

    private static String host(Stage stage, Facts facts, ImageReference image, String region) {
        if (facts.has(Fact.HOST)) {
            return facts.get(Fact.HOST);
        }
        return switch (stage) {
            case REGISTRY_AUTH -> "api.ecr." + region + ".amazonaws.com";
            case MANIFEST, LAYERS -> image.path().equals("library/") ? "" : image.host();
            case SECRET -> "secretsmanager." + region + ".amazonaws.com";
            case PARAMETER -> "ssm." + region + ".amazonaws.com";
            case ENV_FILE -> "s3." + region + ".amazonaws.com";
            case LOGS -> "logs." + region + ".amazonaws.com";
            case VOLUME, DEPENDENCY, REGISTRY_OR_SECRET, NONE -> "";
        };
    }

    private static int port(Facts facts) {
        String port = facts.get(Fact.PORT);
        return port.isEmpty() || port.length() > 5 || !port.chars().allMatch(Character::isDigit)
                ? 443
                : Integer.parseInt(port);
    }
}
