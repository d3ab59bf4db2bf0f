package io.github.ecsmedic.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StubTableTest {
    private static final String ROW = "{'pk':{'S':'a'},'sk':{'S':'1'},'n':{'N':'7'}}";

    private final StubTable table = new StubTable();

    private String ask(String operation, String body) throws IOException {
        return table.answer(operation, body.replace('\'', '"')).replace('"', '\'');
    }

    private String written() throws IOException {
        return ask("TransactWriteItems", "{'TransactItems':[{'Put':{'TableName':'t','Item':" + ROW + "}}]}");
    }

    private String found() throws IOException {
        return ask("Query", "{'TableName':'t','ExpressionAttributeValues':{':pk':{'S':'a'}}}");
    }

    @Test
    void row_put_isFoundByItsKeyAndByItsPartition() throws IOException {
        assertThat(written()).isEqualTo("{}");
        assertThat(
                        ask(
                                "BatchGetItem",
                                "{'RequestItems':{'t':{'Keys':[{'pk':{'S':'a'},'sk':{'S':'1'}},{'pk':{'S':'b'},'sk':{'S':'1'}}]}}}"))
                .isEqualTo("{'UnprocessedKeys':{},'Responses':{'t':[" + ROW + "]}}");
        assertThat(found()).isEqualTo("{'Items':[" + ROW + "],'Count':1}");
    }

    @Test
    void row_updated_keepsWhatIsOnlyBegun() throws IOException {
        written();
        ask("TransactWriteItems", """
                {'TransactItems':[{'Update':{'Key':{'pk':{'S':'a'},'sk':{'S':'1'}},
                 'UpdateExpression':'SET #m = :to_m, #n = if_not_exists(#n, :to_n)',
                 'ExpressionAttributeNames':{'#m':'m','#n':'n'},
                 'ExpressionAttributeValues':{':to_m':{'S':'x'},':to_n':{'N':'9'}}}}]}""");
        assertThat(found())
                .isEqualTo("{'Items':[{'pk':{'S':'a'},'sk':{'S':'1'},'n':{'N':'7'},'m':{'S':'x'}}],'Count':1}");
    }

    @Test
    void row_deletedOrForgotten_isGone() throws IOException {
        written();
        ask("TransactWriteItems", "{'TransactItems':[{'Delete':{'Key':{'pk':{'S':'a'},'sk':{'S':'1'}}}}]}");
        assertThat(found()).isEqualTo("{'Items':[],'Count':0}");
        written();
        table.clear();
        assertThat(found()).isEqualTo("{'Items':[],'Count':0}");
    }
}
