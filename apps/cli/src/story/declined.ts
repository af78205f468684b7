import type { Stage } from './stage.js';
import { mailTo, until, type Teller } from './teller.js';
import type { RequestView } from './views.js';
import { byHowMuch, sentence, when } from './words.js';

const reason = 'Onze robotarm is die week in onderhoud.';

/** A second request: the partner says no, and the request is open again. */
export async function declined(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, partner, coordinator } = stage.cast;

  const [offer, request] = await teller.step(`${teacher.name} vraagt nog iets aan`, async () => {
    const lesson = await stage.robotLesson();
    const morning = await stage.openMorning(lesson);
    const made = await stage.ask({
      kind: 'guest-lesson',
      title: 'Robots voor groep 6A',
      themes: ['hi-tech-science/robotics', 'hi-tech-science/light-lasers'],
      groups: [{ sector: 'po', grades: ['6'], pupils: 24, name: '6A' }],
      windows: [{ ...stage.around(morning), parts: ['morning'] }],
    });
    return [`„${made.title}”, 24 leerlingen.`, [lesson, made] as const];
  });

  const asked = await teller.step(`${coordinator.name} keurt ook hier het beste goed`, async () => {
    const proposals = await stage.proposals(request.id, ({ items }) => items.length > 0);
    const best = stage.best(proposals, offer);
    const match = await stage.approve(request.id, best.slotId);
    await Promise.all([teacher, partner].map((who) => mailTo(who, `/afspraken/${match.id}`)));
    return [`${offer.title}, ${when(best)}. Beide kanten krijgen de vraag.`, match];
  });

  await teller.step(`${partner.name} zegt nee`, async () => {
    stage.expect(await stage.answer(partner, asked, 'decline', { reason }), 'declined');
    const { subject } = await mailTo(teacher, `/aanvragen/${request.id}`, ({ text }) =>
      text.includes(reason),
    );
    return [`„${reason}” ${teacher.name} krijgt mail „${subject}”.`, undefined];
  });

  await teller.step('De aanvraag staat weer open', async () => {
    await until('de aanvraag die weer opengaat', async () => {
      const { state } = await teacher.api.get<RequestView>(`/api/requests/${request.id}`);
      return state === 'open' ? state : undefined;
    });
    const isWithout = ({ items }: { items: readonly { offerId: string }[] }) =>
      items.every(({ offerId }) => offerId !== offer.id);
    const [next] = (await stage.proposals(request.id, isWithout)).items;
    if (!next) return ['niets anders past nu; wij zoeken verder.', undefined];
    return [`volgende voorstel: ${await stage.nameOf(next.offerId)}, ${when(next)}.`, undefined];
  });
}

/** A third request that nothing fits, and why. */
export async function nothingFits(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, coordinator } = stage.cast;
  const request = await teller.step(`${teacher.name} vraagt iets bijzonders`, async () => {
    const made = await stage.ask({
      kind: 'museum-visit',
      title: 'Met 7/8B in de avond naar de sterren',
      themes: ['hi-tech-science/space'],
      groups: [{ sector: 'po', grades: ['7', '8'], pupils: 26, name: '7/8B' }],
      windows: [{ ...stage.comingWeeks(), parts: ['evening'] }],
      maxDistanceKm: 40,
    });
    return [`„${made.title}”.`, made];
  });

  await teller.step(`${coordinator.name} ziet waarom niets past`, async () => {
    const { items, whyNone } = await stage.proposals(request.id, () => true);
    if (items.length > 0 || !whyNone) throw new Error('Er past toch iets.');
    const [nearest] = whyNone.nearest;
    const by = nearest ? byHowMuch(nearest.by) : '';
    const name = nearest ? await stage.nameOf(offerOf(nearest.slotId)) : '';
    return [
      {
        line: `${whyNone.considered} momenten bekeken.`,
        below: [
          ...whyNone.failures.slice(0, 3).map(({ sentence }) => sentence.nl),
          ...(name ? [`Het dichtst erbij: ${name}${by ? ` (${by})` : ''}.`] : []),
        ],
      },
      undefined,
    ];
  });

  await teller.step(`${teacher.name} leest het ook`, async () => {
    const { subject, text } = await mailTo(teacher, `/aanvragen/${request.id}`);
    const fitting = /^Nu passend: (.*)$/m.exec(text)?.[1] ?? '';
    return [`mail „${subject}”. Nu passend: ${sentence(fitting)}`, undefined];
  });
}

/** A slot's id starts with that of its offer. */
function offerOf(slotId: string): string {
  return slotId.slice(0, slotId.indexOf('.'));
}
