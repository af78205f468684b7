import { Injectable } from '@nestjs/common';
import type { PostRequestBody, RequestSnapshot } from '#libs/contracts';
import { addDays, localDateOf, schoolYearAskedFor, toOffsetIso } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import type { Actor } from '#libs/runtime';
import { refuse } from '../domain/match.errors.js';
import { checkThemes, checkWindows } from '../domain/wish.js';
import { SchoolSide } from '../make-match/school-side.js';
import { MarketPlace } from '../market/market-place.js';
import { timeOfSlot } from '../market/time-of-slot.js';

interface Wish {
  readonly wish: string;
  readonly nl: string;
  readonly en: string;
  /** The request without this wish; undefined when it has none. */
  without(request: RequestSnapshot, today: string): RequestSnapshot | undefined;
}

const wishes: readonly Wish[] = [
  {
    wish: 'windows',
    nl: 'in een andere periode',
    en: 'in another period',
    without: (request, today) => ({ ...request, windows: [{ from: today, to: addDays(today, 365) }] }),
  },
  {
    wish: 'weekdays',
    nl: 'op alle dagen en dagdelen van deze periode',
    en: 'on all days and parts of the day of this period',
    without: (request) =>
      request.windows.some(({ weekdays, parts }) => (weekdays?.length ?? 0) + (parts?.length ?? 0) > 0)
        ? { ...request, windows: request.windows.map(({ from, to }) => ({ from, to })) }
        : undefined,
  },
  {
    wish: 'maxDistanceKm',
    nl: 'als jullie verder willen reizen',
    en: 'if you travel further',
    without: ({ maxDistanceKm, ...request }) => (maxDistanceKm === undefined ? undefined : request),
  },
  {
    wish: 'maxCostCents',
    nl: 'als het meer mag kosten',
    en: 'if it may cost more',
    without: ({ maxCostCents, ...request }) => (maxCostCents === undefined ? undefined : request),
  },
  {
    wish: 'places',
    nl: 'als het overal mag: op school, bij de partner of online',
    en: 'if it may be anywhere: at school, at the partner or online',
    without: (request) =>
      request.places.length === 3 ? undefined : { ...request, places: ['at-school', 'at-partner', 'online'] },
  },
  {
    wish: 'suitability',
    nl: 'zonder de eisen aan toegankelijkheid',
    en: 'without the demands on accessibility',
    without: (request) => (request.suitability.length === 0 ? undefined : { ...request, suitability: [] }),
  },
  {
    wish: 'groups',
    nl: 'per groep apart',
    en: 'for one group at a time',
    without: (request) =>
      request.groups.length < 2 ? undefined : { ...request, groups: request.groups.slice(0, 1) },
  },
];

/** What would come of a request if it were posted now, and what each of its wishes costs. */
@Injectable()
export class PreviewRequest {
  constructor(
    private readonly place: MarketPlace,
    private readonly school: SchoolSide,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal as a booking: matches.school-location-unknown, matches.region-…, matches.group-…; matches.theme-unknown, matches.window-impossible */
  execute(body: PostRequestBody, actor: Actor) {
    const { location, regionId } = this.school.of(body, actor, 'requests.post');
    const now = this.clock.now();
    checkThemes(body.themes);
    checkWindows(body.windows, localDateOf(now));
    const groups = this.school.groups(body.groups, body.schoolLocationId, location, {
      unnamed: 'preview',
      schoolYear: schoolYearAskedFor(body.windows),
    });
    const request = snapshotOf(body, regionId, groups, actor.id, toOffsetIso(now));
    const asked = this.ask(request, 3, now);
    const today = localDateOf(now);
    const relaxed = wishes.flatMap(({ wish, nl, en, without }) => {
      const wider = without(request, today);
      const gained = wider ? this.ask(wider, 0, now).fitting - asked.fitting : 0;
      const sentence = {
        nl: `${count(gained, 'aanbod', 'aanbiedingen')} meer ${nl}.`,
        en: `${count(gained, 'offer', 'offers')} more ${en}.`,
      };
      return gained > 0 ? [{ wish, gained, sentence }] : [];
    });
    return {
      fitting: asked.fitting,
      best: asked.best.map(({ slot }) => ({
        slotId: slot.slotId,
        offerId: slot.offerId,
        organisationId: slot.organisationId,
        title: this.place.market.offer(slot.offerId)?.title ?? '',
        ...timeOfSlot(slot),
      })),
      wishes: relaxed.sort((a, b) => b.gained - a.gained),
    };
  }

  private ask(request: RequestSnapshot, k: number, now: number) {
    const asked = this.place.market.previewOf(request, k, now);
    if (!asked) throw refuse('matches.school-location-unknown');
    return asked;
  }
}

const count = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;

function snapshotOf(
  body: PostRequestBody,
  regionId: string,
  groups: RequestSnapshot['groups'],
  actor: string,
  at: string,
): RequestSnapshot {
  return {
    madeBy: actor,
    contactId: body.contactId ?? actor,
    schoolLocationId: body.schoolLocationId,
    regionId,
    kind: body.kind,
    title: body.title ?? '',
    themes: body.themes,
    goals: body.goals ?? [],
    groups,
    windows: body.windows,
    places: body.places ?? ['at-school', 'at-partner', 'online'],
    ...(body.maxDistanceKm == null ? {} : { maxDistanceKm: body.maxDistanceKm }),
    preferred: body.preferred ?? [],
    suitability: body.suitability ?? [],
    ...(body.maxCostCents == null ? {} : { maxCostCents: body.maxCostCents }),
    transport: body.transport ?? 'none',
    splitAllowed: body.splitAllowed ?? false,
    mergeAllowed: body.mergeAllowed ?? false,
    confirm: body.confirm ?? 'ask-me',
    postedAt: at,
    answerBy: at,
    state: 'open',
  };
}
