package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the key that encrypts the secret, parameter or log group can be used at all.
 *
 * <p>Faults: {@code disabled}, {@code pending-deletion}, {@code unavailable}, {@code missing}, and {@code foreign} for
 * another account's secret that is encrypted with a key which cannot be shared.
 */
public final class KeyState implements Check {
    private static final String VOLUME = "storage.ebs_kms";
    private static final Set<String> LABELS =
            Set.of("secrets.kms_denied", "secrets.unknown", "logging.access_denied", "logging.unknown", VOLUME);
    private static final Pattern KEY = Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9A-Za-z-]+");
    private static final Pattern STATE =
            Pattern.compile("(?i)\\bis (disabled|pending ?deletion|pending ?import|unavailable)");

    @Override
    public String id() {
        return "key-state";
    }

    @Override
    public String question() {
        return "Can the key of the secret, parameter or log group be used";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(EncryptionKey.ACTIONS), "ecs:DescribeServices", "kms:DescribeKey");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the message is not about a key");
        }
        if (inquiry.seen().facts().has(Fact.DENIED_BY)) {
            return new NotApplicable("the message names the policy that denied, so the key was not the reason");
        }
        String text = StatedCause.text(inquiry);
        String named = named(inquiry, text);
        Matcher state = STATE.matcher(text);
        if (!named.isEmpty() && state.find()) {
            return failed(
                    fault(state.group(1)),
                    Resources.of("key", named),
                    new Evidence("The message says that " + named + " is " + state.group(1), "message"));
        }
        if (!named.isEmpty()) {
            return look(inquiry, region(named, inquiry.subject().region()), named, "");
        }
        if (inquiry.seen().label().equals(VOLUME)) {
            return ofVolume(inquiry);
        }
        return switch (EncryptionKey.of(inquiry)) {
            case Unknown<Optional<EncryptionKey>> unknown -> Inconclusive.because(unknown);
            case Known<Optional<EncryptionKey>>(Optional<EncryptionKey> key, String source) ->
                key.map(k -> of(inquiry, k, source))
                        .orElseGet(() -> new NotApplicable("nothing that the message is about has a key of its own"));
        };
    }

    /** The key that the service names for its volume; EBS's own key is always there. */
    private static CheckResult ofVolume(Inquiry inquiry) {
        String service = inquiry.subject().service();
        if (service.isEmpty()) {
            return new NotApplicable("neither message nor service names a key");
        }
        return Reads.then(
                inquiry.account().storage().blockVolumes(inquiry.subject().cluster(), service),
                (volumes, _) -> volumes.stream()
                        .filter(v -> !v.key().isEmpty())
                        .findFirst()
                        .map(v -> look(
                                inquiry, region(v.key(), inquiry.subject().region()), v.key(), "volume " + v.name()))
                        .orElseGet(
                                () -> new NotApplicable("the volume is encrypted with no key of the account's own")));
    }

    private static CheckResult of(Inquiry inquiry, EncryptionKey key, String source) {
        boolean foreign =
                !key.owner().isEmpty() && !key.owner().equals(inquiry.subject().account());
        if (!key.id().isEmpty()) {
            return look(inquiry, key.region(), key.id(), key.of());
        }
        return foreign
                ? failed(
                        "foreign",
                        Resources.of("secret", key.of()),
                        new Evidence(
                                key.of() + " of account " + key.owner()
                                        + " is encrypted with that account's own key of Secrets Manager, which no other"
                                        + " account can use",
                                source))
                : new NotApplicable("it is encrypted with the service's own key, which is always there");
    }

    private static CheckResult look(Inquiry inquiry, String region, String id, String of) {
        return Reads.then(inquiry.account().keys().key(region, id), (found, source) -> {
            String what = of.isEmpty() ? "" : ", which encrypts " + of + ",";
            return found.map(key -> state(key, what, of, source))
                    .orElseGet(() -> failed(
                            "missing",
                            Resources.of("key", id, "secret", of),
                            new Evidence("There is no key " + id + " in " + region, source)));
        });
    }

    private static CheckResult state(Keys.Key key, String what, String of, String source) {
        Resources named = Resources.of("key", key.arn(), "secret", of);
        Evidence fact = new Evidence("Key " + key.arn() + what + " is " + key.state(), source);
        return key.state().equals("Enabled") ? new Passed(named, fact) : failed(fault(key.state()), named, fact);
    }

    private static Failed failed(String fault, Resources named, Evidence fact) {
        return new Failed(fault, named.and(Resources.of("key-state", fault)), fact);
    }

    private static String fault(String state) {
        return switch (state.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "disabled" -> "disabled";
            case "pendingdeletion", "pendingreplicadeletion" -> "pending-deletion";
            default -> "unavailable";
        };
    }

    private static String named(Inquiry inquiry, String text) {
        String resource = inquiry.seen().facts().get(Fact.RESOURCE);
        Matcher found = KEY.matcher(resource.contains(":key/") ? resource : text);
        return found.find() ? found.group() : "";
    }

    private static String region(String key, String otherwise) {
        return Arn.parse(key)
                .map(Arn::region)
                .filter(region -> !region.isEmpty())
                .orElse(otherwise);
    }
}
