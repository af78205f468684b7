import type {
  ActivityKind,
  ActivityPlace,
  HeldSlot,
  MatchCosts,
  MatchSession,
  OfferSnapshot,
  RequestedGroup,
  Side,
  VogPolicy,
} from '#libs/contracts';
import { warnings, type Warning } from '#libs/matching-engine';
import type { Wanted } from '../domain/match.js';
import type { Price } from '../domain/price.js';
import { programmeOf } from '../domain/sessions.js';
import { groupOf } from '../market/need.js';
import { audienceOf } from '../market/slots.js';
import { termsOf } from './match-in-slots.js';

/** What two sides agreed on, or did last year: exact times, perhaps of no offer and in no slot. */
export interface OfTimes {
  readonly origin: 'arranged' | 'repeated';
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationId: string;
  readonly offer?: { readonly id: string; readonly snapshot: OfferSnapshot };
  readonly kind: ActivityKind;
  readonly title: string;
  readonly themes: readonly string[];
  readonly place: ActivityPlace;
  /** What the school asks of a guest; absent: nothing. */
  readonly vogPolicy?: VogPolicy;
  readonly groups: readonly RequestedGroup[];
  readonly sessions: readonly MatchSession[];
  readonly needs: readonly HeldSlot[];
  readonly costs: MatchCosts;
  /** Absent: the costs are an amount, whatever the numbers become. */
  readonly price?: Price;
  readonly standing: readonly Side[];
  readonly questionWorkingDays: number;
  readonly askers: readonly string[];
  readonly partnerContactId?: string;
}

const usualTerms: Wanted['terms'] = {
  freeCancelDays: 7,
  changeNumbersUntilDays: 0,
  pupilsPerGroup: 500,
  maxPupils: 500,
};

export function matchOfTimes(agreed: OfTimes): Wanted {
  const { offer, sessions, standing, questionWorkingDays, origin } = agreed;
  const lengths = sessions.map(({ start, end }) => (Date.parse(end) - Date.parse(start)) / 60_000);
  return {
    ...(offer ? { offerId: offer.id } : {}),
    ...(agreed.partnerContactId ? { partnerContactId: agreed.partnerContactId } : {}),
    regionId: agreed.regionId,
    schoolLocationId: agreed.schoolLocationId,
    organisationId: agreed.organisationId,
    origin,
    kind: agreed.kind,
    title: agreed.title,
    themes: [...agreed.themes],
    programme: programmeOf(agreed.groups),
    groups: [...agreed.groups],
    place: agreed.place,
    question: 1,
    sessions: [...sessions],
    exact: true,
    costs: agreed.costs,
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    askers: agreed.askers,
    needs: agreed.needs,
    allowed: anywhere,
    minutes: Math.min(...lengths),
    lessonMinutes: Math.min(...lengths),
    promise: 'by-appointment',
    questionWorkingDays,
    optionWorkingDays: null,
    standing,
    terms: offer ? termsOf(offer.snapshot) : usualTerms,
    ...(agreed.price ? { price: agreed.price } : {}),
    acceptedBy: {},
    decidedOn: { score: 1, explanation: null, warnings: warningsOf(agreed), despite: [] },
    obstacle: null,
    ended: null,
    note: '',
  };
}

function warningsOf({ offer, kind, groups, place, vogPolicy = 'none' }: OfTimes): Warning[] {
  if (!offer) return [];
  const { audience, suitability, vog } = offer.snapshot;
  const need = { groups: groups.map(groupOf), suitability: [], vogPolicy };
  return warnings(need, { audience: audienceOf(audience), kind, place, suitability, vog });
}

/** What two sides arrange between them may be at any time; the hold says whether group and guest are free. */
const anywhere = [{ start: '2000-01-01T00:00:00+01:00', end: '2100-01-01T00:00:00+01:00' }];
