package io.github.ecsmedic.check;

import java.util.List;
import java.util.Locale;

/** What a registry's own words in the message prove. */
final class PullText {
    private PullText() {}

    /** The registry says that the repository, not only the tag, is missing. */
    static boolean noRepository(Inquiry inquiry) {
        return holds(inquiry, "name unknown", "name_unknown", "does not exist in the registry with id");
    }

    /** The registry knows the repository and lacks the manifest. */
    static boolean noManifest(Inquiry inquiry) {
        return holds(inquiry, "manifest unknown", "manifest_unknown");
    }

    /** The text is no reference that docker can read. */
    static boolean noReference(Inquiry inquiry) {
        return holds(inquiry, "invalid reference format", "invalid reference");
    }

    /** The registry knows the user and refuses the password, or the other way round. */
    static boolean wrongLogin(Inquiry inquiry) {
        return holds(
                inquiry,
                "incorrect username or password",
                "invalid username",
                "invalid credential",
                "bad credentials",
                "authentication failed",
                "login attempt",
                "personal access token");
    }

    /** ECR answers for a pull-through cache that its upstream did not give the image. */
    static boolean upstreamRefused(Inquiry inquiry) {
        return holds(
                inquiry,
                "upstreamaccessdenied",
                "upstreamunavailable",
                "upstreamtoomanyrequests",
                "unabletogetupstream",
                "unabletoaccesssecret",
                "unabletodecryptsecret",
                "upstream registry");
    }

    private static boolean holds(Inquiry inquiry, String... phrases) {
        String text = StatedCause.text(inquiry).toLowerCase(Locale.ROOT);
        return List.of(phrases).stream().anyMatch(text::contains);
    }
}
