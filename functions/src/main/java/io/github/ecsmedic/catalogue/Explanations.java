package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Recognition;
import io.github.ecsmedic.signature.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which cause can explain which label, found by asking every cause about every label. */
final class Explanations {
    private final Map<String, List<CauseRule>> causes = new LinkedHashMap<>();
    private final Map<String, List<Signature>> labels = new LinkedHashMap<>();

    Explanations(Catalogue catalogue) {
        List<Signature> signatures = new ArrayList<>(catalogue.signatures());
        signatures.add(Recogniser.UNKNOWN);
        for (Signature signature : signatures) {
            Inquiry inquiry = about(signature);
            for (CauseRule cause : catalogue.causes()) {
                if (cause.explains(inquiry)) {
                    note(causes, signature.label(), cause);
                    note(labels, cause.id(), signature);
                }
            }
        }
    }

    List<CauseRule> causesOf(Signature signature) {
        return causes.getOrDefault(signature.label(), List.of());
    }

    List<Signature> labelsOf(CauseRule cause) {
        return labels.getOrDefault(cause.id(), List.of());
    }

    private static <T> void note(Map<String, List<T>> map, String key, T value) {
        List<T> known = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
        }
    }

    private static Inquiry about(Signature signature) {
        return new Inquiry(
                new Subject("", "", "", "", "", ""),
                null,
                "",
                new Recognition(signature.label(), signature.alert(), Facts.NONE, false),
                new Nothing());
    }

    /** No account: what a cause can explain is told by label, facts and event. */
    private static final class Nothing implements Account {
        @Override
        public Workloads workloads() {
            throw read();
        }

        @Override
        public Deployments deployments() {
            throw read();
        }

        @Override
        public Networks networks() {
            throw read();
        }

        @Override
        public Names names() {
            throw read();
        }

        @Override
        public Roles roles() {
            throw read();
        }

        @Override
        public Logs logs() {
            throw read();
        }

        @Override
        public Changes changes() {
            throw read();
        }

        @Override
        public Balancers balancers() {
            throw read();
        }

        @Override
        public Images images() {
            throw read();
        }

        @Override
        public Capacity capacity() {
            throw read();
        }

        @Override
        public Vault vault() {
            throw read();
        }

        @Override
        public Storage storage() {
            throw read();
        }

        @Override
        public LogGroups logGroups() {
            throw read();
        }

        @Override
        public Keys keys() {
            throw read();
        }

        @Override
        public Diagnosis.Cost cost() {
            return Diagnosis.Cost.NONE;
        }

        private static IllegalStateException read() {
            return new IllegalStateException("a cause read the account to say what it explains");
        }
    }
}
