import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aPerson, aRequest, anAppointment, known } from '../../test/builders.js';
import { callFailed, called, considered, questioned, unmet, withdrawn } from '../../test/events.js';
import type { RequestView } from '../owners/views.js';

const partner = { id: 'factory', name: 'Machinefabriek Hoekstra', firstContactId: 'jan' };

let running: RunningNotifications;
beforeEach(async () => (running = await runNotifications()));
afterEach(() => running.close());

/** The request as its owner knows it from now on. */
const now = (over: Partial<RequestView> = {}) =>
  known(running.owners, anAppointment({ partner }), aRequest(over));

async function happens(said: object, key: string, seq: number, actor = 'service:requests') {
  const before = (await running.mails()).length;
  await running.tell(said, { key, seq, actor });
  await running.tell(said, { key, seq, actor });
  await running.settled();
  return (await running.mails()).slice(before);
}
const to = (mails: Awaited<ReturnType<typeof happens>>) => mails.map((mail) => mail.to.email).sort();

describe('a request', () => {
  it('has a receipt', async () => {
    now();

    expect(to(await happens(considered, 'request-1', 1))).toEqual([
      'ans@school.example',
      'tess@school.example',
    ]);
  });

  it('that is unmet tells so with the reasons of that day', async () => {
    now();
    await happens(considered, 'request-1', 1);
    now({ state: 'unmet' });
    running.owners.set('matching/internal/fit?request=request-1', { fitting: 0, obstacles: ['time'] });

    const mails = await happens(unmet, 'request-1', 2);

    expect(to(mails)).toEqual(['ans@school.example', 'tess@school.example']);
    expect(mails[0]?.subject).toBe('Nog niet gelukt: Robots in de zorg');
    expect(mails[0]?.text).toContain('Aanbod is op andere dagen of uren.');
    expect(mails[0]?.text).not.toContain('Aanbod is te ver weg.');
  });

  it.each([
    ['partly-met', 'Nog niet voor iedereen gelukt: Robots in de zorg'],
    ['expired', 'Niet gelukt: Robots in de zorg'],
  ] as const)('that is %s when its date passes is told so too', async (state, subject) => {
    now({ state });

    expect((await happens(unmet, 'request-1', 2)).map((mail) => mail.subject)).toEqual([subject, subject]);
  });

  it('that a coordinator must know more of asks for it, until that is answered', async () => {
    now({ state: 'needs-info', question: 'Met hoeveel komen jullie?' });
    const mails = await happens(questioned, 'request-1', 2);

    expect(to(mails)).toEqual(['ans@school.example', 'tess@school.example']);
    expect(mails[0]?.text).toContain('„Met hoeveel komen jullie?”');

    now({ state: 'open' });
    expect(await happens(questioned, 'request-1', 3)).toEqual([]);
  });

  it.each([
    ['cora', ['ans@school.example', 'tess@school.example']],
    ['tess', ['ans@school.example']],
  ])('that %s withdrew is told to the others who asked, with why', async (actor, told) => {
    const cora = aPerson({ id: 'cora', name: 'Cora Bos', email: 'cora@regio.example' });
    const withdrawnBecause = 'Staat er dubbel in.';
    known(
      running.owners,
      anAppointment({ partner, coordinator: cora }),
      aRequest({ state: 'withdrawn', withdrawnBecause }),
    );

    const mails = await happens(withdrawn, 'request-1', 2, actor);

    expect(to(mails)).toEqual(told);
    expect(mails[0]?.subject).toBe('Aanvraag ingetrokken: Robots in de zorg');
    expect(mails[0]?.text).toContain('Waarom: „Staat er dubbel in.”');
    expect(mails[0]?.text).toContain('Cora Bos');
  });

  it('that is met by now is not told to be unmet', async () => {
    now({ state: 'met' });

    expect(await happens(unmet, 'request-1', 2)).toEqual([]);
  });
});

describe('a call to partners', () => {
  beforeEach(() => {
    now();
    running.owners.set('directory/api/organisations/museum', { id: 'museum', name: 'Museum' });
    running.owners.set('directory/internal/organisations/museum/contacts', {
      items: [
        { id: 'tess', roles: [{ role: 'partner-admin' }] },
        { id: 'ans', roles: [{ role: 'partner-admin' }] },
      ],
    });
  });

  it('is one mail to each organisation, however often it is told', async () => {
    const mails = await happens(called(['factory', 'museum', 'factory']), 'call-1', 1);

    expect(to(mails)).toEqual(['jan@fabriek.example', 'tess@school.example']);
    expect(await happens(called(['factory', 'museum']), 'call-1', 2)).toEqual([]);
    expect(mails[0]?.text).toContain('https://leerbrug.test/vandaag');
    expect(mails[0]?.text).not.toContain('/aanvragen/');
    expect(mails[0]?.text).not.toContain('Springplank');
  });

  it('is left out when the request is met or the time to answer has passed', async () => {
    now({ state: 'met' });
    expect(await happens(called(['factory']), 'call-1', 1)).toEqual([]);

    now();
    const yesterday = '2026-11-22T17:00:00+01:00';
    expect(await happens(called(['factory'], yesterday), 'call-2', 1)).toEqual([]);
  });

  it('goes nowhere when an organisation has nobody', async () => {
    running.owners.delete('directory/internal/organisations/museum/contacts');

    expect(await happens(called(['museum']), 'call-1', 1)).toEqual([]);
  });

  it('that is open again is told to who answered it, each time, and to nobody else', async () => {
    const mails = await happens(callFailed('jan'), 'call-1', 1);

    expect(to(mails)).toEqual(['jan@fabriek.example']);
    expect(mails[0]?.subject).toBe('Geen afspraak geworden: Robots in de zorg');
    expect(mails[0]?.text).not.toContain('Springplank');
    expect(await happens(callFailed('jan'), 'call-1', 2)).toHaveLength(1);
  });

  it('of a request that is met by now is told too: who said yes counts on it', async () => {
    now({ state: 'met' });

    const [mail] = await happens(callFailed('jan'), 'call-1', 1);

    expect(mail?.text).toContain('De school was intussen al geholpen.');
  });
});
