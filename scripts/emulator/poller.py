"""From the queue to the function, as an event source mapping does it: a batch is deleted but for its failures."""

import hashlib
import threading

from .runtime import FunctionError

LARGEST_RECEIVE = 10


class Poller(threading.Thread):
    """Follows one event source mapping until it is stopped; `told` gets a line a batch."""

    def __init__(self, aws, mapping_id, function, told):
        super().__init__(daemon=True)
        self.mapping = aws.client("lambda").get_event_source_mapping(UUID=mapping_id)
        self.sqs = aws.client("sqs")
        queue = self.mapping["EventSourceArn"].rsplit(":", 1)[-1]
        self.url = self.sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        self.region, self.function, self.told = aws.region, function, told
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.is_set():
            messages = self.sqs.receive_message(
                QueueUrl=self.url,
                MaxNumberOfMessages=min(self.mapping["BatchSize"], LARGEST_RECEIVE),
                WaitTimeSeconds=1,
                AttributeNames=["All"],
                MessageAttributeNames=["All"],
            ).get("Messages", [])
            if messages:
                self.hand_over(messages)

    def hand_over(self, messages):
        """A function error leaves the whole batch in the queue, hidden until its visibility time is over."""
        try:
            answer = self.function.invoke({"Records": [self.record(m) for m in messages]})
        except FunctionError as failed:
            self.told(f"{len(messages)} of {len(messages)} messages stay in the queue: {failed}")
            return
        failures = self.failures(answer, messages)
        for message in messages:
            if message["MessageId"] not in failures:
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
        if failures:
            self.told(f"{len(failures)} of {len(messages)} messages stay in the queue: the function could not take them")

    def failures(self, answer, messages):
        """The ids that the function names; an answer that names none we know fails the batch, as in Lambda."""
        if "ReportBatchItemFailures" not in self.mapping.get("FunctionResponseTypes", []):
            return set()
        named = [item.get("itemIdentifier") for item in (answer or {}).get("batchItemFailures") or []]
        ids = {m["MessageId"] for m in messages}
        return ids if set(named) - ids else set(named)

    def record(self, message):
        """The shape in which Lambda hands over an SQS message."""
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message.get("Attributes", {}),
            "messageAttributes": message.get("MessageAttributes", {}),
            "md5OfBody": hashlib.md5(message["Body"].encode(), usedforsecurity=False).hexdigest(),
            "eventSource": "aws:sqs",
            "eventSourceARN": self.mapping["EventSourceArn"],
            "awsRegion": self.region,
        }

    def stop(self):
        self.stopped.set()
        self.join(3)
