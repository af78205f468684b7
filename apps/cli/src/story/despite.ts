import { Refused } from '../api.js';
import type { Stage } from './stage.js';
import { mailTo, type Teller } from './teller.js';
import { sentence, when } from './words.js';

const reason = 'Het museum neemt er altijd één meer.';

/** 33 pupils where 32 is the most: refused, unless the coordinator passes the limit knowingly. */
export async function despite(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, museum, coordinator } = stage.cast;

  const [visit, request] = await teller.step(
    `${teacher.name} vraagt een bezoek voor 33 leerlingen`,
    async () => {
      const offer = await stage.steamEngine();
      const opened = await stage.openVisit(offer);
      const made = await stage.ask({
        kind: 'museum-visit',
        title: 'Stoom voor de grote groep 8',
        themes: ['culture/history'],
        groups: [{ sector: 'po', grades: ['8'], pupils: 33, name: '8' }],
        windows: [stage.around(opened)],
        maxDistanceKm: 40,
      });
      return [`„${made.title}”; ${museum.name} neemt er 32.`, [opened, made] as const];
    },
  );

  await teller.step(`${coordinator.name} kan dat niet zomaar goedkeuren`, async () => {
    await stage.proposals(request.id, () => true);
    const refusal = await stage.approve(request.id, visit.id).catch((error: unknown) => error);
    if (!(refusal instanceof Refused) || refusal.code !== 'matches.does-not-fit')
      throw new Error('Het werd niet geweigerd.');
    return [sentence(refusal.message), undefined];
  });

  const asked = await teller.step(`${coordinator.name} doet het toch, en zegt waarom`, async () => {
    const match = await stage.approve(request.id, visit.id, {
      despite: [{ condition: 'group-size', reason }],
    });
    if (match.despite[0]?.reason !== reason) throw new Error('De reden staat er niet bij.');
    const { subject } = await mailTo(museum, `/afspraken/${match.id}`, ({ text }) => text.includes(reason));
    return [`„${reason}” ${museum.name} leest dat in mail „${subject}”.`, match];
  });

  await teller.step(`${museum.name} vindt dat goed, en ${teacher.name} zegt ja`, async () => {
    stage.expect(await stage.answer(museum, asked, 'accept'), 'asked');
    const match = stage.expect(await stage.answer(teacher, asked, 'accept'), 'confirmed');
    return [
      `afgesproken, ${when(match.sessions[0] ?? visit)}: over een grens heen zeggen beiden ja.`,
      undefined,
    ];
  });
}
