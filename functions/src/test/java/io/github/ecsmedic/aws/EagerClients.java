package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * As somebody would write it who thinks of nothing: Apache's client with its defaults, every client of the SDK that a
 * diagnosis may need built at once, one request after the other. The benchmark's naive handler is made of it.
 */
public final class EagerClients {
    private static final List<Consumer<Clients>> ALL = List.of(
            Clients::ecs,
            Clients::ecr,
            Clients::ec2,
            Clients::balancing,
            Clients::scaling,
            Clients::efs,
            Clients::quotas,
            Clients::iam,
            Clients::cloudwatch,
            Clients::logs,
            Clients::route53,
            Clients::profiles,
            Clients::resolver,
            Clients::trail,
            Clients::dynamo,
            Clients::events,
            Clients::sns,
            Clients::sts,
            Clients::secrets,
            Clients::parameters,
            Clients::keys);

    private final Clients clients;

    public EagerClients(String region) {
        SdkWiring wiring = new SdkWiring(
                new OneAtATime(ApacheHttpClient.create()),
                DefaultCredentialsProvider.builder().build(),
                AwsRetryStrategy.standardRetryStrategy(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
        clients = new Clients(region, () -> wiring);
        ALL.forEach(client -> client.accept(clients));
    }

    public Account account(Duration budget) {
        return new SdkAccount(clients, budget);
    }

    public Table table(String name) {
        return new Table(name, clients.dynamo());
    }

    public void publish(String topicArn, String subject, String message, Map<String, String> attributes) {
        SnsTopic.publish(clients, topicArn, subject, message, attributes);
    }

    /** The next request begins when the last one is answered. */
    private record OneAtATime(SdkHttpClient client, ReentrantLock turn) implements SdkHttpClient {
        OneAtATime(SdkHttpClient client) {
            this(client, new ReentrantLock());
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            ExecutableHttpRequest prepared = client.prepareRequest(request);
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    turn.lock();
                    try {
                        return prepared.call();
                    } finally {
                        turn.unlock();
                    }
                }

                @Override
                public void abort() {
                    prepared.abort();
                }
            };
        }

        @Override
        public String clientName() {
            return client.clientName();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
