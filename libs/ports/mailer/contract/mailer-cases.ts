import { deliveryCases } from './delivery-cases.js';
import { headerCases } from './header-cases.js';
import type { MailerCase, MailerUnderTest } from './mailer-under-test.js';
import { troubleCases } from './trouble-cases.js';

export const mailerCases: readonly MailerCase[] = [...deliveryCases, ...headerCases, ...troubleCases];

/** What every mailer promises; `make` gives one that has sent nothing yet. */
export function describeMailer(name: string, make: () => Promise<MailerUnderTest>): void {
  describe(`${name} as a mailer`, () => {
    it.each(mailerCases.map((each) => [each.name, each] as const))(
      '%s',
      async (_, { run }) => {
        const test = await make();
        try {
          await run(test);
        } finally {
          await test.end();
        }
      },
      30_000,
    );
  });
}
