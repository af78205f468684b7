import { addDays } from '#libs/facts';
import type { Stage } from './stage.js';
import { until, type Teller } from './teller.js';
import type { ApprovalView, MatchView, RoundLineView, RoundView } from './views.js';

const inBulk = 12;

/** A round: everybody planned at once, and the best of it approved in one go. */
export async function planned(stage: Stage, teller: Teller): Promise<void> {
  const { coordinator, region } = stage.cast;
  const { api } = coordinator;

  const round = await teller.step(`${coordinator.name} laat een ronde plannen`, async () => {
    const { today } = stage;
    const dates = { opensOn: addDays(today, -7), closesOn: addDays(today, 4), answerBy: addDays(today, 25) };
    const { id } = await api.post<RoundView>('/api/rounds', {
      region,
      name: 'Ronde van het verhaal',
      ...dates,
    });
    await api.post(`/api/rounds/${id}/plan`);
    const plan = await until('het plan', async () => {
      const { plan } = await api.get<RoundView>(`/api/rounds/${id}`);
      if (plan?.phase === 'failed') throw new Error('Het plannen mislukte.');
      return plan?.phase === 'planned' ? plan : undefined;
    });
    const { requests, served, firstComeFirstServed, certificate } = plan;
    if (served === 0 || served < firstComeFirstServed.served)
      throw new Error('Het plan is niet beter dan op volgorde.');
    const line = `${served} van ${requests} aanvragen krijgen een plek; op volgorde van binnenkomst ${firstComeFirstServed.served}.`;
    return [{ line, below: [certificate.sentence.nl] }, id];
  });

  const approved = await teller.step(`${coordinator.name} keurt in één keer goed`, async () => {
    const { items: lines } = await api.get<{ items: RoundLineView[] }>(
      `/api/rounds/${round}/lines?limit=100`,
    );
    const items = lines
      .flatMap(({ requestId, slotId, matchId }) => (slotId && !matchId ? [{ requestId, slotId }] : []))
      .slice(0, inBulk);
    const answer = await api.post<{ items: ApprovalView[] }>('/api/matches/approvals', { items });
    const refused = answer.items.find(({ match }) => !match);
    if (refused || items.length === 0)
      throw new Error(refused?.problem?.detail ?? 'Er is niets goed te keuren.');
    return [`${items.length} voorstellen.`, answer.items.flatMap(({ match }) => match ?? [])];
  });

  await teller.step('Elke plek wordt vastgehouden', async () => {
    const settled = await Promise.all(approved.map((match) => untilHeld(stage, match)));
    const count = (state: string) => settled.filter((match) => match.state === state).length;
    const [asked, confirmed] = [count('asked'), count('confirmed')];
    if (asked + confirmed < settled.length) throw new Error('Niet elke plek was nog vrij.');
    return [`${asked} keer gevraagd; ${confirmed} keer was het ja er al aan beide kanten.`, undefined];
  });
}

function untilHeld({ cast }: Stage, { id }: MatchView): Promise<MatchView> {
  return until('de plek', async () => {
    const match = await cast.coordinator.api.get<MatchView>(`/api/matches/${id}`);
    return match.state === 'holding' ? undefined : match;
  });
}
