import { pino } from 'pino';
import { resolve } from 'node:path';
import { DemoClock } from '#libs/ports/clock/demo';
import type { Clock } from '#libs/ports/clock/port';
import type { Ports, RunningService } from '#libs/runtime';
import { DirectorySeed } from '#libs/services/directory';
import { PlannerHere } from '#libs/services/matching';
import { startEmbedded, type Embedded, type EmbeddedOptions } from '../../apps/embedded/src/embedded.js';
import { Caller } from './caller.js';
import { RunningClock } from './clock.js';
import { until } from './until.js';

export const personNames = [
  'teacher',
  'colleague',
  'admin',
  'partner',
  'museum',
  'coordinator',
  'stranger',
  'operator',
] as const;
export type PersonName = (typeof personNames)[number];

export interface MailSeen {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly attachments: readonly { readonly filename: string; readonly content: string }[];
}

export type Callers = Readonly<Record<PersonName, Caller>>;

/** A whole Leerbrug with two schools, two partners and everybody's token; in this process unless the run says otherwise. */
export interface World extends Record<PersonName, Caller> {
  readonly embedded: Embedded;
  readonly clock: Clock & Pick<RunningClock, 'advance'>;
  readonly visitor: Caller;
  readonly tokens: Readonly<Record<PersonName, string>>;
  /** Those to that address, newest first. */
  mails(to: string): Promise<readonly MailSeen[]>;
  /** Moves the clock to that moment, and everything that falls due until then happens. */
  at(moment: string): Promise<void>;
  close(): Promise<void>;
}

const zwolle = { lat: 52.5126, lon: 6.0936, place: 'Zwolle', postcode: '8011PK' };
const kampen = { lat: 52.5553, lon: 5.9111, place: 'Kampen', postcode: '8261AA' };

type MakesWorlds = () => Promise<World>;
let elsewhere: MakesWorlds | undefined;

/** From now on `aWorld()` gives these. */
export function worldsAre(makes: MakesWorlds): void {
  elsewhere = makes;
}

export async function aWorld(
  options: {
    data?: string;
    webRoot?: string;
    around?: (ports: Ports) => Ports;
    clock?: RunningClock;
    demo?: boolean;
    log?: EmbeddedOptions['log'];
  } & Pick<
    EmbeddedOptions,
    'smtp' | 'undoMs' | 'publicUrl' | 'mailboxFor' | 'limits' | 'trustProxy' | 'oidc'
  > = {},
): Promise<World> {
  if (elsewhere) {
    const [option] = Object.keys(options);
    if (option) throw new Error(`A story that sets "${option}" is told in one process only.`);
    return elsewhere();
  }
  const clock = options.clock ?? new RunningClock();
  const embedded = await startEmbedded({
    data: options.data ?? ':memory:',
    host: '127.0.0.1',
    port: 0,
    webRoot: options.webRoot ?? resolve('test/support/page'),
    clock: options.demo ? new DemoClock(clock, async () => {}) : clock,
    log: options.log ?? pino({ level: process.env['LEERBRUG_LOG'] ?? 'silent' }),
    planner: new PlannerHere(),
    undoMs: options.undoMs ?? 0,
    ...(options.around ? { around: options.around } : {}),
    ...(options.smtp ? { smtp: options.smtp } : {}),
    ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    ...(options.mailboxFor ? { mailboxFor: options.mailboxFor } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.trustProxy ? { trustProxy: options.trustProxy } : {}),
    ...(options.oidc ? { oidc: options.oidc } : {}),
  });
  if (options.demo) embedded.openDemo();
  const directory = embedded.services.get('directory');
  if (!directory) throw new Error('no directory');
  const tokens = await seedWorld(directory);
  const callers = callersOf(embedded.url, tokens);
  return {
    ...callers,
    embedded,
    clock,
    tokens,
    async mails(to) {
      const { body } = await callers.operator.get(`/api/demo/mailbox?to=${encodeURIComponent(to)}&limit=100`);
      return body.items;
    },
    async at(moment) {
      clock.advance(Date.parse(moment) - clock.now());
      for (const { due } of embedded.services.values()) await due.sweep();
    },
    close: () => embedded.close(),
  };
}

export function callersOf(
  url: string,
  tokens: Readonly<Record<PersonName, string>>,
): Record<PersonName | 'visitor', Caller> {
  const signedIn = personNames.map((name) => [name, new Caller(url, tokens[name])] as const);
  return { ...(Object.fromEntries(signedIn) as Record<PersonName, Caller>), visitor: new Caller(url) };
}

