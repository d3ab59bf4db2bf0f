package io.github.ecsmedic.handler;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.Aws;
import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.aws.MemberAccounts;
import io.github.ecsmedic.aws.Rehearsal;
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
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the function is made of. All that can be built before the first message is built here, in Lambda's INIT phase. */
final class Wiring {
    /** Where Lambda says what the function is called. */
    static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";

    static final String REHEARSED_HOOK = "https://hooks.slack.com/services/rehearsal";
    static final String REHEARSED_TOKEN = "xoxb-rehearsal";

    private final Map<String, String> environment;
    private final Settings settings;
    private final FixSettings fixes;
    private final World world;
    private final Forms forms;

    Wiring(Map<String, String> environment, World world) {
        this.environment = environment;
        this.settings = Settings.read(environment);
        this.fixes = FixSettings.read(environment);
        this.world = world;
        // what is left to a newer version is said in the log
        this.forms = Forms.NOW.saying(left -> world.log().println(JsonText.object(json -> {
            json.writeStringField("level", "WARN");
            json.writeStringField("message", left);
        })));
    }

    /**
     * What lies around the function.
     *
     * @param ids gives a new id each time
     */
    record World(
            Engine engine, Line line, Aws aws, Clock clock, Supplier<String> ids, SlackPace pace, PrintStream log) {}

    /**
     * That of the process.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static Wiring ofProcess() {
        return of(WarmUp.begun(System.getenv()));
    }

    /**
     * That of the process, but for its environment.
     *
     * @throws IllegalStateException when settings are wrong, with all of it in one message
     */
    static Wiring of(Map<String, String> environment) {
        Clock clock = Clock.systemUTC();
        String region = environment.getOrDefault("AWS_REGION", "");
        return new Wiring(
                environment,
                new World(
                        engine(Catalogue.full().diagnoser()),
                        Line.from(region),
                        Aws.in(region),
                        clock,
                        () -> UUID.randomUUID().toString(),
                        new SlackPace(clock),
                        System.out));
    }

    /** The same before an AWS that is not there; what it says is said to nobody. */
    Wiring rehearsed(Rehearsal rehearsal) {
        return new Wiring(
                environment,
                new World(
                        world.engine(),
                        rehearsal.line(),
                        Aws.at(rehearsal.line()),
                        rehearsal.clock(),
                        () -> "rehearsal",
                        SlackPace.unsent(rehearsal.clock()),
                        WarmUp.NOWHERE));
    }

    /** Lets a handler of the same making work on an event before the first one. */
    void warmUp(Function<Wiring, RequestStreamHandler> handler, Function<Rehearsal, String> event, Duration practice) {
        new WarmUp(environment, world.line(), world.log())
                .of(new WarmUp.Scene(
                        settings.members().home(),
                        settings.slack().channel().isEmpty() ? REHEARSED_HOOK : REHEARSED_TOKEN,
                        rehearsal -> {
                            Wiring other = rehearsed(rehearsal);
                            return new WarmUp.Cast(
                                    handler.apply(other), () -> world.aws().prepare(other.world.aws()));
                        },
                        event,
                        practice));
    }

    /** What the function is called. */
    String function() {
        return environment.getOrDefault(FUNCTION, "");
    }

    PrintStream log() {
        return world.log();
    }

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

    /** The function that diagnoses. */
    BatchWork work() {
        Sweeping same = sweeping();
        return new BatchWork(same.parts(), same.outlets());
    }

    /** The function that sweeps. */
    Sweeping sweeping() {
        Wishes wishes = wishes();
        Table table = world.aws().table(settings.table());
        return new Sweeping(
                parts(wishes, table),
                outlets(wishes.plans()),
                new TableWatch(table, world.clock(), forms),
                settings.members().places(),
                Optional.of(new Digests(new TableArchive(table, forms), settings.digest())));
    }

    /** What the function is made of that applies fixes; {@code mending} is that of an account. */
    record Fixing(Parts parts, Outlets outlets, Function<String, Mending> mending) {}

    /** The function that applies fixes. */
    Fixing fixing() {
        Sweeping same = sweeping();
        Wishes wishes = same.parts().wishes();
        return new Fixing(
                same.parts(),
                same.outlets(),
                account -> new Mending(
                        wishes.plans(),
                        wishes.standing(),
                        world.aws().outlook(fixes.calendars()),
                        world.aws().hand(account),
                        world.aws().audit(fixes.auditLog(), world.ids().get())));
    }

    private Wishes wishes() {
        return fixes.enabled()
                ? new Wishes(
                        new Plans(
                                Catalogue.full().fixes(),
                                settings.members().home().account()),
                        Standing.of(fixes))
                : Wishes.NONE;
    }

    private Parts parts(Wishes wishes, Table table) {
        return new Parts(
                world.engine(),
                accounts(world.aws().accounts(settings.members(), world.clock())),
                new TableLedger(table, world.clock(), forms),
                world.clock(),
                world.ids(),
                settings.logLines(),
                routing(),
                wishes,
                SideBySide.THREADS,
                new TableArchive(table, forms)::unknown);
    }

    private static Accounts accounts(MemberAccounts members) {
        return new Accounts() {
            @Override
            public Account open(Place place, Duration budget) {
                return members.open(place, budget);
            }

            @Override
            public Accounts together() {
                return members.together()::apply;
            }
        };
    }

    private Routing routing() {
        Rules.Read read = Rules.readCompact(settings.routing().rules());
        if (!read.faults().isEmpty()) {
            world.log().println(JsonText.object(json -> {
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

    private Outlets outlets(Plans plans) {
        MessageOptions options = new MessageOptions(
                settings.logLines(), settings.chatbot(), settings.members().titles());
        Publisher publisher = (subject, message, attributes) ->
                told(() -> world.aws().publish(settings.topicArn(), subject, message, attributes));
        Sink sns = new SnsSink(publisher, options);
        Outlets slack = slack(options, plans, publisher);
        Sink bus = new BusSink((type, detail) -> told(() -> world.aws().put(type, detail)), options);
        List<Sink> machines = settings.routing().bus() ? List.of(sns, bus) : List.of(sns);
        return budget ->
                Stream.concat(machines.stream(), slack.open(budget).stream()).toList();
    }

    private Outlets slack(MessageOptions options, Plans plans, Publisher publisher) {
        String secret = settings.slackWebhookSecret();
        if (secret.isEmpty()) {
            return budget -> List.of();
        }
        return new SlackOutlets(
                new SlackSecret(() -> secret(secret), environment.getOrDefault("AWS_ENDPOINT_URL", "")),
                new SlackOptions(
                        options,
                        settings.slack().channel(),
                        settings.slack().buttons(),
                        plans,
                        settings.slack().quiet()),
                world.pace(),
                publisher);
    }

    private String secret(String id) {
        try {
            return world.line().secret(id);
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
