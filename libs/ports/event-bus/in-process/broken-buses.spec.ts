import { eventBusCases } from '#libs/ports/event-bus/contract';
import type { BusMessage, MessageHandler, SubscribeOptions, Subscription } from '#libs/ports/event-bus/port';
import type { SqliteFile } from '#libs/ports/sqlite';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { InProcessEventBus } from './in-process-event-bus.js';

/** Buses that break one promise each. The suite must turn red for every one of them, or it proves nothing. */
class RunsHandlersInsidePublish extends InProcessEventBus {
  private readonly handlers: MessageHandler[] = [];
  override publish(messages: readonly BusMessage[]): Promise<void> {
    for (const message of messages) this.handlers.forEach((handler) => void handler(message));
    return super.publish(messages);
  }
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    this.handlers.push(handler);
    return super.subscribe(options, handler);
  }
}

class WaitsForHandlersInPublish extends InProcessEventBus {
  private group?: SubscribeOptions;
  override async publish(messages: readonly BusMessage[]): Promise<void> {
    await super.publish(messages);
    for (let tries = 0; this.group && tries < 200 && (await this.lag(this.group)) > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    if (this.group && (await this.lag(this.group)) > 0) throw new Error('expect(nobody).toWaitForever()');
  }
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    this.group = options;
    return super.subscribe(options, handler);
  }
}

/** Overrides what happens to each message on its way to a group's handler. */
abstract class Meddles extends InProcessEventBus {
  abstract meddle(handler: MessageHandler): MessageHandler;
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    return super.subscribe(options, this.meddle(handler));
  }
}

class SharesObjects extends Meddles {
  private readonly shared = new Map<string, BusMessage>();
  meddle(handler: MessageHandler): MessageHandler {
    return (message) => {
      const shared = this.shared.get(message.id) ?? message;
      this.shared.set(message.id, shared);
      return handler(shared);
    };
  }
}

class KeepsTheCallersBytes extends InProcessEventBus {
  override async publish(messages: readonly BusMessage[]): Promise<void> {
    await new Promise(setImmediate);
    await super.publish(messages);
  }
}

class DropsRetries extends Meddles {
  meddle(handler: MessageHandler): MessageHandler {
    return (message) => Promise.resolve(handler(message)).catch(() => undefined);
  }
}

class RetriesBehindTheRest extends Meddles {
  meddle(handler: MessageHandler): MessageHandler {
    return async (message) => {
      try {
        await handler(message);
      } catch {
        await this.publish([{ ...message, id: `${message.id} again` }]);
      }
    };
  }
}

class MovesTheCursorBeforeTheHandler extends Meddles {
  meddle(handler: MessageHandler): MessageHandler {
    return async (message) => void Promise.resolve(handler(message)).catch(() => undefined);
  }
}

class StopsAllKeysForOne extends Meddles {
  private last: Promise<unknown> = Promise.resolve();
  meddle(handler: MessageHandler): MessageHandler {
    return (message) => {
      const mine = this.last.then(() => handler(message));
      this.last = mine.catch(() => undefined);
      return mine;
    };
  }
}

class LosesLargeValues extends Meddles {
  meddle(handler: MessageHandler): MessageHandler {
    return (message) => handler({ ...message, value: message.value?.slice(0, 65_536) ?? null });
  }
}

class TurnsNullIntoNothing extends Meddles {
  meddle(handler: MessageHandler): MessageHandler {
    return (message) => handler({ ...message, value: message.value ?? new Uint8Array(0) });
  }
}

class PublishesBackwards extends InProcessEventBus {
  override publish(messages: readonly BusMessage[]): Promise<void> {
    return super.publish(messages.toReversed());
  }
}

class StartsLateGroupsAtTheEnd extends InProcessEventBus {
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    return super.follow(options.topics, handler);
  }
}

class HasOneGroup extends InProcessEventBus {
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    return super.subscribe({ ...options, group: 'the one' }, handler);
  }
}

class GivesEveryTopic extends InProcessEventBus {
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    return super.subscribe({ ...options, topics: ['suite-a', 'suite-b'] }, handler);
  }
}

let opened = 0;
class ForgetsCursors extends InProcessEventBus {
  private readonly session = (opened += 1);
  override subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    return super.subscribe({ ...options, group: `${options.group}.${this.session}` }, handler);
  }
  override lag(options: SubscribeOptions): Promise<number> {
    return super.lag({ ...options, group: `${options.group}.${this.session}` });
  }
}

