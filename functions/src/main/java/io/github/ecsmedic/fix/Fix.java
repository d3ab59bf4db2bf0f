package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One fix: what it answers, where it harms, and the steps it would take. */
public interface Fix {
    /** A fix id, stable for ever, e.g. {@code create-s3-gateway}. */
    String id();

    /** What it does, in a clause without a full stop, e.g. {@code create an S3 gateway endpoint in the VPC}. */
    String says();

    Remedy.Tier tier();

    /** The ids of the causes that it cures. */
    Set<String> answers();

    /** The ids of causes for which it must not be used, each with the reason, a clause without a full stop. */
    Map<String, String> harmfulFor();

    /** The steps for this cause, in order; empty when the cause does not name what is needed. */
    List<Step> plan(Cause cause, Subject subject);

    /** Why it would not help in this case, a clause without a full stop; {@code ""} where nothing is known against it. */
    default String refusal(Cause cause) {
        return "";
    }

    /** What the owner should know before approving, a clause without a full stop. */
    String caution(Cause cause, Subject subject);
}
