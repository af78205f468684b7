import {
  addDays,
  closedPeriods,
  instantOf,
  localDateOf,
  toOffsetIso,
  weekdayOf,
  type LocalDate,
} from '#libs/facts';
import { Stopped } from '../api.js';
import type { Cast, Player } from './cast.js';
import { until } from './teller.js';
import type { MatchView, OfferView, ProposalsView, ProposalView, RequestView, SlotView } from './views.js';

const noticeDays = 21;
const spreadDays = 10;
const mostSlots = 5;

/** What the steps need of the API, said once. */
export class Stage {
  constructor(
    readonly cast: Cast,
    /** Epoch ms. */
    private readonly now: number,
  ) {}

  /** The lesson that the story is about. @throws Stopped when it was withdrawn */
  async robotLesson(): Promise<OfferView> {
    const { items } = await this.cast.partner.api.get<{ items: OfferView[] }>('/api/offers?limit=100');
    const found = items.find(
      ({ title, state }) => title === 'Een robotarm in de klas' && state === 'published',
    );
    if (!found) throw new Stopped('Het aanbod „Een robotarm in de klas” is er niet meer.');
    return found;
  }

  /** One more morning, on the first school day ahead that the offer does not have yet. */
  async openMorning(offer: OfferView): Promise<SlotView> {
    const taken = new Set(offer.slots.map(({ start }) => localDateOf(Date.parse(start))));
    let date = addDays(localDateOf(this.now), noticeDays);
    while (taken.has(date) || !isSchoolDay(date)) date = addDays(date, 1);
    const start = toOffsetIso(instantOf(date, 8 * 60 + 30));
    const slot = { start, end: toOffsetIso(instantOf(date, 12 * 60)) };
    const changed = await this.cast.partner.api.post<OfferView>(`/api/offers/${offer.id}/slots`, {
      slots: [slot],
    });
    const made = changed.slots.find((each) => Date.parse(each.start) === Date.parse(start));
    if (!made) throw new Stopped('Het nieuwe moment staat niet in het aanbod.');
    return made;
  }

  /** A wish of days around that moment. */
  around({ start }: { readonly start: string }): { from: LocalDate; to: LocalDate } {
    const date = localDateOf(Date.parse(start));
    return { from: addDays(date, -spreadDays), to: addDays(date, spreadDays) };
  }

  /** A wish that leaves room for the usual lead time. */
  comingWeeks(): { from: LocalDate; to: LocalDate } {
    const from = addDays(localDateOf(this.now), noticeDays);
    return { from, to: addDays(from, 10 * 7) };
  }

  ask(body: object): Promise<RequestView> {
    const { api, schoolLocationId } = this.cast.teacher;
    return api.post<RequestView>('/api/requests', { schoolLocationId, ...body });
  }

  /** The best five once they pass the test. */
  proposals(requestId: string, test: (proposals: ProposalsView) => boolean): Promise<ProposalsView> {
    return until('voorstellen', async () => {
      const route = `/api/requests/${requestId}/proposals?k=${mostSlots}`;
      const proposals = await this.cast.coordinator.api.get<ProposalsView>(route);
      return proposals.state === 'ready' && test(proposals) ? proposals : undefined;
    });
  }

  /** The best of that offer. @throws Stopped */
  best({ items }: ProposalsView, offer: OfferView): ProposalView {
    const found = items.find(({ offerId }) => offerId === offer.id);
    if (!found) throw new Stopped(`„${offer.title}” is niet bij de beste vijf.`);
    return found;
  }

  async approve(requestId: string, { slotId }: ProposalView): Promise<MatchView> {
    const match = await this.cast.coordinator.api.post<MatchView>(
      '/api/matches',
      { requestId, slotId },
      { prefer: 'wait=10' },
    );
    return this.expect(match, 'asked');
  }

  /** What that person does with the appointment. */
  async answer(who: Player, match: MatchView, verb: string, body: object = {}): Promise<MatchView> {
    return who.api.post<MatchView>(`/api/matches/${match.id}/${verb}`, body);
  }

  expect(match: MatchView, state: string): MatchView {
    if (match.state !== state) throw new Stopped(`De afspraak is ${match.state} in plaats van ${state}.`);
    return match;
  }

  /** "Een robotarm in de klas, Machinefabriek Hoekstra" */
  async nameOf(offerId: string): Promise<string> {
    const { api } = this.cast.coordinator;
    const { title, organisationId } = await api.get<OfferView>(`/api/offers/${offerId}`);
    const { name } = await api.get<{ name: string }>(`/api/organisations/${organisationId}`);
    return `${title}, ${name}`;
  }

  /** Of the teacher's school. */
  async schoolName(): Promise<string> {
    const { api, schoolLocationId } = this.cast.teacher;
    return (await api.get<{ name: string }>(`/api/school-locations/${schoolLocationId}`)).name;
  }
}

function isSchoolDay(date: LocalDate): boolean {
  const calendar = { holidayRegion: 'noord', holidays: [], studyDays: [] } as const;
  return !['sat', 'sun'].includes(weekdayOf(date)) && closedPeriods(calendar, date, date).length === 0;
}
