import { Unavailable } from '#libs/contracts';
import { MailRefused, type Mailer } from '#libs/ports/mailer/port';
import { aMail, mailTo } from './mail.js';
import { inTime, type MailerCase } from './mailer-under-test.js';

const to = (email: string) => aMail({ to: { name: 'Iemand', email } });
const several = Array.from({ length: 12 }, (_, n) => mailTo(n));
const subjects = several.map(({ subject }) => subject);

export const troubleCases: readonly MailerCase[] = [
  {
    name: 'tells a recipient who is refused for good from one who is put off',
    async run({ mailer, received, server }) {
      server.answers('gone@school.example', 'refused');
      server.answers('busy@school.example', 'put-off');

      await expect(mailer.send(to('gone@school.example'))).rejects.toBeInstanceOf(MailRefused);
      await expect(mailer.send(to('busy@school.example'))).rejects.toBeInstanceOf(Unavailable);
      await mailer.send(aMail());

      expect(await received()).toHaveLength(1);
    },
  },
  {
    name: 'lets nobody wait for another’s recipient',
    async run(test) {
      const { mailer, received, server } = test;
      server.answers('gone@school.example', 'refused');
      server.answers('busy@school.example', 'put-off');
      server.answers('mute@school.example', 'silence');

      const troubled = ['mute', 'gone', 'busy'].map((name) =>
        mailer.send(to(`${name}@school.example`)).catch(() => undefined),
      );
      for (const mail of several) await inTime(test, mailer.send(mail));

      expect((await received()).map(({ subject }) => subject)).toEqual(subjects);
      await inTime(test, mailer.close());
      await Promise.all(troubled);
    },
  },
  {
    name: 'takes a server that is away for an outage, and goes on when it is back',
    async run({ mailer, received, server }) {
      await mailer.send(mailTo(1));

      await server.goAway();
      const outcomes = await Promise.all(several.map((mail) => outcomeOf(mailer, mail)));
      await server.comeBack();
      await mailer.send(mailTo(2));

      expect(new Set(outcomes)).toEqual(new Set(['Unavailable']));
      expect((await received()).map(({ subject }) => subject)).toEqual(['Aanbod 1', 'Aanbod 2']);
    },
  },
  {
    name: 'keeps its word about each mail under way when it is closed',
    async run(test) {
      const { mailer, received, server } = test;
      server.answers('mute@school.example', 'silence');
      const silent = outcomeOf(mailer, to('mute@school.example'));
      const underWay = several.map((mail) => outcomeOf(mailer, mail));

      await inTime(test, Promise.all([mailer.close(), mailer.close()]));

      const outcomes = await inTime(test, Promise.all(underWay));
      const accepted = subjects.filter((_, n) => outcomes[n] === 'accepted');
      expect(await inTime(test, silent)).toBe('Unavailable');
      expect(['accepted', 'Unavailable']).toEqual(expect.arrayContaining(outcomes));
      // One whose acceptance did not get through in time may have arrived all the same.
      expect((await received()).map(({ subject }) => subject)).toEqual(expect.arrayContaining(accepted));
    },
  },
  {
    name: 'takes nothing any more when it is closed',
    async run({ mailer, received }) {
      await mailer.send(mailTo(1));

      await mailer.close();

      expect(await outcomeOf(mailer, mailTo(2))).toBe('Unavailable');
      expect(await received()).toHaveLength(1);
    },
  },
];

async function outcomeOf(mailer: Mailer, mail: Parameters<Mailer['send']>[0]): Promise<string> {
  return mailer.send(mail).then(
    () => 'accepted',
    (error: unknown) => (error as Error).name,
  );
}
