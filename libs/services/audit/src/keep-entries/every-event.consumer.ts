import { Controller } from '@nestjs/common';
import * as contracts from '#libs/contracts';
import { PersonErased, eventTypeOf, isEvent } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { KeepEntry } from './keep-entry.js';

/** Hears every event that there is: its handlers are made from the contracts, so that none can be forgotten. */
@Controller()
export class EveryEventConsumer {
  constructor(private readonly entries: KeepEntry) {}

  keep(type: string, data: object, cause: EventCause): Promise<void> {
    return this.entries.execute(type, data, cause);
  }
}

/** Every service hears of an erasure already, and here too that becomes an entry: see `AuditPersonalData`. */
const heardElsewhere: unknown = PersonErased;

for (const eventClass of Object.values(contracts).filter(isEvent)) {
  if (eventClass === heardElsewhere) continue;
  const { type } = eventTypeOf(eventClass);
  const descriptor = {
    value(this: EveryEventConsumer, data: object, cause: EventCause): Promise<void> {
      return this.keep(type, data, cause);
    },
  };
  Object.defineProperty(EveryEventConsumer.prototype, type, descriptor);
  OnEvent(eventClass)(EveryEventConsumer.prototype, type, descriptor);
}
