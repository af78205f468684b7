import type { BusUnderTest, EventBusCase } from './bus-under-test.js';
import { closeCases } from './close-cases.js';
import { deliveryCases } from './delivery-cases.js';
import { followCases } from './follow-cases.js';
import { orderCases } from './order-cases.js';

export const eventBusCases: readonly EventBusCase[] = [
  ...deliveryCases,
  ...orderCases,
  ...followCases,
  ...closeCases,
];

/** What every event bus promises; `make` gives a bus with two fresh topics. */
export function describeEventBus(name: string, make: () => Promise<BusUnderTest>): void {
  describe(`${name} as an event bus`, () => {
    it.each(eventBusCases.map((each) => [each.name, each] as const))(
      '%s',
      async (_, { run }) => {
        const test = await make();
        try {
          await run(test);
        } finally {
          await test.end();
        }
      },
      120_000,
    );
  });
}
