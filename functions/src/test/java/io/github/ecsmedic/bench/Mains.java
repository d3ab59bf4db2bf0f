package io.github.ecsmedic.bench;

import io.github.ecsmedic.bench.MainExperiment.Reading;
import java.util.List;

/** Experiments that stand beside what they measure. */
final class Mains {
    private Mains() {}

    static List<Experiment> of(Stand stand, boolean quick) {
        return List.of(
                new MainExperiment(
                        stand,
                        "walk",
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx435m",
                                "io.github.ecsmedic.catalogue.WarmDiagnosis",
                                quick ? "5" : "21"),
                        List.of(
                                new Reading(
                                        Bar.ratio(
                                                "walk",
                                                "a warm diagnosis with 50 ms a call, against its critical path",
                                                1.10),
                                        "/ofCriticalPath",
                                        "/calls",
                                        "/deep"),
                                new Reading(
                                        Bar.ratio("forty", "forty calls at once, against one", 1.35), "/fortyOfOne"))),
                new MainExperiment(
                        stand,
                        "classify",
                        quick
                                ? List.of("io.github.ecsmedic.signature.RecogniserComparison", "--quick")
                                : List.of("io.github.ecsmedic.signature.RecogniserComparison"),
                        List.of(
                                new Reading(
                                        Bar.ratio(
                                                "classify.ratio",
                                                "classification, against the same signatures as java.util.regex in turn",
                                                0.30),
                                        "/ratio",
                                        "/messages"),
                                new Reading(
                                        new Bar("classify.mean", "a message, in the mean", Bar.MICROS, 12), "/ours"),
                                new Reading(
                                        new Bar(
                                                "classify.slowest",
                                                "the slowest hostile message of 8 kB",
                                                Bar.MILLIS,
                                                10),
                                        "/slowest/millis",
                                        "/slowest/shape"),
                                new Reading(
                                        Bar.told("classify.second", "messages, one thread", Bar.A_SECOND),
                                        "/perSecond"))),
                new MainExperiment(
                        stand,
                        "storm",
                        List.of("io.github.ecsmedic.handler.StormOfOneFault", "500"),
                        List.of(new Reading(
                                Bar.ratio(
                                        "storm",
                                        "calls in a storm of 500 equal failures, against naive: those of one diagnosis each time",
                                        0.05),
                                "/ofNaive",
                                "/all",
                                "/callsOfOneDiagnosis",
                                "/diagnoses"))));
    }
}
