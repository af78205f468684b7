import { until } from '../support/until.js';
import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type PersonName,
  type World,
} from '../support/world.js';

interface Listener {
  readonly heard: { type: string; id: string }[];
  close(): void;
}

async function listener(world: World, who: PersonName, query = ''): Promise<Listener> {
  const stop = new AbortController();
  const response = await fetch(`${world.embedded.url}/api/events/stream${query}`, {
    headers: { authorization: `Bearer ${world.tokens[who]}` },
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard: Listener['heard'] = [];
  void read(response, heard).catch(() => undefined);
  return { heard, close: () => stop.abort() };
}

async function read(response: Response, heard: Listener['heard']): Promise<void> {
  let text = '';
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(bytes).toString('utf8');
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const [, data = ''] of events.flatMap((event) => [...event.matchAll(/^data: (.*)$/gm)]))
      heard.push(JSON.parse(data) as Listener['heard'][number]);
  }
}

describe('what changes elsewhere', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('is heard by those who may read it, as a type and an id, and by nobody else', async () => {
    const listeners = await Promise.all([
      listener(world, 'teacher'),
      listener(world, 'partner'),
      listener(world, 'stranger'),
      listener(world, 'coordinator', '?region=region-ijssel'),
    ]);
    const [teacher, partner, stranger, coordinator] = listeners;
    const offer = await publishedOffer(world);
    const request = await postedRequest(world, { note: 'Graag met robots.' });
    const posted = { type: 'requests.request-posted', id: request.id };
    const published = { type: 'offers.offer-published', id: offer.id };

    await until(async () => coordinator.heard.some(({ id }) => id === request.id), 'the coordinator to hear');
    await until(async () => teacher.heard.some(({ id }) => id === request.id), 'the teacher to hear');

    expect(coordinator.heard).toEqual(expect.arrayContaining([posted, published]));
    expect(teacher.heard).toContainEqual(posted);
    expect(teacher.heard).not.toContainEqual(published);
    expect(partner.heard).toContainEqual(published);
    expect(partner.heard).not.toContainEqual(posted);
    expect(stranger.heard).toEqual([]);
    for (const { close } of listeners) close();
  });

  it('is heard once a place that was given away is free again, and who it was for waits for nobody', async () => {
    await publishedOffer(world, { title: 'Nog eens robots' });
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    const coordinator = await listener(world, 'coordinator');

    await world.coordinator.post(`/api/matches/${match.id}/cancel`, { reason: 'Vergissing.' });

    for (const heard of [
      { type: 'offers.hold-released', id: match.id },
      { type: 'requests.request-changed', id: request.id },
    ])
      await until(
        async () => coordinator.heard.some(({ type, id }) => type === heard.type && id === heard.id),
        heard.type,
      );
    coordinator.close();
  });

  it('is for people who are in', async () => {
    expect(await world.visitor.get('/api/events/stream')).toMatchObject({
      status: 401,
      body: { code: 'http.not-signed-in' },
    });
  });

  it('does not hold up the end of the process', async () => {
    const other = await aWorld();
    await listener(other, 'teacher');

    await other.close();
  });
});
