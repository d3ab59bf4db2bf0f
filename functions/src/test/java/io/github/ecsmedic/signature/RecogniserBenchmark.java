package io.github.ecsmedic.signature;

import io.github.ecsmedic.catalogue.Catalogue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Messages a second over our own samples: run its main with the test class path, from the folder of the module. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RecogniserBenchmark {
    private final Recogniser recogniser = new Recogniser(Catalogue.full().signatures());
    private final List<Message> messages =
            Sample.all().stream().map(Sample::message).toList();
    private int next;

    /** One message, the samples in turn. */
    @Benchmark
    public Recognition recognise() {
        Message message = messages.get(next);
        next = (next + 1) % messages.size();
        return recogniser.recognise(message);
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RecogniserBenchmark.class.getName())
                        .build())
                .run();
    }
}
