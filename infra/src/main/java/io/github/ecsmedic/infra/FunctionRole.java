package io.github.ecsmedic.infra;

import io.github.ecsmedic.aws.EventBus;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.infra.EcsMedicProps.Accounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * What a function may do: read what it declares, take from its own queue, keep its own table, tell its own topic, write
 * its own log, read its own secret. Values of other secrets and parameters are denied, whatever is added later.
 */
final class FunctionRole extends Construct {
    private static final List<String> CONSUME =
            List.of("sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");

    /**
     * Whose role it is.
     *
     * @param says what it does, in a clause
     */
    record Who(String function, String says) {}

    private final String functionArn;
    private final Role role;
    private final Policy policy;

    FunctionRole(Construct scope, String id, Names names, Who who) {
        super(scope, id);
        functionArn = names.functionArn(who.function());
        role = Role.Builder.create(this, "Role")
                .roleName(names.role(who.function()))
                .description("ECS Medic: " + who.says())
                .assumedBy(new ServicePrincipal(
                        "lambda.amazonaws.com",
                        ServicePrincipalOpts.builder()
                                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                                .build()))
                .build();
        policy = Policy.Builder.create(this, "Policy")
                .policyName("only")
                .roles(List.of(role))
                .build();
    }

    Role role() {
        return role;
    }

    Policy policy() {
        return policy;
    }

    void mayRead(Collection<String> actions, Reading reading) {
        policy.addStatements(reading.of(actions).toArray(PolicyStatement[]::new));
    }

    /** What the fixes send; the role of no other function is given any. */
    void mayChange(List<PolicyStatement> statements) {
        policy.addStatements(statements.toArray(PolicyStatement[]::new));
    }

    void mayTakeFrom(Intake intake) {
        policy.addStatements(allow("TakeFromOwnQueue", CONSUME, intake.queue().getQueueArn()));
    }

    /** What people ask for in Slack. */
    void mayTakeRequestsFrom(Queue queue) {
        policy.addStatements(allow("TakeFromOwnRequests", CONSUME, queue.getQueueArn()));
    }

    /** What a failed run is kept in, or what others work on. */
    void mayLeave(Queue queue) {
        policy.addStatements(allow("LeaveInOwnQueue", List.of("sqs:SendMessage"), queue.getQueueArn()));
    }

    void mayUse(Outlet outlet, ILogGroup log) {
        policy.addStatements(
                allow("TellOwnTopic", List.of("sns:Publish"), outlet.topic().getTopicArn()));
        mayEncrypt(outlet.key().getKeyArn());
        mayWrite(log);
    }

    /** What is put into an encrypted topic, table or queue is encrypted in the name of the role. */
    void mayEncrypt(String key) {
        policy.addStatements(allow("EncryptForOwnTopic", List.of("kms:Decrypt", "kms:GenerateDataKey"), key));
    }

    void mayWrite(ILogGroup log) {
        policy.addStatements(
                allow("WriteOwnLog", List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()));
    }

    /** Only as ourselves: nobody can be made to believe that AWS has said it. */
    void mayPutEvents() {
        PolicyStatement put =
                allow("TellEventBus", List.of("events:PutEvents"), Names.here("events", "event-bus/default"));
        put.addCondition("StringEquals", Map.of("events:source", EventBus.SOURCE));
        policy.addStatements(put);
    }

    void mayRemember(Memory memory) {
        policy.addStatements(allow(
                "KeepOwnTable",
                Table.ACTIONS.stream().sorted().toList(),
                memory.table().getTableArn()));
    }

    /** Members' roles, and no other. Accounts stand in conditions, because forty ARNs would not fit into a policy. */
    void mayAssume(Accounts accounts, Names names) {
        if (!accounts.members().isEmpty()) {
            mayAssume(
                    "ReadMembers",
                    names,
                    "aws:ResourceAccount",
                    List.copyOf(accounts.members().keySet()));
        }
        if (!accounts.organization().isEmpty()) {
            mayAssume("ReadOrganization", names, "aws:ResourceOrgID", List.of(accounts.organization()));
        }
    }

    private void mayAssume(String sid, Names names, String key, List<String> values) {
        PolicyStatement readers = allow(sid, List.of("sts:AssumeRole"), names.readerArn("*"));
        readers.addCondition("StringEquals", Map.of(key, values));
        policy.addStatements(readers);
    }

    /** The only secret whose value may be read. */
    void mayReadSecret(EcsMedicProps.Slack slack) {
        if (slack.on()) {
            policy.addStatements(
                    allow("ReadOwnSecret", List.of("secretsmanager:GetSecretValue"), secretArn(slack.secret())));
        }
        if (!slack.key().isEmpty()) {
            PolicyStatement decrypt = allow("DecryptOwnSecret", List.of("kms:Decrypt"), slack.key());
            decrypt.addCondition("StringLike", Map.of("kms:EncryptionContext:SecretARN", secretArn(slack.secret())));
            policy.addStatements(decrypt);
        }
    }

    /** {@code parameter} is the ARN of the one parameter that may be read, or {@code ""}. */
    void neverReadsSecrets(EcsMedicProps.Slack slack, String topicKeyArn, String parameter) {
        PolicyStatement.Builder values = deny("NeverReadSecrets", Reading.SECRETS);
        PolicyStatement.Builder parameters = deny("NeverReadParameters", Reading.PARAMETERS);
        policy.addStatements(
                (slack.on() ? values.notResources(List.of(secretArn(slack.secret()))) : values.resources(List.of("*")))
                        .build(),
                (parameter.isEmpty() ? parameters.resources(List.of("*")) : parameters.notResources(List.of(parameter)))
                        .build(),
                deny("NeverDecrypt", List.of("kms:Decrypt"))
                        .notResources(List.of(topicKeyArn))
                        .conditions(Sorted.map(unlessOurs(slack)))
                        .build());
    }

    /**
     * Lambda decrypts the function's own environment, and Secrets Manager the function's own secret, in the name of this
     * role: a denial without exception would keep the function from starting.
     */
    private Map<String, Object> unlessOurs(EcsMedicProps.Slack slack) {
        Map<String, Object> ours = new TreeMap<>();
        ours.put("kms:EncryptionContext:aws:lambda:FunctionArn", List.of(functionArn, functionArn + ":*"));
        if (slack.on()) {
            ours.put("kms:EncryptionContext:SecretARN", secretArn(slack.secret()));
        }
        return Map.of("StringNotLike", ours);
    }

    /** AWS adds a hyphen and six characters to the name. */
    private static String secretArn(String secret) {
        return secret.startsWith("arn:") ? secret : Names.here("secretsmanager", "secret:" + secret + "-??????");
    }

    private static PolicyStatement allow(String sid, List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    private static PolicyStatement.Builder deny(String sid, List<String> actions) {
        return PolicyStatement.Builder.create().sid(sid).effect(Effect.DENY).actions(actions);
    }
}
