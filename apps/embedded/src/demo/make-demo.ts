import { addDays, localDateOf, type LocalDate } from '#libs/facts';
import type { DirectorySeed } from '#libs/services/directory';
import { Api } from '../api.js';
import type { DemoFile, DemoPerson } from './demo-file.js';
import { schoolWeeks } from './school-weeks.js';
import { activities } from './world/activities.js';
import { arrangedByPhone, bookedTitle, booking } from './world/appointments.js';
import { demoOffers } from './world/offers.js';
import { demoPartners } from './world/partners.js';
import { demoPeople, demoRoles } from './world/people.js';
import { demoRegion, demoRegionId } from './world/region.js';
import { demoRequests } from './world/requests.js';
import { demoSchools } from './world/schools.js';

interface Place {
  readonly url: string;
  readonly seed: DirectorySeed;
  /** Epoch ms; wishes and slots lie in the school weeks that follow. */
  readonly now: number;
  /** When it was first begun, epoch ms: what took place, took place before that. */
  readonly begun: number;
}

const tokenDays = 730;
const weeksAhead = 16;
const atOnce = 12;

/** Makes the demo region, or what an interrupted start left out of it; what is there already stays as it is. */
export async function makeDemo({ url, seed, now, begun }: Place): Promise<DemoFile> {
  const today = localDateOf(now);
  await makeDirectory(seed, today);
  const people = await Promise.all(demoRoles.map(({ id }) => withToken(id, seed)));
  const as = (id: string) => new Api(url, people.find((person) => person.id === id)?.token ?? '');
  const weeks = schoolWeeks(today, weeksAhead);
  await makeRound(as, today);
  // Offers first: a request's receipt says what fits.
  await makeOffers(as, weeks);
  await makeRequests(as, weeks);
  await makeAppointments(as, weeks);
  await importActivities(as, localDateOf(begun));
  return { url, region: demoRegionId, people };
}

async function makeDirectory(seed: DirectorySeed, today: LocalDate): Promise<void> {
  await seed.region(demoRegion(today));
  await Promise.all([
    ...demoSchools.map((school) => seed.schoolLocation(school.seed)),
    ...demoPartners.map((partner) => seed.organisation(partner.seed)),
    ...demoPeople.map((person) => seed.person(person)),
  ]);
}

/** Made anew by a start that goes on: nobody was told the earlier one. */
async function withToken(id: string, seed: DirectorySeed): Promise<DemoPerson> {
  const person = demoPeople.find((each) => each.id === id);
  const [granted] = person?.roles ?? [];
  if (!person || !granted) throw new Error(`The demo has nobody called ${id}`);
  const { role, schoolLocationId, organisationId } = granted;
  return {
    id,
    name: person.name,
    role,
    email: person.email,
    ...(schoolLocationId ? { schoolLocationId } : {}),
    ...(organisationId ? { organisationId } : {}),
    token: await seed.token(id, tokenDays),
  };
}

type As = (id: string) => Api;

async function makeOffers(as: As, weeks: readonly string[]): Promise<void> {
  const there = await as('demo-coordinator').all<{
    id: string;
    title: string;
    state: string;
    organisationId: string;
  }>('/api/offers');
  await inParallel(demoOffers(weeks), async (body, index) => {
    const { contactId } = demoPartners.find(({ seed }) => seed.id === body.organisationId) ?? {};
    const isOne = demoRoles.some(({ id }) => id === contactId);
    const api = as(isOne && contactId ? contactId : 'demo-coordinator');
    const kept = there.find(
      ({ title, organisationId }) => title === body.title && organisationId === body.organisationId,
    );
    const offer =
      kept ?? (await api.post<{ id: string; state: string }>('/api/offers', `demo-offer-${index + 1}`, body));
    if (offer.state === 'draft')
      await api.post(`/api/offers/${offer.id}/publish`, `demo-publish-${index + 1}`);
  });
}

async function makeRequests(as: As, weeks: readonly string[]): Promise<void> {
  const there = await as('demo-coordinator').all<{ title: string; schoolLocationId: string }>(
    '/api/requests',
  );
  await inParallel(demoRequests(weeks), async (body, index) => {
    const { schoolLocationId, title } = body;
    if (there.some((kept) => kept.title === title && kept.schoolLocationId === schoolLocationId)) return;
    const api = as(body.contactId === 'demo-teacher' ? 'demo-teacher' : 'demo-coordinator');
    await api.post('/api/requests', `demo-request-${index + 1}`, body);
  });
}

/** One that is agreed, and one that a partner still has to say yes to. */
async function makeAppointments(as: As, weeks: readonly string[]): Promise<void> {
  const there = await as('demo-school-admin').all<{ title: string }>('/api/matches');
  const isThere = (wanted: string) => there.some(({ title }) => title === wanted);
  if (!isThere(bookedTitle)) {
    const offers = await as('demo-coordinator').all<{ title: string; slots: { id: string }[] }>(
      '/api/offers',
    );
    const slot = offers.find(({ title }) => title === bookedTitle)?.slots[0];
    await as('demo-teacher').post(`/api/slots/${slot?.id}/bookings`, 'demo-booking', booking);
  }
  const arranged = arrangedByPhone(weeks);
  if (!isThere(arranged.title))
    await as('demo-school-admin').post('/api/matches/arranged', 'demo-arranged', arranged);
}

/** One that closes within days. Before the requests: they are answered by its date. */
async function makeRound(as: As, today: LocalDate): Promise<void> {
  const api = as('demo-coordinator');
  const { items } = await api.get<{ items: unknown[] }>('/api/rounds?limit=1');
  if (items.length > 0) return;
  await api.post('/api/rounds', 'demo-round', {
    region: demoRegionId,
    name: 'Winterronde',
    opensOn: addDays(today, -21),
    closesOn: addDays(today, 4),
    answerBy: addDays(today, 25),
  });
}

/** What an import has begun it finishes by itself, also after a restart; so the list is the same then, days later too. */
async function importActivities(as: As, until: LocalDate): Promise<void> {
  await as('demo-coordinator').post('/api/imports', 'demo-activities', {
    kind: 'partners',
    regionId: demoRegionId,
    filename: 'activiteiten.csv',
    content: Buffer.from(activities(until)).toString('base64'),
  });
}

async function inParallel<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
