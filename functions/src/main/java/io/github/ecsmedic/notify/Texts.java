package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.Readiness;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.function.UnaryOperator;

/** A change to every text of a diagnosis: sentences, ids and names, commands, the log. */
record Texts(
        UnaryOperator<String> prose,
        UnaryOperator<String> names,
        UnaryOperator<String> commands,
        UnaryOperator<LogTail> logs) {

    Diagnosis in(Diagnosis d) {
        return new Diagnosis(
                subject(d.subject()),
                name(d.label()),
                d.alert(),
                say(d.message()),
                d.failedAt(),
                d.capacity(),
                causes(d.causes()),
                causes(d.sideFindings()),
                d.refuted().stream()
                        .map(r -> new Diagnosis.Refuted(name(r.id()), say(r.because()), name(r.source())))
                        .toList(),
                notChecked(d.notChecked()),
                path(d.path()),
                d.alsoAffected().stream()
                        .map(a -> new Diagnosis.AlsoAffected(name(a.service()), name(a.through())))
                        .toList(),
                d.looked(),
                d.changes().stream()
                        .map(c -> new Diagnosis.Change(c.at(), name(c.by()), name(c.event()), name(c.resource())))
                        .toList(),
                logs.apply(d.log()),
                d.difference().stream().map(this::difference).toList(),
                d.fixes().stream().map(this::remedy).toList(),
                d.cost(),
                d.tags());
    }

    Readiness in(Readiness r) {
        return new Readiness(
                subject(r.subject()),
                r.services().stream().map(this::start).toList(),
                r.looked(),
                notChecked(r.notChecked()),
                r.cost());
    }

    private NextStart start(NextStart s) {
        return new NextStart(
                subject(s.subject()),
                say(s.skipped()),
                s.needs().stream()
                        .map(n -> new NextStart.Need(
                                name(n.leg()),
                                name(n.destination()),
                                n.outlook(),
                                n.places().stream().map(this::name).toList(),
                                causes(n.causes()),
                                path(n.path()),
                                notChecked(n.notChecked())))
                        .toList(),
                s.fixes().stream().map(this::remedy).toList(),
                notChecked(s.notChecked()));
    }

    private List<Diagnosis.NotChecked> notChecked(List<Diagnosis.NotChecked> notChecked) {
        return notChecked.stream()
                .map(n -> new Diagnosis.NotChecked(name(n.check()), say(n.why())))
                .toList();
    }

    private List<Diagnosis.Hop> path(List<Diagnosis.Hop> path) {
        return path.stream()
                .map(h -> new Diagnosis.Hop(name(h.hop()), name(h.id()), name(h.verdict()), say(h.says())))
                .toList();
    }

    private Subject subject(Subject s) {
        return new Subject(
                name(s.account()),
                name(s.region()),
                name(s.cluster()),
                name(s.service()),
                name(s.taskArn()),
                name(s.taskDefinition()),
                s.accountName());
    }

    private Resources resources(Resources resources) {
        return new Resources(resources.all().stream()
                .map(r -> new Resource(r.kind(), object(r.id())))
                .toList());
    }

    private List<Cause> causes(List<Cause> causes) {
        return causes.stream()
                .map(c -> new Cause(
                        name(c.id()),
                        c.certainty(),
                        say(c.summary()),
                        resources(c.resources()),
                        resources(c.shared()),
                        c.evidence().stream()
                                .map(e -> new Evidence(say(e.fact()), name(e.source())))
                                .toList()))
                .toList();
    }

    /** A field says what its values are: {@code environment.DB_PASSWORD} hides both. */
    private Diagnosis.Difference difference(Diagnosis.Difference d) {
        return new Diagnosis.Difference(name(d.field()), valueOf(d.field(), d.before()), valueOf(d.field(), d.after()));
    }

    private String valueOf(String field, String value) {
        String said = say(field + "=" + value);
        return said.startsWith(field + "=") ? said.substring(field.length() + 1) : say(value);
    }

    private Remedy remedy(Remedy r) {
        return new Remedy(
                name(r.id()),
                r.tier(),
                r.decision(),
                say(r.reason()),
                r.steps().stream()
                        .map(s -> new Remedy.Command(
                                commands.apply(s.cli()), name(s.iamAction()), commands.apply(s.undo())))
                        .toList());
    }

    /** Ids are names, but what a text or a log named as program, command or host may be anything. */
    private String object(String id) {
        return id.startsWith("arn:") ? name(id) : name(say(id));
    }

    private String say(String text) {
        return prose.apply(text);
    }

    private String name(String text) {
        return names.apply(text);
    }
}
