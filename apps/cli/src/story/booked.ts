import type { Stage } from './stage.js';
import { mailTo, type Teller } from './teller.js';
import type { MatchView } from './views.js';
import { day, euros, when } from './words.js';

/** Two classes to the museum: first as an option, then for certain. Its firm slot is the museum's yes. */
export async function booked(stage: Stage, teller: Teller): Promise<void> {
  const { teacher, museum } = stage.cast;

  const visit = await teller.step(`${museum.name} zet een bezoek klaar`, async () => {
    const offer = await stage.steamEngine();
    const opened = await stage.openVisit(offer);
    return [`„${offer.title}”, ${when(opened)}, plaats voor vier groepjes van vijftien.`, opened];
  });

  const option = await teller.step(`${teacher.name} neemt een optie voor twee klassen`, async () => {
    const body = {
      schoolLocationId: teacher.schoolLocationId,
      groups: [
        { sector: 'po', grades: ['5'], pupils: 27, name: '5A' },
        { sector: 'po', grades: ['5'], pupils: 25, name: '5B' },
      ],
      option: true,
    };
    const route = `/api/slots/${visit.id}/bookings`;
    const match = stage.expect(
      await teacher.api.post<MatchView>(route, body, { prefer: 'wait=5' }),
      'option',
    );
    const { totalCents, schoolCents, regionCents } = match.costs;
    if (totalCents === 0) throw new Error('De kosten staan er niet bij.');
    const costs = `${euros(totalCents)}: school ${euros(schoolCents)}, regio ${euros(regionCents)}, leerlingen niets`;
    return [`52 leerlingen, ${costs}. De optie vervalt ${day(match.answerBy ?? visit.start)}.`, match];
  });

  await teller.step(`${teacher.name} bevestigt de optie`, async () => {
    const match = stage.expect(await stage.answer(teacher, option, 'accept'), 'confirmed');
    const { subject } = await mailTo(museum, `/afspraken/${match.id}`);
    return [
      `afgesproken, ${when(match.sessions[0] ?? visit)}. ${museum.name} krijgt mail „${subject}”.`,
      undefined,
    ];
  });
}
