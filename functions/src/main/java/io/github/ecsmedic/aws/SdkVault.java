package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.model.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/** AWS Secrets Manager and the parameters of AWS Systems Manager through the SDK; values are never asked for. */
final class SdkVault implements Vault {
    private static final String SECRET = "secretsmanager:DescribeSecret";
    private static final String VERSIONS = "secretsmanager:ListSecretVersionIds";
    private static final String SECRETS = "secretsmanager:ListSecrets";
    private static final String PARAMETERS = "ssm:DescribeParameters";
    private static final int MOST_SECRETS = 100;
    private static final int MOST_PARAMETERS = 50;

    private final Clients clients;
    private final Reads reads;

    SdkVault(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Secret>> secret(String region, String id) {
        return reads.ask(
                "secret " + region + " " + id,
                SECRET,
                () -> reads.sendUnless(
                                "ResourceNotFoundException",
                                SECRET,
                                () -> clients.at(region).secrets().describeSecret(r -> r.secretId(id)))
                        .map(SdkVault::secret));
    }

    /** A secret without any version has no list of them. */
    private static Secret secret(DescribeSecretResponse answer) {
        return new Secret(
                needed(answer.arn(), SECRET),
                needed(answer.name(), SECRET),
                text(answer.kmsKeyId()),
                answer.deletedDate() == null
                        ? ""
                        : LocalDate.ofInstant(answer.deletedDate(), ZoneOffset.UTC)
                                .toString(),
                answer.versionIdsToStages());
    }

    @Override
    public Answer<List<String>> versions(String region, String id) {
        return reads.ask(
                "versions " + region + " " + id,
                VERSIONS,
                () -> reads.pages(
                        VERSIONS,
                        token -> clients.at(region)
                                .secrets()
                                .listSecretVersionIds(r -> r.secretId(id)
                                        .includeDeprecated(true)
                                        .maxResults(MOST_SECRETS)
                                        .nextToken(token)),
                        answer -> listed(answer.hasVersions(), answer.versions(), VERSIONS).stream()
                                .map(version -> needed(version.versionId(), VERSIONS))
                                .toList(),
                        ListSecretVersionIdsResponse::nextToken));
    }

    @Override
    public Answer<List<Name>> secretsLike(String region, String prefix) {
        return reads.ask("secrets like " + region + " " + prefix, SECRETS, () -> {
            var answer = reads.send(
                    SECRETS,
                    () -> clients.at(region)
                            .secrets()
                            .listSecrets(r -> r.maxResults(MOST_SECRETS)
                                    .filters(prefix.isEmpty() ? List.of() : List.of(startingWith(prefix)))));
            return listed(answer.hasSecretList(), answer.secretList(), SECRETS).stream()
                    .map(secret -> new Name(needed(secret.name(), SECRETS), needed(secret.arn(), SECRETS)))
                    .toList();
        });
    }

    private static Filter startingWith(String prefix) {
        return Filter.builder().key(FilterNameStringType.NAME).values(prefix).build();
    }

    @Override
    public Answer<List<Parameter>> parameters(String region, List<String> names) {
        if (names.isEmpty()) {
            return new Answer.Known<>(List.of(), PARAMETERS);
        }
        return reads.ask(
                "parameters " + region + " " + String.join(",", names),
                PARAMETERS,
                () -> reads.pages(
                        PARAMETERS,
                        token -> clients.at(region)
                                .parameters()
                                .describeParameters(r -> r.parameterFilters(named("Equals", names))
                                        .maxResults(MOST_PARAMETERS)
                                        .nextToken(token)),
                        SdkVault::parameters,
                        DescribeParametersResponse::nextToken));
    }

    @Override
    public Answer<List<Parameter>> parametersLike(String region, String prefix) {
        return reads.ask(
                "parameters like " + region + " " + prefix,
                PARAMETERS,
                () -> parameters(reads.send(
                        PARAMETERS,
                        () -> clients.at(region)
                                .parameters()
                                .describeParameters(r -> r.maxResults(MOST_PARAMETERS)
                                        .parameterFilters(
                                                prefix.isEmpty()
                                                        ? List.of()
                                                        : List.of(named("BeginsWith", List.of(prefix))))))));
    }

    private static ParameterStringFilter named(String option, List<String> names) {
        return ParameterStringFilter.builder()
                .key("Name")
                .option(option)
                .values(names)
                .build();
    }

    private static List<Parameter> parameters(DescribeParametersResponse answer) {
        return listed(answer.hasParameters(), answer.parameters(), PARAMETERS).stream()
                .map(SdkVault::parameter)
                .toList();
    }

    private static Parameter parameter(ParameterMetadata found) {
        return new Parameter(
                needed(found.name(), PARAMETERS), text(found.typeAsString()), text(found.keyId()), found.version());
    }
}
