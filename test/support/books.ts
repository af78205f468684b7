import type { BusMessage } from '#libs/ports/event-bus/port';
import type { Books } from '#libs/runtime';

/** What an installation keeps, as the lines of a test say it: documents by collection, and the messages on the bus. */
export function booksOf(
  documents: Readonly<Record<string, readonly object[]>>,
  messages: readonly BusMessage[] = [],
): Books {
  return {
    async *all({ name }) {
      for (const document of documents[name] ?? []) yield document as never;
    },
    events: async (topics, each) => {
      for (const message of messages) if (topics.includes(message.topic)) each(message);
    },
  };
}
