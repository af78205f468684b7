import type { Actor, CommandCause, GrantedRole } from '#libs/runtime';
import { runDirectory, type RunningDirectory } from '../../../../test/support/running-directory.js';
import { TakeUp } from '../src/invite-people/take-up.js';

export const assen = 'assen';

const at = (id: string, role: GrantedRole): Actor => ({ id, roles: [role] });
export const as = {
  operator: at('otto', { role: 'operator', regionIds: [] }),
  coordinator: at('coen', { role: 'coordinator', regionIds: [assen] }),
  foreign: at('fred', { role: 'coordinator', regionIds: ['elsewhere'] }),
  teacher: at('tess', { role: 'teacher', regionIds: [assen], schoolLocationId: 'anker' }),
  admin: at('ada', { role: 'school-admin', regionIds: [assen], schoolLocationId: 'anker' }),
  partner: at('jan', { role: 'partner', regionIds: [assen], organisationId: 'fabriek' }),
  boss: at('bea', { role: 'partner-admin', regionIds: [assen], organisationId: 'fabriek' }),
  reader: at('lies', { role: 'reader', regionIds: [assen] }),
} as const satisfies Record<string, Actor>;

export const aCommand: CommandCause = {
  kind: 'command',
  actor: 'otto',
  key: null,
  bodyHash: '',
  correlationId: 'a-story',
  causationId: null,
};

/** A region with a school, another school, a factory and somebody in each role. */
export async function aTown(): Promise<RunningDirectory> {
  const directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: assen, name: 'Assen', schoolLocationIds: ['anker', 'brug'] });
  await seed.region({ id: 'elsewhere', name: 'Elders', schoolLocationIds: ['ver'] });
  for (const [i, id] of ['anker', 'brug', 'ver'].entries())
    await seed.schoolLocation({
      id,
      name: `De ${id}`,
      brin6: `11ZZ0${i}`,
      sectors: ['po'],
      holidayRegion: 'noord',
    });
  await seed.organisation({ id: 'fabriek', name: 'Fabriek', kind: 'company', regionIds: [assen] });
  const person = (id: string, role: Parameters<typeof seed.person>[0]['roles'][number]) =>
    seed.person({
      id,
      name: id.toUpperCase(),
      email: `${id}@${id}.example`,
      phone: '0612345678',
      roles: [role],
    });
  await person('otto', { role: 'operator' });
  await person('coen', { role: 'coordinator', regionIds: [assen] });
  await person('fred', { role: 'coordinator', regionIds: ['elsewhere'] });
  await person('tess', { role: 'teacher', schoolLocationId: 'anker' });
  await person('ada', { role: 'school-admin', schoolLocationId: 'anker' });
  await person('jan', { role: 'partner', organisationId: 'fabriek' });
  await person('bea', { role: 'partner-admin', organisationId: 'fabriek' });
  await person('lies', { role: 'reader', regionIds: [assen] });
  return directory;
}

/** As somebody who typed the code that was sent to them. */
export function signIn(directory: RunningDirectory, personId: string) {
  return directory.service.app.get(TakeUp, { strict: false }).execute(personId);
}

/** Mails to that address, oldest first, once everything due was tried. */
export async function mailsTo(directory: RunningDirectory, email: string) {
  await directory.service.due.sweep();
  const all = await directory.mailer.deliveries({ limit: 1000 });
  return all.toReversed().filter(({ to }) => to.email === email);
}