/** `nameOf` says what each is called there; default: as here. */
export async function seedWorld(
  directory: RunningService,
  nameOf = (name: string) => name,
): Promise<Record<PersonName, string>> {
  const seed = directory.app.get(DirectorySeed);
  await seed.region({
    id: nameOf('region-ijssel'),
    name: 'IJssel',
    municipalityCodes: [nameOf('0193'), nameOf('0166')],
  });
  await seed.region({ id: nameOf('region-far'), name: 'Ver weg', municipalityCodes: [nameOf('0935')] });
  await seed.organisation({
    id: nameOf('factory'),
    name: 'Machinefabriek Hoekstra',
    kind: 'company',
    location: zwolle,
    regionIds: [nameOf('region-ijssel')],
    firstContactId: nameOf('partner'),
  });
  await seed.organisation({
    id: nameOf('museum'),
    name: 'Stedelijk Museum Kampen',
    kind: 'museum',
    location: kampen,
    regionIds: [nameOf('region-ijssel')],
    firstContactId: nameOf('museum'),
  });
  const school = { sectors: ['po' as const], holidayRegion: 'noord' as const };
  await seed.schoolLocation({
    ...school,
    id: nameOf('school-brug'),
    name: 'Obs De Brug',
    brin6: '11ZZ00',
    location: zwolle,
    municipalityCode: nameOf('0193'),
  });
  await seed.schoolLocation({
    ...school,
    id: nameOf('school-kampen'),
    name: 'De Springplank',
    brin6: '11ZZ01',
    location: kampen,
    municipalityCode: nameOf('0166'),
  });
  await seed.schoolLocation({
    ...school,
    id: nameOf('school-far'),
    name: 'De Verte',
    brin6: '11ZZ02',
    location: { lat: 50.85, lon: 5.69, place: 'Maastricht' },
    municipalityCode: nameOf('0935'),
  });
  const person = (id: PersonName, name: string, role: object) =>
    seed.person({ id: nameOf(id), name, email: `${nameOf(id)}@leerbrug.test`, roles: [role as never] });
  await person('teacher', 'Tess de Vries', { role: 'teacher', schoolLocationId: nameOf('school-brug') });
  await person('colleague', 'Cas Bos', { role: 'teacher', schoolLocationId: nameOf('school-brug') });
  await person('admin', 'Ada Smit', { role: 'school-admin', schoolLocationId: nameOf('school-brug') });
  await person('partner', 'Jan Hoekstra', { role: 'partner', organisationId: nameOf('factory') });
  await person('museum', 'Mies Visser', { role: 'partner', organisationId: nameOf('museum') });
  await person('coordinator', 'Coen Kok', { role: 'coordinator', regionIds: [nameOf('region-ijssel')] });
  await person('stranger', 'Sara Ver', { role: 'teacher', schoolLocationId: nameOf('school-far') });
  await person('operator', 'Otto Op', { role: 'operator' });
  const tokens = await Promise.all(
    personNames.map(async (name) => [name, await seed.token(nameOf(name), 400)] as const),
  );
  return Object.fromEntries(tokens) as Record<PersonName, string>;
}

export function aRequest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    schoolLocationId: 'school-brug',
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    groups: [{ sector: 'po', grades: ['7', '8'], pupils: 26, name: '7/8B' }],
    windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['tue', 'thu'], parts: ['morning'] }],
    ...changes,
  };
}

export function anOffer(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    organisationId: 'factory',
    kind: 'guest-lesson',
    title: 'Een robotarm in de klas',
    themes: ['hi-tech-science/robotics'],
    audience: [{ sector: 'po', grades: ['6', '7', '8'] }],
    promise: 'by-appointment',
    durationMinutes: 90,
    place: 'at-school',
    location: { place: 'Zwolle' },
    reachKm: 30,
    slots: [{ start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 }],
    ...changes,
  };
}

/** Posts and publishes; the offer's body. */
export async function publishedOffer(world: Pick<Callers, 'partner'>, changes: Record<string, unknown> = {}) {
  const offer = await until(async () => {
    const added = await world.partner.post('/api/offers', anOffer(changes));
    if (added.status !== 422) return added;
    return undefined;
  }, 'the organisation to be known to offers');
  if (offer.status !== 201) throw new Error(JSON.stringify(offer.body));
  const published = await world.partner.post(`/api/offers/${offer.body.id}/publish`);
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
  return published.body;
}

/** Posts; the request's body. */
export async function postedRequest(world: Pick<Callers, 'teacher'>, changes: Record<string, unknown> = {}) {
  const posted = await until(async () => {
    const answer = await world.teacher.post('/api/requests', aRequest(changes));
    return answer.status === 422 ? undefined : answer;
  }, 'the school to be known to requests');
  if (posted.status !== 201) throw new Error(JSON.stringify(posted.body));
  return posted.body;
}

/** The proposals of a request once there are any. */
export function proposalsOf(world: World, requestId: string, atLeast = 1) {
  return until(async () => {
    const { body } = await world.coordinator.get(`/api/requests/${requestId}/proposals`);
    return body.state === 'ready' && body.items.length >= atLeast ? body : undefined;
  }, 'proposals');
}

/** A match that both sides are asked about. */
export async function askedMatch(world: World, requestId: string, slotId: string) {
  // Of several processes one may know the request a moment after another.
  const { body, status } = await until(async () => {
    const answer = await world.coordinator.post('/api/matches', { requestId, slotId }, { prefer: 'wait=5' });
    return answer.status === 422 ? undefined : answer;
  }, 'the request and the slot to be known');
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}
