package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all experiments of a run stand on. */
record Stand(Project project, AwsStub aws, Peers peers, Failures failures, Optional<Quota> quota, int rounds)
        implements AutoCloseable {
    static Stand open(Project project, int rounds) throws IOException, GeneralSecurityException, InterruptedException {
        Certificate certificate = Certificate.make(project.folder());
        AwsStub aws = new AwsStub(certificate);
        aws.stands(Failures.account(), Duration.ZERO);
        Peers peers = new Peers(project, aws.environment(), certificate);
        return new Stand(project, aws, peers, Failures.of(project.root()), Quota.open(), rounds);
    }

    /** What one start came to. */
    record Start(double init, double first, double warm, double memory) {
        double total() {
            return init + first;
        }
    }

    /** One start, the first failure, and more of them; every one of them is the first that the table knows. */
    Start start(Peer peer, double processors, int later) throws IOException, InterruptedException {
        Quota group = processors == 0
                ? null
                : quota.orElseThrow(() -> new IOException("no control group may be made on this machine"));
        aws.forget();
        try (Running running = Running.start(peer, group, log(peer.name()))) {
            running.limit(processors);
            double first = running.handle(failures.event());
            double[] warm = new double[later];
            for (int i = 0; i < later; i++) {
                aws.forget();
                warm[i] = running.handle(failures.event());
            }
            return new Start(
                    running.init(),
                    first,
                    later == 0 ? Double.NaN : Figure.of(warm).value(),
                    running.memory());
        }
    }

    /** Every peer in turn, so many times; by peer. */
    List<List<Start>> starts(List<Peer> peers, double processors, int later) throws IOException, InterruptedException {
        List<List<Start>> all = new ArrayList<>();
        peers.forEach(_ -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < peers.size(); i++) {
                all.get(i).add(start(peers.get(i), processors, later));
            }
        }
        return all;
    }

    Path log(String name) throws IOException {
        return project.folder().resolve(name + ".log");
    }

    @Override
    public void close() {
        quota.ifPresent(Quota::close);
        aws.close();
    }
}
