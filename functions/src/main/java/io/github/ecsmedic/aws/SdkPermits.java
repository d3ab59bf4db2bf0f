package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.installation.Permits;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** What roles may do, through the SDK. */
final class SdkPermits implements Permits {
    private static final String LIST = "iam:ListRolePolicies";
    private static final String POLICY = "iam:GetRolePolicy";
    private static final String SIMULATE = "iam:SimulatePrincipalPolicy";

    private final Clients clients;
    private final Reads reads;

    SdkPermits(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<List<Grant>>> grants(String role) {
        return reads.ask("grants " + role, POLICY, () -> {
            Optional<List<String>> names = names(role);
            return names.map(all -> {
                List<Grant> grants = new ArrayList<>();
                all.forEach(name -> grants.addAll(grants(role, name)));
                return grants;
            });
        });
    }

    private Optional<List<String>> names(String role) {
        try {
            return Optional.of(reads.pages(
                    LIST,
                    marker ->
                            clients.iam().listRolePolicies(r -> r.roleName(role).marker(marker)),
                    answer -> listed(answer.hasPolicyNames(), answer.policyNames(), LIST),
                    ListRolePoliciesResponse::marker));
        } catch (NoAnswer e) {
            if (e.code().equals("NoSuchEntity")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<Grant> grants(String role, String policy) {
        String encoded = needed(
                reads.send(
                                POLICY,
                                () -> clients.iam()
                                        .getRolePolicy(r -> r.roleName(role).policyName(policy)))
                        .policyDocument(),
                POLICY);
        try {
            // IAM encodes a blank as %20; a plus is a plus
            Json document = Json.parse(
                    URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8).getBytes(UTF_8));
            return document.objects("Statement").stream()
                    .filter(statement -> statement.text("Effect").equals("Allow"))
                    .map(statement -> new Grant(
                            statement.texts("Action"), statement.texts("Resource"), context(statement.at("Condition"))))
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, POLICY, "");
        }
    }

    /** Negative conditions hold where their key is absent. */
    private static Map<String, List<String>> context(Json condition) {
        Map<String, List<String>> wanted = new TreeMap<>();
        if (condition instanceof Json.Members(Map<String, Json> operators)) {
            operators.forEach((operator, keys) -> {
                if (!operator.toLowerCase(Locale.ROOT).contains("not")
                        && keys instanceof Json.Members(Map<String, Json> values)) {
                    values.keySet().forEach(key -> wanted.put(key, keys.texts(key)));
                }
            });
        }
        return wanted;
    }

    @Override
    public Answer<List<Decision>> simulate(String roleArn, Grant asked) {
        return reads.ask("simulate " + roleArn + " " + asked, SIMULATE, () -> {
            List<Decision> decisions = reads
                    .pages(
                            SIMULATE,
                            marker -> clients.iam()
                                    .simulatePrincipalPolicy(r -> r.policySourceArn(roleArn)
                                            .actionNames(asked.actions())
                                            .resourceArns(asked.resources())
                                            .contextEntries(entries(asked))
                                            .marker(marker)),
                            answer -> listed(answer.hasEvaluationResults(), answer.evaluationResults(), SIMULATE),
                            SimulatePrincipalPolicyResponse::marker)
                    .stream()
                    .map(SdkRoles::decision)
                    .toList();
            if (decisions.isEmpty()) {
                throw NoAnswer.empty(SIMULATE);
            }
            return decisions;
        });
    }

    private static List<ContextEntry> entries(Grant asked) {
        return new TreeMap<>(asked.context())
                .entrySet().stream()
                        .map(entry -> ContextEntry.builder()
                                .contextKeyName(text(entry.getKey()))
                                .contextKeyType(ContextKeyTypeEnum.STRING)
                                .contextKeyValues(entry.getValue().getFirst())
                                .build())
                        .toList();
    }
}
