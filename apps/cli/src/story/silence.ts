import type { Stage } from './stage.js';
import { until, type Teller } from './teller.js';
import type { RequestView } from './views.js';
import { day, when } from './words.js';

/** Nobody answers: when the time is up the place is free again, and the request gets its next proposal. */
export async function silence(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, coordinator } = stage.cast;

  const [offer, request] = await teller.step(`${teacher.name} vraagt nog een gastles`, async () => {
    const lesson = await stage.robotLesson();
    const morning = await stage.openMorning(lesson);
    const made = await stage.ask({
      kind: 'guest-lesson',
      title: 'Robots of licht voor 6B',
      themes: ['hi-tech-science/robotics', 'hi-tech-science/light-lasers'],
      groups: [{ sector: 'po', grades: ['6'], pupils: 23, name: '6B' }],
      windows: [{ ...stage.around(morning), parts: ['morning'] }],
    });
    return [`„${made.title}”.`, [lesson, made] as const];
  });

  const [asked, slotId] = await teller.step(`${coordinator.name} keurt goed`, async () => {
    const proposals = await stage.proposals(request.id, ({ items }) => items.length > 0);
    const best = stage.best(proposals, offer);
    const match = await stage.approve(request.id, best.slotId);
    const by = match.answerBy ? `, uiterlijk ${day(match.answerBy)}` : '';
    return [`${when(best)}; wacht op beide kanten${by}.`, [match, best.slotId] as const];
  });

  await teller.step('Niemand antwoordt, en de klok gaat vooruit', async () => {
    if (!asked.answerBy) throw new Error('Er staat geen antwoorddatum bij.');
    await stage.passBy(asked.answerBy);
    await stage.becomes(asked.id, 'released');
    return [`het is ${day(`${stage.today}T12:00:00Z`)}; de plek is vrijgegeven.`, undefined];
  });

  await teller.step('De aanvraag staat weer open', async () => {
    await until('de aanvraag die weer opengaat', async () => {
      const { state } = await teacher.api.get<RequestView>(`/api/requests/${request.id}`);
      return state === 'open' ? state : undefined;
    });
    const isElsewhere = ({ items }: { items: readonly { slotId: string }[] }) =>
      items.length > 0 && items.every((item) => item.slotId !== slotId);
    const [next] = (await stage.proposals(request.id, isElsewhere)).items;
    if (!next) throw new Error('Er komt geen volgend voorstel.');
    return [`volgende voorstel: ${await stage.nameOf(next.offerId)}, ${when(next)}.`, undefined];
  });
}
