import { Controller } from '@nestjs/common';
import { PersonErased, eventTypeOf } from '#libs/contracts';
import { OnEvent, type EventCause } from '#libs/runtime';
import { everyEvent } from '../every-event.js';
import { KeepEntry } from './keep-entry.js';

/** Hears every event that there is. */
@Controller()
export class EveryEventConsumer {
  constructor(private readonly entries: KeepEntry) {}

  keep(type: string, data: object, cause: EventCause): Promise<void> {
    return this.entries.execute(type, data, cause);
  }
}

/** Every service hears of an erasure already, and here too that becomes an entry: see `AuditPersonalData`. */
const heardElsewhere: unknown = PersonErased;

for (const eventClass of everyEvent) {
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
