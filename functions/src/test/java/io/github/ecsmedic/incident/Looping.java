package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.service;

import io.github.ecsmedic.incident.Loop.Image;
import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import java.util.List;
import java.util.stream.LongStream;

/** Services that fail again and again. */
public final class Looping {
    public static final String SCOPE = "service/prod/api";
    private static final String NAME = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/api:7";

    private Looping() {}

    /** A service {@code api} whose tasks fail with that label, so many of them, so many minutes apart. */
    public static Incident failing(String label, int times, long apart) {
        var crash = diagnosis(service("api"), label, Seen.secretGone("db"));
        Incident first = Seen.incident("i-1", 0, crash);
        return LongStream.range(1, times)
                .mapToObj(i -> Seen.at(i * apart, crash))
                .reduce(first, Incident::again, (a, b) -> a);
    }

    /** The same forty times in 195 minutes, with an image of 900 MB that comes this way. */
    public static Incident forty(Way way, String through) {
        return failing("app.crash", 40, 5).withLoops(List.of(new Loop(SCOPE, Pulls.ALL, List.of(image(way, through)))));
    }

    /** 900 MB of Amazon ECR. */
    public static Image image(Way way, String through) {
        return new Image(NAME, Registry.ECR, 900_000_000L, way, through);
    }
}
