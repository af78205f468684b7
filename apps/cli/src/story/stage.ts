import {
  addDays,
  closedPeriods,
  instantOf,
  isWorkingDay,
  localDateOf,
  localMinuteOf,
  toOffsetIso,
  weekdayOf,
  type LocalDate,
} from '#libs/facts';
import { Stopped } from '../api.js';
import type { Cast, Player } from './cast.js';
import { until } from './teller.js';
import { nextMorning } from './words.js';
import type {
  ClockView,
  MatchView,
  OfferView,
  PreviewView,
  ProposalsView,
  ProposalView,
  RequestView,
  SlotView,
} from './views.js';

const noticeDays = 21;
const spreadDays = 10;
const mostSlots = 5;
/** Longer than an approval can be undone in silence: both sides have been asked by then. */
const undoable = 'PT11M';

/** What the steps need of the API, said once. */
export class Stage {
  private constructor(
    readonly cast: Cast,
    /** Epoch ms, of the demo's clock when it was last looked at. */
    private now: number,
  ) {}

  static async of(cast: Cast): Promise<Stage> {
    const stage = new Stage(cast, 0);
    await stage.look();
    return stage;
  }

  /** The calendar day it is. */
  get today(): LocalDate {
    return localDateOf(this.now);
  }

  /** Moves the demo's clock just beyond that moment. */
  async passBy(moment: string): Promise<void> {
    const { now } = await this.cast.coordinator.api.get<ClockView>('/api/demo/clock');
    const minutes = Math.floor((Date.parse(moment) - Date.parse(now)) / 60_000) + 1;
    if (minutes > 0) await this.cast.coordinator.api.post('/api/demo/clock', { advance: `PT${minutes}M` });
    await this.look();
  }

  /** Moves the clock to the next working morning unless people are at work: at night and on Sundays mails wait. */
  async beginAtWork(): Promise<void> {
    const minute = localMinuteOf(this.now);
    if (isWorkingDay(this.today) && minute >= 8 * 60 && minute < 17 * 60) return;
    await this.passBy(nextMorning(this.today));
  }

  private async look(): Promise<void> {
    const { now } = await this.cast.coordinator.api.get<ClockView>('/api/demo/clock');
    this.now = Date.parse(now);
  }

  /** The lesson that the story is about. @throws Stopped when it was withdrawn */
  robotLesson(): Promise<OfferView> {
    return this.offerOf(this.cast.partner, 'Een robotarm in de klas');
  }

  /** The visit to the museum. @throws Stopped when it was withdrawn */
  steamEngine(): Promise<OfferView> {
    return this.offerOf(this.cast.museum, 'De stoommachine doet het');
  }

  private async offerOf({ api }: Player, name: string): Promise<OfferView> {
    const { items } = await api.get<{ items: OfferView[] }>('/api/offers?limit=100');
    const found = items.find(({ title, state }) => title === name && state === 'published');
    if (!found) throw new Stopped(`Het aanbod „${name}” is er niet meer.`);
    return found;
  }

  /** One more morning, on the first school day ahead that the offer does not have yet. */
  openMorning(offer: OfferView): Promise<SlotView> {
    return this.open(this.cast.partner, offer, 8 * 60 + 30, { minutes: 210, groups: 1 });
  }

  /** One more visit, with room for two classes. */
  openVisit(offer: OfferView): Promise<SlotView> {
    return this.open(this.cast.museum, offer, 9 * 60 + 30, { minutes: offer.durationMinutes, groups: 4 });
  }

  private async open(
    { api }: Player,
    offer: OfferView,
    minute: number,
    { minutes, groups }: { readonly minutes: number; readonly groups: number },
  ): Promise<SlotView> {
    const taken = new Set(offer.slots.map(({ start }) => localDateOf(Date.parse(start))));
    let date = addDays(localDateOf(this.now), noticeDays);
    while (taken.has(date) || !isSchoolDay(date)) date = addDays(date, 1);
    const start = toOffsetIso(instantOf(date, minute));
    const slot = { start, end: toOffsetIso(instantOf(date, minute + minutes)), groups };
    const changed = await api.post<OfferView>(`/api/offers/${offer.id}/slots`, {
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

  preview(body: object): Promise<PreviewView> {
    const { api, schoolLocationId } = this.cast.teacher;
    return api.post<PreviewView>('/api/requests/preview', { schoolLocationId, ...body });
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

  /** Approves, and lets the time pass in which it could be undone. */
  async approve(requestId: string, slotId: string, knowingly: object = {}): Promise<MatchView> {
    const { api } = this.cast.coordinator;
    const body = { requestId, slotId, ...knowingly };
    const match = this.expect(
      await api.post<MatchView>('/api/matches', body, { prefer: 'wait=10' }),
      'asked',
    );
    await api.post('/api/demo/clock', { advance: undoable });
    await this.look();
    return match;
  }

  /** Asks for the appointment until it is so. */
  becomes(id: string, state: string): Promise<MatchView> {
    return until(`de afspraak die ${state} wordt`, async () => {
      const match = await this.cast.coordinator.api.get<MatchView>(`/api/matches/${id}`);
      return match.state === state ? match : undefined;
    });
  }

  /** What that person does with the appointment. */
  async answer(
    who: Player,
    match: { readonly id: string },
    verb: string,
    body: object = {},
  ): Promise<MatchView> {
    return who.api.post<MatchView>(`/api/matches/${match.id}/${verb}`, body, { prefer: 'wait=10' });
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
