package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.EventBus;
import io.github.ecsmedic.aws.MemberAccounts;
import io.github.ecsmedic.aws.Secret;
import io.github.ecsmedic.aws.SnsTopic;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Watch;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.notify.BusSink;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.Publisher;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.RuleFault;
import io.github.ecsmedic.notify.Rules;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SlackOptions;
import io.github.ecsmedic.notify.SlackPace;
import io.github.ecsmedic.notify.SnsSink;
import io.github.ecsmedic.store.Forms;
import io.github.ecsmedic.store.TableArchive;
import io.github.ecsmedic.store.TableLedger;
import io.github.ecsmedic.store.TableWatch;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Wishes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the function is made of. All that can be built before the first message is built here, in Lambda's INIT phase. */
final class Wiring {
    /** Where Lambda says what the function is called. */
    static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";

    /** What is left to a newer version is said in the log. */
    private static final Forms FORMS = Forms.NOW.saying(left -> System.out.println(JsonText.object(json -> {
        json.writeStringField("level", "WARN");
        json.writeStringField("message", left);
    })));

    private Wiring() {}

    /**
     * What the sweep is made of.
     *
     * @param places what it looks at, our own account and region first
     * @param digests empty where none are sent
     */
    record Sweeping(Parts parts, Outlets outlets, Watch watch, List<Place> places, Optional<Digests> digests) {
        Sweeping {
            places = List.copyOf(places);
        }

        /** In whichever account we are. */
        Sweeping(Parts parts, Outlets outlets, Watch watch, String region, Optional<Digests> digests) {
            this(parts, outlets, watch, List.of(new Place("", region)), digests);
        }

        /** Our own. */
        String region() {
            return places.getFirst().region();
        }

        /** Without digests. */
        Sweeping(Parts parts, Outlets outlets, Watch watch, String region) {
            this(parts, outlets, watch, region, Optional.empty());
        }
    }

    /**
     * Wires the function from its environment.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static BatchWork work(Map<String, String> environment) {
        Sweeping same = sweeping(environment);
        return new BatchWork(same.parts(), same.outlets());
    }

    /**
     * Wires the sweep from its environment.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static Sweeping sweeping(Map<String, String> environment) {
        Settings settings = Settings.read(environment);
        String region = environment.getOrDefault("AWS_REGION", "");
        Wishes wishes = wishes(FixSettings.read(environment), settings.members().home());
        AwsAccounts.prepare(region);
        return new Sweeping(
                parts(settings, wishes, region),
                outlets(settings, wishes.plans(), region, environment.getOrDefault("AWS_ENDPOINT_URL", "")),
                new TableWatch(Table.in(region, settings.table()), Clock.systemUTC(), FORMS),
                settings.members().places(),
                Optional.of(
                        new Digests(new TableArchive(Table.in(region, settings.table()), FORMS), settings.digest())));
    }

    /** What the function is made of that applies fixes; {@code mending} is that of an account. */
    record Fixing(Parts parts, Outlets outlets, Function<String, Mending> mending) {}

    /**
     * Wires the function that applies fixes from its environment.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static Fixing fixing(Map<String, String> environment) {
        Sweeping same = sweeping(environment);
        FixSettings settings = FixSettings.read(environment);
        Wishes wishes = same.parts().wishes();
        return new Fixing(
                same.parts(),
                same.outlets(),
                account -> new Mending(
                        wishes.plans(),
                        wishes.standing(),
                        AwsFixes.outlook(same.region(), settings.calendars()),
                        AwsFixes.hand(account, same.region()),
                        AwsFixes.audit(
                                same.region(),
                                settings.auditLog(),
                                same.parts().ids().get())));
    }

    private static Wishes wishes(FixSettings settings, Place home) {
        return settings.enabled()
                ? new Wishes(new Plans(Catalogue.full().fixes(), home.account()), Standing.of(settings))
                : Wishes.NONE;
    }

    private static Parts parts(Settings settings, Wishes wishes, String region) {
        Clock clock = Clock.systemUTC();
        return new Parts(
                engine(Catalogue.full().diagnoser()),
                new MemberAccounts(settings.members(), clock)::open,
                new TableLedger(Table.in(region, settings.table()), clock, FORMS),
                clock,
                () -> UUID.randomUUID().toString(),
                settings.logLines(),
                routing(settings),
                wishes,
                SideBySide.THREADS,
                new TableArchive(Table.in(region, settings.table()), FORMS)::unknown);
    }

    private static Routing routing(Settings settings) {
        Rules.Read read = Rules.readCompact(settings.routing().rules());
        if (!read.faults().isEmpty()) {
            System.out.println(JsonText.object(json -> {
                json.writeStringField("level", "WARN");
                json.writeStringField("message", "rules that cannot be read are left out");
                JsonText.texts(
                        json,
                        "rules",
                        read.faults().stream().map(RuleFault::toString).toList());
            }));
        }
        return Routing.owned(settings.routing().owners(), read.rules());
    }

    static Engine engine(Diagnoser diagnoser) {
        return new Engine() {
            @Override
            public Optional<Symptom> symptom(EcsEvent event) {
                return diagnoser.symptom(event);
            }

            @Override
            public Outcome diagnose(EcsEvent event, Account account) {
                return diagnoser.diagnose(event, account);
            }
        };
    }

    private static Outlets outlets(Settings settings, Plans plans, String region, String endpointUrl) {
        MessageOptions options = new MessageOptions(
                settings.logLines(), settings.chatbot(), settings.members().titles());
        Publisher publisher = (subject, message, attributes) ->
                told(() -> SnsTopic.publish(settings.topicArn(), subject, message, attributes));
        Sink sns = new SnsSink(publisher, options);
        Outlets slack = slack(settings, new Told(options, plans, publisher), region, endpointUrl);
        Sink bus = new BusSink((type, detail) -> told(() -> EventBus.put(region, type, detail)), options);
        List<Sink> machines = settings.routing().bus() ? List.of(sns, bus) : List.of(sns);
        return budget ->
                Stream.concat(machines.stream(), slack.open(budget).stream()).toList();
    }

    /** What Slack is told with. */
    private record Told(MessageOptions options, Plans plans, Publisher publisher) {}

    private static Outlets slack(Settings settings, Told told, String region, String endpointUrl) {
        String secret = settings.slackWebhookSecret();
        if (secret.isEmpty()) {
            return budget -> List.of();
        }
        return new SlackOutlets(
                new SlackSecret(() -> secret(secret, region), endpointUrl),
                new SlackOptions(
                        told.options(),
                        settings.slack().channel(),
                        settings.slack().buttons(),
                        told.plans(),
                        settings.slack().quiet()),
                new SlackPace(Clock.systemUTC()),
                told.publisher());
    }

    private static String secret(String id, String region) {
        try {
            return Secret.value(id, region);
        } catch (CallFailed e) {
            throw new SinkException(String.valueOf(e.getMessage()));
        }
    }

    private static void told(Runnable call) {
        try {
            call.run();
        } catch (CallFailed e) {
            throw new SinkException(String.valueOf(e.getMessage()));
        }
    }
}