class LetsFollowersShare extends InProcessEventBus {
  override follow(topics: readonly string[], handler: MessageHandler): Promise<Subscription> {
    return super.subscribe({ group: 'followers', topics }, handler);
  }
}

class FollowsFromTheEnd extends InProcessEventBus {
  override follow(topics: readonly string[], handler: MessageHandler): Promise<Subscription> {
    return super.follow(topics, handler);
  }
}

class CountsWhatIsRead extends InProcessEventBus {
  override async lag(options: SubscribeOptions): Promise<number> {
    return (await super.lag(options)) > 2 ? 5 : 0;
  }
}

class ForgetsToClose extends InProcessEventBus {
  override async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    await super.subscribe(options, handler);
    return { close: () => Promise.resolve() };
  }
}

class ClosesOnce extends InProcessEventBus {
  private ended = false;
  override async close(): Promise<void> {
    if (this.ended) throw new Error('expect(closed).toBe(false)');
    this.ended = true;
    await super.close();
  }
}

type Bus = new (file: SqliteFile) => InProcessEventBus;

const broken: [kind: Bus, caughtBy: string][] = [
  [FollowsFromTheEnd, 'shows a follower what a group has not finished'],
  [RunsHandlersInsidePublish, 'runs no handler inside publish'],
  [WaitsForHandlersInPublish, 'publishes without waiting for handlers, also from within one'],
  [SharesObjects, 'shares no bytes between caller, groups and deliveries'],
  [KeepsTheCallersBytes, 'shares no bytes between caller, groups and deliveries'],
  [DropsRetries, 'delivers again what failed, before what follows it'],
  [DropsRetries, 'delivers after a restart what was never finished'],
  [RetriesBehindTheRest, 'delivers again what failed, before what follows it'],
  [MovesTheCursorBeforeTheHandler, 'delivers after a restart what was never finished'],
  [MovesTheCursorBeforeTheHandler, 'waits for running handlers when it closes, and starts none afterwards'],
  [MovesTheCursorBeforeTheHandler, 'keeps the order within a key while its first handler is slow'],
  [StopsAllKeysForOne, 'keeps the order within a key while its first handler is slow'],
  [LosesLargeValues, 'carries no value, an empty one and 1 MB'],
  [TurnsNullIntoNothing, 'carries no value, an empty one and 1 MB'],
  [PublishesBackwards, 'keeps the order within a key while its first handler is slow'],
  [StartsLateGroupsAtTheEnd, 'gives a late group everything from the start'],
  [HasOneGroup, 'gives every group every event'],
  [GivesEveryTopic, 'gives a group only the topics it asked for'],
  [ForgetsCursors, 'goes on after a restart where the group was'],
  [LetsFollowersShare, 'shows every follower everything published after it began'],
  [LetsFollowersShare, 'ignores what a follower rejects'],
  [LetsFollowersShare, 'keeps no place for a follower'],
  [CountsWhatIsRead, 'tells how much a group has not finished'],
  [ForgetsToClose, 'waits for running handlers when it closes, and starts none afterwards'],
  [ForgetsToClose, 'leaves to others what comes after a subscription closed'],
  [ClosesOnce, 'closes twice'],
];

describe('the suite for event buses', () => {
  it.each(broken)('turns red for a bus that %p: %s', async (Broken, name) => {
    await expect(runCase(name, Broken, 300)).rejects.toThrow(/expect\(|in vain/);
    await expect(runCase(name, InProcessEventBus, 10_000)).resolves.toBeUndefined();
  });
});

async function runCase(name: string, Bus: Bus, patienceMs: number): Promise<void> {
  const found = eventBusCases.find((each) => each.name === name);
  if (!found) throw new TypeError(`the suite has no case "${name}"`);
  const folder = new TemporaryFolder();
  const bus = new Bus(folder.file);
  const reopen = () => bus.close().then(async () => new Bus(await folder.reopen()));
  try {
    await found.run({ bus, topics: ['suite-a', 'suite-b'], reopen, end: async () => undefined, patienceMs });
  } finally {
    await InProcessEventBus.prototype.close.call(bus);
    await folder.end();
  }
}
