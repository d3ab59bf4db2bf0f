package io.github.ecsmedic.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53profiles.Route53ProfilesClient;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's clients of one region, each built when it is first used. All share one HTTP client. */
final class Clients {
    private static final Map<String, Clients> BY_REGION = new ConcurrentHashMap<>();
    private static final Supplier<SdkWiring> WIRING = SdkWiring::ofProcess;

    private final String region;
    private final Supplier<SdkWiring> wiring;
    private final Map<String, Clients> others = new ConcurrentHashMap<>();
    private final List<Lazy<?>> all = new ArrayList<>();
    private final Lazy<EcsClient> ecs = lazy(() -> build(EcsClient.builder()));
    private final Lazy<EcrClient> ecr = lazy(() -> build(EcrClient.builder()));
    private final Lazy<Ec2Client> ec2 = lazy(() -> build(Ec2Client.builder()));
    private final Lazy<ElasticLoadBalancingV2Client> balancing =
            lazy(() -> build(ElasticLoadBalancingV2Client.builder()));
    private final Lazy<AutoScalingClient> scaling = lazy(() -> build(AutoScalingClient.builder()));
    private final Lazy<EfsClient> efs = lazy(() -> build(EfsClient.builder()));
    private final Lazy<ServiceQuotasClient> quotas = lazy(() -> build(ServiceQuotasClient.builder()));
    private final Lazy<IamClient> iam = lazy(() -> build(IamClient.builder()));
    private final Lazy<CloudWatchClient> cloudwatch = lazy(() -> build(CloudWatchClient.builder()));
    private final Lazy<CloudWatchLogsClient> logs = lazy(() -> build(CloudWatchLogsClient.builder()));
    private final Lazy<Route53Client> route53 = lazy(() -> build(Route53Client.builder()));
    private final Lazy<Route53ProfilesClient> profiles = lazy(() -> build(Route53ProfilesClient.builder()));
    private final Lazy<Route53ResolverClient> resolver = lazy(() -> build(Route53ResolverClient.builder()));
    private final Lazy<CloudTrailClient> trail = lazy(() -> build(CloudTrailClient.builder()));
    private final Lazy<DynamoDbClient> dynamo = lazy(() -> build(DynamoDbClient.builder()));
    private final Lazy<EventBridgeClient> events = lazy(() -> build(EventBridgeClient.builder()));
    private final Lazy<SnsClient> sns = lazy(() -> build(SnsClient.builder()));
    private final Lazy<SqsClient> sqs = lazy(() -> build(SqsClient.builder()));
    private final Lazy<StsClient> sts = lazy(() -> build(StsClient.builder()));
    private final Lazy<SecretsManagerClient> secrets = lazy(() -> build(SecretsManagerClient.builder()));
    private final Lazy<SsmClient> parameters = lazy(() -> build(SsmClient.builder()));
    private final Lazy<CloudFormationClient> stacks = lazy(() -> build(CloudFormationClient.builder()));
    private final Lazy<KmsClient> keys = lazy(() -> build(KmsClient.builder()));

    Clients(String region, Supplier<SdkWiring> wiring) {
        this.region = region;
        this.wiring = wiring;
    }

    /** Those of the process for that region. */
    static Clients in(String region) {
        return BY_REGION.computeIfAbsent(region, r -> new Clients(r, WIRING));
    }

    /** The same wiring for another region. */
    Clients at(String other) {
        return other.isEmpty() || other.equals(region)
                ? this
                : others.computeIfAbsent(other, r -> new Clients(r, wiring));
    }

    /** The same wiring with other credentials. */
    Clients as(AwsCredentialsProvider other) {
        return new Clients(region, () -> wiring.get().as(other));
    }

    String region() {
        return region;
    }

    SdkWiring wiring() {
        return wiring.get();
    }

    AwsCredentialsProvider credentials() {
        return wiring.get().credentials();
    }

    EcsClient ecs() {
        return ecs.get();
    }

    EcrClient ecr() {
        return ecr.get();
    }

    Ec2Client ec2() {
        return ec2.get();
    }

    ElasticLoadBalancingV2Client balancing() {
        return balancing.get();
    }

    AutoScalingClient scaling() {
        return scaling.get();
    }

    EfsClient efs() {
        return efs.get();
    }

    ServiceQuotasClient quotas() {
        return quotas.get();
    }

    IamClient iam() {
        return iam.get();
    }

    CloudWatchClient cloudwatch() {
        return cloudwatch.get();
    }

    CloudWatchLogsClient logs() {
        return logs.get();
    }

    Route53Client route53() {
        return route53.get();
    }

    Route53ProfilesClient profiles() {
        return profiles.get();
    }

    Route53ResolverClient resolver() {
        return resolver.get();
    }

    CloudTrailClient trail() {
        return trail.get();
    }

    DynamoDbClient dynamo() {
        return dynamo.get();
    }

    EventBridgeClient events() {
        return events.get();
    }

    SnsClient sns() {
        return sns.get();
    }

    SecretsManagerClient secrets() {
        return secrets.get();
    }

    SqsClient sqs() {
        return sqs.get();
    }

    StsClient sts() {
        return sts.get();
    }

    SsmClient parameters() {
        return parameters.get();
    }

    CloudFormationClient stacks() {
        return stacks.get();
    }

    KmsClient keys() {
        return keys.get();
    }

    /** Builds those now that others have. */
    void prepare(Clients others) {
        for (int i = 0; i < all.size(); i++) {
            if (others.all.get(i).made()) {
                all.get(i).get();
            }
        }
    }

    private <C> Lazy<C> lazy(Supplier<C> make) {
        Lazy<C> lazy = new Lazy<>(make);
        all.add(lazy);
        return lazy;
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(B builder) {
        return wiring.get().build(builder, region, new Transmissions());
    }

    /** Sees every attempt, retries included. */
    private static final class Transmissions implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            Reads.transmitted();
        }
    }

    /** A value made at its first use. */
    private static final class Lazy<T> implements Supplier<T> {
        private final Supplier<T> make;
        private @Nullable T value;

        Lazy(Supplier<T> make) {
            this.make = make;
        }

        synchronized boolean made() {
            return value != null;
        }

        @Override
        public synchronized T get() {
            T made = value;
            if (made == null) {
                made = make.get();
                value = made;
            }
            return made;
        }
    }
}
