import type { Stage } from './stage.js';
import { mailTo, until, type Teller } from './teller.js';
import type { MailView, MatchView, RequestView } from './views.js';
import { day, nextMorning, when } from './words.js';

/** Nobody answers: when the time is up the place is free again, and the request gets its next proposal. */
export async function silence(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, partner, coordinator } = stage.cast;

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

  const clock = await until('de vraag die is bezorgd', async () => {
    const { clock } = await coordinator.api.get<MatchView>(`/api/matches/${asked.id}`);
    return clock.partner?.releaseAt ? clock.partner : undefined;
  });
  await teller.step(`${partner.name} antwoordt niet, en de klok gaat vooruit`, async () => {
    await stage.passBy(clock.nudgeAt ?? '');
    await until('de herinnering die klaarligt', async () => {
      const { clock } = await coordinator.api.get<MatchView>(`/api/matches/${asked.id}`);
      return clock.partner?.stage === 'nudge' || undefined;
    });
    await stage.passBy(nextMorning(stage.today));
    const { subject } = await mailTo(partner, `/afspraken/${asked.id}`, isNudge);
    return [{ line: 'een herinnering.', below: [`${partner.name}: „${subject}”`] }, undefined];
  });

  await teller.step(`${coordinator.name} ziet het ook`, async () => {
    await stage.passBy(clock.attentionAt ?? '');
    await until('de afspraak die aandacht vraagt', async () => {
      const { attention } = await coordinator.api.get<MatchView>(`/api/matches/${asked.id}`);
      return attention ?? undefined;
    });
    return [`het is ${day(`${stage.today}T12:00:00Z`)}; de afspraak vraagt om een mens.`, undefined];
  });

  await teller.step('Er komt geen antwoord', async () => {
    await stage.passBy(clock.releaseAt ?? '');
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

const isNudge = ({ subject }: MailView): boolean => subject.includes('Nog geen antwoord');
