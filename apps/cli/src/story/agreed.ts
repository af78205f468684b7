import { toOffsetIso } from '#libs/facts';
import type { Stage } from './stage.js';
import { mailTo, mailsTo, until, type Teller } from './teller.js';
import type { MatchView, PreviewView, ProposalView, VisitSheetView } from './views.js';
import { day, howWell, sentence, when, why } from './words.js';

/** From a wish to an appointment that both have said yes to, over another time that the partner proposes. */
export async function agreed(stage: Stage, teller: Teller): Promise<MatchView> {
  const { teacher, partner, coordinator } = stage.cast;
  const school = await stage.schoolName();

  const [offer, morning] = await teller.step(`${partner.name} opent een ochtend`, async () => {
    const lesson = await stage.robotLesson();
    const opened = await stage.openMorning(lesson);
    return [`„${lesson.title}” kan nu ook ${when(opened)}.`, [lesson, opened] as const];
  });

  const wish = {
    kind: 'guest-lesson',
    title: 'Robots voor 7/8B',
    themes: ['hi-tech-science/robotics'],
    groups: [{ sector: 'po', grades: ['7', '8'], pupils: 26, name: '7/8B' }],
    windows: [{ ...stage.around(morning), parts: ['morning'] }],
    maxDistanceKm: 25,
  };
  await teller.step(`${teacher.name} van ${school} kijkt eerst wat er zou passen`, async () => {
    const narrow = { ...wish, windows: [{ ...stage.around(morning), parts: ['evening'] }] };
    const fitting = await until('iets dat in de ochtend past', async () => {
      const preview = await stage.preview(wish);
      return preview.fitting > 0 ? preview : undefined;
    });
    const tried = await stage.preview(narrow);
    const [costliest] = tried.wishes;
    if (!costliest) throw new Error('Niet te zien welke wens aanbod kost.');
    const below = [`Het ruimst wordt het zo: ${costliest.sentence.nl}`];
    const line = `in de avond ${offers(tried)}, in de ochtend ${offers(fitting)}.`;
    return [{ line, below }, undefined];
  });

  const request = await teller.step(`${teacher.name} vraagt aan`, async () => {
    const made = await stage.ask(wish);
    return [
      `„${made.title}”, 26 leerlingen. De aanvraag wacht op ons, uiterlijk ${day(made.answerBy)}.`,
      made,
    ];
  });

  await teller.step(`${teacher.name} krijgt meteen bericht`, async () => {
    const { subject, text } = await mailTo(teacher, `/aanvragen/${request.id}`);
    const fitting = /^Nu passend: (.*)$/m.exec(text)?.[1] ?? '';
    return [`mail „${subject}”. Nu passend: ${sentence(fitting)}`, undefined];
  });

  const heardBefore = (await mailsTo(partner.api, partner.email)).length;
  const proposal = await teller.step(`${coordinator.name} ziet de beste voorstellen`, async () => {
    const proposals = await stage.proposals(request.id, ({ items }) => items.length > 0);
    const below = await Promise.all(proposals.items.map((item, i) => inWords(stage, item, i)));
    return [{ line: `${proposals.items.length} op een rij.`, below }, stage.best(proposals, offer)];
  });

  await teller.step(`${partner.name} merkt nog niets`, async () => {
    const heard = (await mailsTo(partner.api, partner.email)).length;
    if (heard !== heardBefore) throw new Error('Er ging al een mail naar de partner.');
    return ['geen mail zolang de coördinator niets heeft goedgekeurd.', undefined];
  });

  const asked = await teller.step(`${coordinator.name} keurt goed`, async () => {
    const match = await stage.approve(request.id, proposal.slotId);
    const by = match.answerBy ? `, uiterlijk ${day(match.answerBy)}` : '';
    return [`${when(proposal)} is vastgehouden. Wacht op beide kanten${by}.`, match];
  });
  const page = `/afspraken/${asked.id}`;

  await teller.step('Beide kanten krijgen de vraag', async () => {
    const [toSchool, toPartner] = await Promise.all([mailTo(teacher, page), mailTo(partner, page)]);
    const below = [`${teacher.name}: „${toSchool.subject}”`, `${partner.name}: „${toPartner.subject}”`];
    return [{ line: 'ieder een mail.', below }, undefined];
  });

  const countered = await teller.step(`${partner.name} stelt een andere tijd voor`, async () => {
    const time = lastTimeIn(asked.allowed.at(-1) ?? proposal, offer.durationMinutes);
    const body = { ...time, note: 'Later op de ochtend is de robotarm weer vrij.' };
    const match = stage.expect(await stage.answer(partner, asked, 'counter', body), 'asked');
    return [`liever ${when(time)}. Wacht op ${school}.`, match];
  });

  await teller.step(`${teacher.name} krijgt de nieuwe vraag`, async () => {
    const { subject } = await mailTo(teacher, page, (mail) => mail.subject.includes('andere tijd'));
    return [`mail „${subject}”.`, undefined];
  });

  const confirmed = await teller.step(`${teacher.name} zegt ja`, async () => {
    const match = stage.expect(await stage.answer(teacher, countered, 'accept'), 'confirmed');
    return [`afgesproken, ${when(match.sessions[0] ?? countered.allowed[0] ?? proposal)}.`, match];
  });

  await teller.step('Beide kanten krijgen de uitnodiging', async () => {
    const invited = await Promise.all(
      [teacher, partner].map(async (who) => {
        const isInvitation = (mail: { attachments: readonly { filename: string }[] }) =>
          mail.attachments.some(({ filename }) => filename.endsWith('.ics'));
        const { subject, attachments } = await mailTo(who, page, isInvitation);
        return `${who.name}: „${subject}” met ${attachments.map(({ filename }) => filename).join(', ')}`;
      }),
    );
    return [{ line: 'mail met draaiboek en agenda-bijlage.', below: invited }, undefined];
  });

  await teller.step('Het draaiboek', async () => {
    const sheet = await teacher.api.get<VisitSheetView>(`/api/matches/${asked.id}/visit-sheet`);
    const { place, pupils, costs, partner: from } = sheet;
    const guest = from.contact ? `${from.contact.name} van ${from.name}` : from.name;
    return [
      `${sheet.when.said.nl}; ${place.said.nl}; ${pupils} leerlingen; gast is ${guest}; kosten: ${sentence(costs.said.nl)}`,
      undefined,
    ];
  });
  return confirmed;
}

function offers({ fitting }: PreviewView): string {
  return fitting === 1 ? 'één aanbod' : `${fitting} aanbiedingen`;
}

async function inWords(stage: Stage, item: ProposalView, index: number): Promise<string> {
  const name = await stage.nameOf(item.offerId);
  return `${index + 1}) ${when(item)} · ${name} · ${howWell(item.score)}. ${why(item)}`;
}

/** The latest time of that length that ends within the span. */
function lastTimeIn({ end }: { readonly end: string }, minutes: number) {
  const endMs = Date.parse(end);
  return { start: toOffsetIso(endMs - minutes * 60_000), end: toOffsetIso(endMs) };
}
