package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.handler.SweepHandler;
import io.github.ecsmedic.installation.Subscription;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * What a member has: rules that forward events to the home bus, and the role with which home reads the member. The same
 * template serves one account by hand, a StackSet, and the home account's own other regions, which need no role.
 *
 * <p>It has parameters in place of settings, and nothing has to be prepared for it: it holds no code.
 */
public final class MemberStack extends Stack {
    static final String NAME = "ecs-medic-member";

    private final CfnParameter bus;
    private final CfnParameter name;
    private final CfnParameter externalId;
    private final CfnParameter readerRegion;
    private final CfnParameter regions;

    public MemberStack(Construct scope) {
        super(
                scope,
                NAME,
                StackProps.builder()
                        .description("ECS Medic in a member account: forwards events, and lets the home account read")
                        .analyticsReporting(false)
                        .synthesizer(DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                        .build());
        bus = parameter(
                        "BusArn",
                        "MembersBusArn of the home stack",
                        "arn:[a-z-]+:events:[a-z0-9-]+:[0-9]{12}:event-bus/ecs-medic.*")
                .build();
        name = parameter("InstallationName", "ecs-medic:name of the home stack", "ecs-medic[a-z0-9-]*")
                .defaultValue("ecs-medic")
                .build();
        externalId = parameter("ExternalId", "ecs-medic:external-id of the home stack", "[A-Za-z0-9+=,.@:/_-]{8,200}")
                .build();
        readerRegion = parameter(
                        "ReaderRegion",
                        "the one region of a StackSet in which the role is made, because roles are global; empty: here",
                        "[a-z0-9-]*")
                .defaultValue("")
                .build();
        regions = CfnParameter.Builder.create(this, "Regions")
                .type("CommaDelimitedList")
                .description("regions in which home may read; empty: this one")
                .defaultValue("")
                .build();
        Names names = new Names(name.getValueAsString());
        forward(names);
        reader(names);
        Tags.of(this).add(EcsMedic.TAG, "ecs-medic");
    }

    private CfnParameter.Builder parameter(String id, String says, String pattern) {
        return CfnParameter.Builder.create(this, id)
                .type("String")
                .description(says)
                .allowedPattern(pattern);
    }

    private String home(int part) {
        return Fn.select(part, Fn.split(":", bus.getValueAsString()));
    }

    private String homeRegion() {
        return home(3);
    }

    private String homeAccount() {
        return home(4);
    }

    private void forward(Names names) {
        Queue undelivered = Queue.Builder.create(this, "UndeliveredQueue")
                .queueName(names.undeliveredQueue())
                .retentionPeriod(Duration.days(14))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        String rules = Names.here("events", "rule/" + names.rule("*"));
        Map<String, Object> ours = Sorted.map(Map.of(
                "ArnLike", Map.of("aws:SourceArn", rules),
                "StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)));
        undelivered.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("OurRulesOnly")
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(undelivered.getQueueArn()))
                .conditions(ours)
                .build());
        Role role = Role.Builder.create(this, "Forward")
                .roleName(names.role(names.forward()))
                .description("ECS Medic: puts events of this account on the home bus")
                .assumedBy(new PrincipalWithConditions(new ServicePrincipal("events.amazonaws.com"), ours))
                .build();
        Policy.Builder.create(this, "ForwardPolicy")
                .policyName("only")
                .roles(List.of(role))
                .statements(List.of(PolicyStatement.Builder.create()
                        .sid("PutOnTheHomeBus")
                        .actions(List.of("events:PutEvents"))
                        .resources(List.of(bus.getValueAsString()))
                        .build()))
                .build();
        Subscription.all()
                .forEach(subscription -> Rulings.of(subscription, this, subscription.id(), names)
                        .targets(List.of(CfnRule.TargetProperty.builder()
                                .id("home")
                                .arn(bus.getValueAsString())
                                .roleArn(role.getRoleArn())
                                .deadLetterConfig(Rulings.keeps(undelivered))
                                .retryPolicy(Rulings.RETRIES)
                                .build()))
                        .build());
    }

    /** Home may assume it; whoever else knows the external id may not. */
    private void reader(Names names) {
        CfnCondition makes = CfnCondition.Builder.create(this, "MakesReader")
                .expression(Fn.conditionAnd(
                        Fn.conditionNot(Fn.conditionEquals(Aws.ACCOUNT_ID, homeAccount())),
                        Fn.conditionOr(
                                Fn.conditionEquals(readerRegion.getValueAsString(), ""),
                                Fn.conditionEquals(readerRegion.getValueAsString(), Aws.REGION))))
                .build();
        CfnCondition named = CfnCondition.Builder.create(this, "NamesRegions")
                .expression(Fn.conditionNot(Fn.conditionEquals(Fn.join("", regions.getValueAsList()), "")))
                .build();
        List<String> home = List.of(names.function(), names.sweep()).stream()
                .map(function -> Names.arn("iam", "", homeAccount(), "role/" + function + "-" + homeRegion()))
                .toList();
        Role role = Role.Builder.create(this, "Reader")
                .roleName(names.reader())
                .description("ECS Medic: home reads this account to diagnose, and changes nothing")
                .assumedBy(new PrincipalWithConditions(
                        new AccountPrincipal(homeAccount()),
                        Sorted.map(Map.of(
                                "ArnEquals", Map.of("aws:PrincipalArn", home),
                                "StringEquals", Map.of("sts:ExternalId", externalId.getValueAsString())))))
                .build();
        Policy policy = Policy.Builder.create(this, "ReaderPolicy")
                .policyName("only")
                .roles(List.of(role))
                .build();
        SortedSet<String> reads = new TreeSet<>(Catalogue.full().readActions());
        reads.addAll(SweepHandler.READS);
        String all = Fn.conditionIf(named.getLogicalId(), Fn.join(",", regions.getValueAsList()), Aws.REGION)
                .toString();
        policy.addStatements(new Reading(Fn.split(",", all)).of(reads).toArray(PolicyStatement[]::new));
        policy.addStatements(
                never("NeverReadSecrets", Reading.SECRETS),
                never("NeverReadParameters", Reading.PARAMETERS),
                never("NeverDecrypt", List.of("kms:Decrypt")));
        for (Construct made : List.of(role, policy)) {
            if (made.getNode().getDefaultChild() instanceof CfnResource plain) {
                plain.getCfnOptions().setCondition(makes);
            }
        }
        CfnOutput.Builder.create(this, "ReaderRoleArn")
                .value(role.getRoleArn())
                .description("What home assumes to read this account")
                .condition(makes)
                .build();
    }

    private static PolicyStatement never(String sid, List<String> actions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .actions(actions)
                .resources(List.of("*"))
                .build();
    }
}
