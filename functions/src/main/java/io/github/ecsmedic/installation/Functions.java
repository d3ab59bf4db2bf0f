package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of functions and of what feeds them. */
public interface Functions {
    /** Empty when Lambda says that there is no such function ({@code lambda:GetFunctionConfiguration}). */
    Answer<Optional<Function>> function(String name);

    /** What takes messages out of a queue ({@code lambda:ListEventSourceMappings}). */
    Answer<List<Mapping>> mappings(String queueArn);

    /**
     * A function.
     *
     * @param state {@code Active}, {@code Pending}, {@code Inactive} or {@code Failed}
     * @param update how its last update went: {@code Successful}, {@code InProgress} or {@code Failed}
     * @param modified null when Lambda did not say
     * @param environment empty as well when Lambda could not decrypt it for us
     */
    record Function(
            String name,
            String arn,
            String state,
            String update,
            String runtime,
            String handler,
            String role,
            @Nullable Instant modified,
            Map<String, String> environment) {
        public Function {
            environment = Map.copyOf(environment);
        }
    }

    /** A mapping; {@code state} is {@code Enabled}, {@code Disabled} or on the way to one of them. */
    record Mapping(String id, String functionArn, String state) {}
}
