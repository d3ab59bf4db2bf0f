package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;

/** Whether anything of a cluster can be read, asked with one request before a diagnosis. */
final class Reachability {
    private static final String CLUSTERS = "ecs:DescribeClusters";

    private final String region;
    private final Clients clients;

    Reachability(String region, Clients clients) {
        this.region = region;
        this.clients = clients;
    }

    Answer<Optional<String>> of(String cluster) {
        if (region.isEmpty() || !region.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)))) {
            return told("'" + region + "' is no region of AWS: name one, e.g. --region us-east-1.");
        }
        Reads reads = new Reads(Duration.ofSeconds(20));
        return switch (reads.ask(cluster, CLUSTERS, () -> reads.send(CLUSTERS, () -> describe(cluster)))) {
            case Answer.Known<DescribeClustersResponse>(DescribeClustersResponse answer, String source) ->
                judge(answer, cluster);
            case Answer.Unknown<DescribeClustersResponse> unknown -> obstacle(unknown);
        };
    }

    private DescribeClustersResponse describe(String cluster) {
        return clients.ecs().describeClusters(r -> r.clusters(cluster.isEmpty() ? "default" : cluster));
    }

    private Answer<Optional<String>> judge(DescribeClustersResponse answer, String cluster) {
        if (answer.clusters().isEmpty() && answer.failures().isEmpty()) {
            return NoAnswer.empty(CLUSTERS).unknown();
        }
        boolean active = answer.clusters().stream().anyMatch(c -> !"INACTIVE".equals(c.status()));
        return active || cluster.isEmpty()
                ? new Answer.Known<>(Optional.empty(), CLUSTERS)
                : told("There is no cluster '" + cluster + "' in " + region + ": see aws ecs list-clusters --region "
                        + region + ".");
    }

    private Answer<Optional<String>> obstacle(Answer.Unknown<DescribeClustersResponse> unknown) {
        return switch (unknown.fault()) {
            case Faults.NO_CREDENTIALS ->
                told("There are no AWS credentials here: set AWS_PROFILE, or run aws configure or aws sso login.");
            case Faults.EXPIRED_TOKEN -> told("The AWS session has expired: log in again, e.g. with aws sso login.");
            case Faults.WRONG_CREDENTIALS ->
                told("AWS does not accept these credentials: see aws sts get-caller-identity --region " + region + ".");
            case Faults.UNREACHABLE, NoAnswer.TIME ->
                told("Amazon ECS does not answer in " + region
                        + ": check the region, the network and AWS_ENDPOINT_URL.");
            case Faults.NOT_SUPPORTED -> told("There is no Amazon ECS in " + region + ": name another --region.");
            case "ClusterNotFoundException" ->
                told("There is no such cluster in " + region + ": see aws ecs list-clusters --region " + region + ".");
            default -> unknown.as();
        };
    }

    private static Answer<Optional<String>> told(String sentence) {
        return new Answer.Known<>(Optional.of(sentence), CLUSTERS);
    }
}
