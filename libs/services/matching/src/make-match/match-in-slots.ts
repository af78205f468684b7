import type { DespiteBody, MatchCosts, RequestSnapshot, Side } from '#libs/contracts';
import { atField } from '#libs/contracts';
import { instantOf, localDateOfDay, toOffsetIso } from '#libs/facts';
import {
  appointmentWindow,
  explain,
  fits,
  tooDear,
  warnings,
  type Failure,
  type MatchingContext,
  type OfferSlot,
  type RequestNeed,
} from '#libs/matching-engine';
import type { OfferSnapshot } from '#libs/contracts';
import { refuse } from '../domain/match.errors.js';
import type { AllowedSpan, Wanted } from '../domain/match.js';
import { priceOf } from '../domain/price.js';
import { costsOf, laySessions, lessonsOf, programmeOf } from '../domain/sessions.js';
import { partsOf, type Part } from '../market/parts.js';
import { timeOfSlot } from '../market/time-of-slot.js';

/** Limits that a person may pass knowingly. Capacity, double booking, ceilings, closures and the VOG are never passed. */
export const passable: readonly string[] = [
  'place',
  'kind',
  'lead-time',
  'group-size',
  'cost',
  'time',
  'audience',
  'suitability',
  'theme',
  'distance',
];

/** Whose limits those are: what passes them is put to that side, whatever it said yes to beforehand. */
const limitsOf: Readonly<Record<Side, readonly string[]>> = {
  school: ['place', 'kind', 'cost', 'time', 'suitability', 'theme', 'distance'],
  partner: ['lead-time', 'group-size', 'audience', 'suitability', 'distance'],
};

/** What a match in one or several slots of one offer is made from. */
export interface InSlots {
  readonly id: string;
  readonly origin: 'proposed' | 'booked' | 'repeated';
  readonly requestId?: string;
  /** What the school wants: a request, or a booking in the same words. */
  readonly wish: RequestSnapshot;
  readonly need: RequestNeed;
  readonly slots: readonly OfferSlot[];
  readonly offer: OfferSnapshot;
  readonly context: MatchingContext;
  readonly despite: readonly DespiteBody[];
  /** What the region pays of this one, instead of its usual share; euro cents. */
  readonly regionPaysCents?: number;
  /** Who said yes beforehand: to what they wished or offered, not to what passes a limit of theirs. */
  readonly standing: readonly Side[];
  /** Who said yes to just this, whatever it passes. */
  readonly saidYes?: readonly Side[];
  readonly questionWorkingDays: number;
  readonly optionWorkingDays: number | null;
  readonly askers: readonly string[];
  readonly note: string;
  /** What else there is, for whoever is refused. */
  readonly alternatives?: () => unknown;
}

/**
 * The match that those slots make, all hard conditions checked.
 * @throws matches.does-not-fit, matches.despite-not-allowed, matches.slots-too-many
 */
