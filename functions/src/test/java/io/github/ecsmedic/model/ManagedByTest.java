package io.github.ecsmedic.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedByTest {
    @Test
    void object_ofAStack_isManagedByIt_asTheResourceOfThatName() {
        assertThat(ManagedBy.of(Map.of(
                                "aws:cloudformation:stack-name", "shop",
                                "aws:cloudformation:logical-id", "ApiService",
                                "managed-by", "terraform"))
                        .map(ManagedBy::clause))
                .contains(
                        "managed by the CloudFormation stack shop (resource ApiService): its next deploy undoes this, so"
                                + " change it there as well");
    }

    @ParameterizedTest
    @CsvSource({"ManagedBy,Terraform", "managed-by,terraform", "managed_by,OpenTofu", "Terraform,true", "terraform,yes"
    })
    void tag_thatNamesTerraform_isEvidence(String key, String value) {
        assertThat(ManagedBy.of(Map.of("team", "shop", key, value)))
                .contains(new ManagedBy("Terraform, as the tag " + key + " says", ""));
    }

    @ParameterizedTest
    @CsvSource({"team,terraform", "Terraform,false", "managed-by,ansible", "Name,terraform-demo", "terraform:module,vpc"
    })
    void tag_thatNamesItOtherwise_isNone(String key, String value) {
        assertThat(ManagedBy.of(Map.of(key, value))).isEmpty();
    }

    @Test
    void object_withoutTags_isManagedByNobody() {
        assertThat(ManagedBy.of(Map.of())).isEmpty();
    }

    @Test
    void clause_staysAtTheEnd_whateverTheReasonBecomes() {
        ManagedBy stack = new ManagedBy("the CloudFormation stack shop", "");
        String proposed = stack.after("it replaces tasks; all of them");

        assertThat(ManagedBy.kept(proposed, "it helped")).isEqualTo(stack.after("it helped"));
        assertThat(ManagedBy.kept(stack.after(""), "it helped")).isEqualTo(stack.after("it helped"));
        assertThat(ManagedBy.kept("it replaces tasks; all of them", "it helped"))
                .isEqualTo("it helped");
    }
}
