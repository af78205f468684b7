import { localDateOf } from '#libs/facts';
import type { Stage } from './stage.js';
import { mailTo, until, type Teller } from './teller.js';
import type { ActivitiesView, MailView, MatchView, ReportView } from './views.js';
import { day, decimal, nextMorning, when } from './words.js';

/** What was agreed moves, takes place, is counted, and stands in the report. */
export async function moved(stage: Stage, teller: Teller, agreed: MatchView): Promise<MatchView> {
  const { teacher, partner } = stage.cast;
  const before = agreed.sessions[0];
  const page = `/afspraken/${agreed.id}`;

  await teller.step(`${partner.name} moet schuiven`, async () => {
    const morning = await stage.openMorning(await stage.robotLesson());
    const body = {
      slotId: morning.id,
      start: morning.start,
      reason: 'De robotarm staat die week op de beurs.',
    };
    const match = stage.expect(await stage.answer(partner, agreed, 'move', body), 'confirmed');
    const [session] = match.sessions;
    if (match.change?.phase !== 'asked' || session?.start !== before?.start)
      throw new Error('De oude afspraak staat niet meer, of de nieuwe tijd is niet gevraagd.');
    const { subject } = await mailTo(teacher, page, saysDay(morning));
    const line = `liever ${when(morning)}. Tot het ja van de school blijft de oude afspraak staan.`;
    return [{ line, below: [`${teacher.name}: „${subject}”`] }, undefined];
  });

  return teller.step(`${teacher.name} vindt het goed`, async () => {
    const match = stage.expect(await stage.answer(teacher, agreed, 'accept'), 'confirmed');
    const [session] = match.sessions;
    if (!session || match.change || session.start === before?.start)
      throw new Error('De afspraak is niet verzet.');
    const { subject } = await mailTo(partner, page, saysDay(session));
    return [{ line: `nu ${when(session)}.`, below: [`${partner.name}: „${subject}”`] }, match];
  });
}

function saysDay({ start }: { readonly start: string }): (mail: MailView) => boolean {
  return ({ subject, text }) => `${subject} ${text}`.includes(day(start));
}

const evaluation = { fit: 5, again: 'yes', words: 'De klas wilde niet naar huis.' };

export async function held(stage: Stage, teller: Teller, { id, sessions }: MatchView): Promise<void> {
  const { teacher, partner } = stage.cast;
  const end = sessions.at(-1)?.end ?? '';

  const done = await teller.step('De dag gaat voorbij', async () => {
    await stage.passBy(end);
    return ['niemand heeft bezwaar: de afspraak is vanzelf gehouden.', await stage.becomes(id, 'held')];
  });

  await teller.step(`${teacher.name} telt`, async () => {
    stage.expect(await stage.answer(teacher, done, 'count', { pupils: 25, adults: 2, groups: 1 }), 'counted');
    return ['25 leerlingen, 2 begeleiders.', undefined];
  });

  await teller.step(`${partner.name} schrijft de uren op`, async () => {
    const hours = { preparation: 1.5, delivery: done.prefilled.hours.delivery, travel: 0.5 };
    stage.expect(await stage.answer(partner, done, 'count', { people: 1, hours }), 'closed');
    return [`1 persoon, ${decimal(hours.delivery)} uur les, voorgevuld. De afspraak is gesloten.`, undefined];
  });

  await teller.step(`${teacher.name} zegt hoe het was`, async () => {
    const { words } = evaluation;
    await teacher.api.post(`/api/matches/${id}/evaluation`, evaluation);
    await stage.passBy(nextMorning(stage.today));
    const { subject } = await mailTo(partner, `/afspraken/${id}`, ({ text }) => text.includes(words));
    return [{ line: `„${words}”`, below: [`${partner.name}: „${subject}”`] }, undefined];
  });
}

/** The region's figures, and the rows they are the sum of. */
export async function reported(stage: Stage, teller: Teller, { id, sessions }: MatchView): Promise<void> {
  const { coordinator, region } = stage.cast;
  const date = localDateOf(Date.parse(sessions[0]?.start ?? ''));
  const asked = `region=${region}&from=${date}&to=${date}`;

  await teller.step(`${coordinator.name} leest het verslag van die dag`, async () => {
    const { reach, hours, locations } = await until('de les in het verslag', async () => {
      const report = await coordinator.api.get<ReportView>(`/api/reports/region?${asked}`);
      const { reach, hours, locations } = report;
      const isIn = reach.counted.pupils >= 25 && hours.total > 0 && locations.reached > 0;
      return isIn ? report : undefined;
    });
    const { activities, groups, pupils } = reach.counted;
    const counted = `${activities} activiteit, ${groups} groep, ${pupils} leerlingen, ${decimal(hours.total)} uur`;
    return [`${counted}; ${locations.reached} van ${locations.participating} scholen bereikt.`, undefined];
  });

  await teller.step(`${coordinator.name} neemt de regels mee`, async () => {
    const { api } = coordinator;
    const { items } = await api.get<ActivitiesView>(`/api/exports/activities?${asked}&format=json`);
    const own = items.find(({ matchId }) => matchId === id);
    if (own?.pupils !== 25 || !own.hours) throw new Error('De les staat niet in de export.');
    const csv = await api.text(`/api/exports/activities?${asked}&format=csv`);
    const lines = csv.trim().split('\n');
    if (lines.length !== items.length + 1)
      throw new Error('Het csv-bestand heeft andere regels dan het verslag.');
    return [
      `${items.length} regel${items.length === 1 ? '' : 's'} in csv: ${lines[1]?.trim().slice(0, 90)}…`,
      undefined,
    ];
  });
}