export function matchInSlots(asked: InSlots): Wanted {
  const { offer, wish, slots, need } = asked;
  mustBePassable(asked.despite);
  const lessons = lessonsOf(offer);
  const rooms = slots.map((slot) => ({
    slotId: slot.slotId,
    offerId: slot.offerId,
    free: slot.capacityGroups - slot.takenGroups,
    ...timeOfSlot(slot),
  }));
  if (slots.length > wish.groups.length) throw refuse('matches.slots-too-many');
  const laid = laySessions(asked.id, wish.groups, rooms, lessons);
  if (!laid)
    throw refuse('matches.does-not-fit', {
      detail: 'Er is in deze tijdvakken geen plaats voor alle groepen.',
    });
  const parts = partsOf(need, slots, laid);
  const price = priceOf(offer, need.regionSharePercent, asked.regionPaysCents);
  const costs = costsOf(laid.sessions, price, lessons);
  const despite = passedIn(asked, parts, costs);
  const first = parts[0] as (typeof parts)[number];
  const explanation = explain(need, first.slot, asked.context);
  return {
    ...(asked.requestId ? { requestId: asked.requestId } : {}),
    offerId: first.slot.offerId,
    regionId: wish.regionId,
    schoolLocationId: wish.schoolLocationId,
    organisationId: first.slot.organisationId,
    origin: asked.origin,
    kind: offer.kind,
    title: offer.title,
    themes: offer.themes,
    programme: programmeOf(wish.groups),
    groups: [...wish.groups],
    place: offer.place,
    question: 1,
    sessions: laid.sessions,
    exact: false,
    costs,
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    askers: asked.askers,
    needs: laid.needs,
    allowed: parts.flatMap(allowedIn),
    minutes: offer.durationMinutes * offer.lessonsPerVisit,
    lessonMinutes: offer.durationMinutes,
    promise: offer.promise,
    questionWorkingDays: asked.questionWorkingDays,
    optionWorkingDays: asked.optionWorkingDays,
    standing: [...(asked.saidYes ?? []), ...asked.standing.filter((side) => !isPassed(side, despite))],
    terms: termsOf(offer),
    price,
    acceptedBy: {},
    decidedOn: {
      score: explanation.score,
      explanation,
      // Slots of one offer warn alike.
      warnings: warnings(need, first.slot),
      despite,
    },
    obstacle: null,
    ended: null,
    note: asked.note,
  };
}

export function termsOf(offer: OfferSnapshot): Wanted['terms'] {
  const { pupilsPerGroup, maxPupils } = lessonsOf(offer);
  return {
    freeCancelDays: offer.freeCancelDays ?? 7,
    changeNumbersUntilDays: offer.changeNumbersUntilDays,
    pupilsPerGroup,
    maxPupils,
    leadTimeDays: offer.leadTimeDays,
    audience: offer.audience,
  };
}

const isPassed = (side: Side, despite: readonly DespiteBody[]): boolean =>
  despite.some(({ condition }) => limitsOf[side].includes(condition));

function mustBePassable(despite: readonly DespiteBody[]): void {
  despite.forEach(({ condition }, i) => {
    if (!passable.includes(condition))
      throw refuse(
        'matches.despite-not-allowed',
        atField(
          `despite[${i}].condition`,
          'passable',
          `${condition} is never passed: only ${passable.join(', ')}`,
        ),
      );
  });
}

/** The limits among those that may be passed that it does pass. @throws matches.does-not-fit for any other */
function passedIn(asked: InSlots, parts: readonly Part[], { schoolCents }: MatchCosts): DespiteBody[] {
  const failures = new Map<string, Failure>();
  for (const { need, slot } of parts)
    for (const failure of fits(need, slot, asked.context)) failures.set(failure.condition, failure);
  // A slot costs less than all of them together, and more when the region pays more of this one.
  failures.delete('cost');
  const dear = tooDear(asked.need, schoolCents);
  if (dear) failures.set('cost', dear);
  const passed = asked.despite.filter(({ condition }) => failures.delete(condition));
  if (failures.size === 0) return passed;
  const found = [...failures.values()];
  throw refuse('matches.does-not-fit', {
    detail: found.map(({ sentence }) => sentence.nl).join(' '),
    facts: {
      failures: found.map(({ condition, by, sentence }) => ({
        condition,
        by,
        sentence,
        passable: passable.includes(condition),
      })),
      ...(asked.alternatives ? { alternatives: asked.alternatives() } : {}),
    },
  });
}

/** Where the exact time may lie: what slot and wish have in common; all of the slot when the wish was passed knowingly. */
function allowedIn({ slot, need }: Part): AllowedSpan[] {
  const whole = { slotId: slot.slotId, ...timeOfSlot(slot) };
  if (slot.promise === 'firm') return [whole];
  const date = localDateOfDay(slot.day);
  const common = appointmentWindow(need, slot).map(({ startMinute, endMinute }) => ({
    slotId: slot.slotId,
    start: toOffsetIso(instantOf(date, startMinute)),
    end: toOffsetIso(instantOf(date, endMinute)),
  }));
  return common.length > 0 ? common : [whole];
}
