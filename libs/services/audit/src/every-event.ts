import * as contracts from '#libs/contracts';
import { eventTypeOf, isEvent } from '#libs/contracts';

/** Every class of event that there is: made from the contracts, so that none can be forgotten. */
export const everyEvent = Object.values(contracts).filter(isEvent);

/** The topics they are told on. */
export const everyTopic = [...new Set(everyEvent.map((of) => eventTypeOf(of).type.split('.')[0] as string))];
