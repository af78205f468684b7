import {
  OfferChanged,
  OfferPublished,
  OfferWithdrawn,
  atField,
  event,
  type OfferSnapshot,
  type Owners,
  type PatchOfferBody,
  type PostOfferBody,
  type ResolvedLocation,
  type SlotBody,
  type StoredSlot,
} from '#libs/contracts';
import { parseOffsetIso, slotsOfOffer, toOffsetIso, utcOf } from '#libs/facts';
import { checkAudience, checkPattern, checkPupils, checkTerms } from './checks.js';
import { refuse } from './offer.errors.js';
import { limitsLeft, mostPupils, unsaid, unsaidAgain } from './unsaid.js';

/** An offer as `offers` keeps it: what others may know, and what only those concerned may read. */
export interface Offer extends Omit<OfferSnapshot, 'bookUrl'> {
  readonly contactId: string;
  readonly summary: string;
  readonly goals: readonly string[];
  readonly bookUrl: string | null;
  readonly visit: Readonly<Record<string, string>>;
  /** The regions of its organisation: who looks after it. */
  readonly regionIds: readonly string[];
  readonly madeBy: string;
}

export interface Made {
  readonly state: Offer;
  readonly events: readonly object[];
}

export interface OfferFacts {
  readonly id: string;
  readonly location?: ResolvedLocation;
  readonly contactId: string;
  readonly regionIds: readonly string[];
  readonly madeBy: string;
  /** Epoch ms. */
  readonly now: number;
}

const mostSlots = 1500;
/** Milliseconds: whatever is held of a slot is kept by day. */
const longestSlot = 24 * 60 * 60_000;

export function ownersOf(offer: Offer): Owners {
  return { regions: [...offer.regionIds], organisation: offer.organisationId };
}

/** A draft: nobody hears of it until it is published. @throws offers.… that names the field */
export function addOffer(body: PostOfferBody, facts: OfferFacts): Made {
  checkTerms(body);
  checkAudience(body.audience);
  checkPupils(body.pupils);
  checkPattern(body.pattern);
  const max = body.pupils?.max ?? mostPupils;
  const state: Offer = {
    organisationId: body.organisationId,
    kind: body.kind,
    title: body.title,
    themes: body.themes,
    audience: body.audience,
    pupils: body.pupils ?? { min: 1, max },
    pupilsPerGroup: body.pupilsPerGroup ?? max,
    promise: body.promise,
    durationMinutes: body.durationMinutes,
    lessonsPerVisit: body.lessonsPerVisit ?? unsaid.lessonsPerVisit,
    place: body.place,
    ...(facts.location ? { location: facts.location } : {}),
    ...(body.reachKm == null ? {} : { reachKm: body.reachKm }),
    leadTimeDays: body.leadTimeDays ?? unsaid.leadTimeDays,
    freeCancelDays: body.freeCancelDays ?? unsaid.freeCancelDays,
    ...(body.maxPerMonth == null ? {} : { maxPerMonth: body.maxPerMonth }),
    costPerGroupCents: body.costPerGroupCents ?? unsaid.costPerGroupCents,
    costPerPupilCents: body.costPerPupilCents ?? unsaid.costPerPupilCents,
    suitability: { ...body.suitability },
    vog: body.vog ?? 'none',
    closedOn: body.closedOn ?? [],
    slots: newSlots(
      facts.id,
      body.slots ?? [],
      [],
      body.durationMinutes * (body.lessonsPerVisit ?? unsaid.lessonsPerVisit),
      facts.now,
    ),
    ...(body.pattern ? { pattern: body.pattern } : {}),
    removedSlots: [],
    state: 'draft',
    contactId: facts.contactId,
    summary: body.summary ?? '',
    goals: body.goals ?? [],
    givenBy: body.givenBy ?? [],
    changeNumbersUntilDays: body.changeNumbersUntilDays ?? unsaid.changeNumbersUntilDays,
    bookVia: body.bookVia ?? 'leerbrug',
    bookUrl: body.bookUrl ?? unsaid.bookUrl,
    blocked: [],
    visit: { ...body.visit },
    regionIds: facts.regionIds,
    madeBy: facts.madeBy,
  };
  return { state: withinLimits(facts.id, state), events: [] };
}

/** @throws as `addOffer`; offers.withdrawn */
export function changeOffer(
  id: string,
  offer: Offer,
  patch: PatchOfferBody,
  location: ResolvedLocation | undefined,
): Made {
  if (offer.state === 'withdrawn') throw refuse('offers.withdrawn');
  checkTerms({
    ...patch,
    bookVia: patch.bookVia ?? offer.bookVia,
    bookUrl: patch.bookUrl === undefined ? offer.bookUrl : patch.bookUrl,
  });
  if (patch.audience) checkAudience(patch.audience);
  checkPupils(patch.pupils);
  checkPattern(patch.pattern);
  const { location: _asked, ...rest } = patch;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined && value !== null),
  );
  const { reachKm, maxPerMonth, location: known, ...kept } = offer;
  if (patch.location === null && (patch.place ?? offer.place) !== 'online')
    throw refuse('offers.location-needed', atField('location', 'required', 'is required unless online'));
  const where = location ?? (patch.location === null ? undefined : known);
  const state: Offer = {
    ...kept,
    ...limitsLeft({ reachKm, maxPerMonth }, patch),
    ...unsaidAgain(patch, offer.pupils),
    ...given,
    ...(where ? { location: where } : {}),
  };
  return told(withinLimits(id, state), OfferChanged);
}

/** @throws offers.withdrawn, offers.nothing-to-book */
export function publishOffer(id: string, offer: Offer, now: number): Made {
  if (offer.state === 'withdrawn') throw refuse('offers.withdrawn');
  if (offer.state === 'published') return { state: offer, events: [] };
  const nowUtc = `${id}.${utcOf(Math.floor(now / 1000) * 1000)}`;
  if (!slotsOfOffer(id, offer).some((slot) => slot.id > nowUtc)) throw refuse('offers.nothing-to-book');
  const state: Offer = { ...offer, state: 'published' };
  return { state, events: [event(OfferPublished, { offer: snapshotOf(state) })] };
}

export function withdrawOffer(offer: Offer): Made {
  if (offer.state === 'withdrawn') return { state: offer, events: [] };
  const state: Offer = { ...offer, state: 'withdrawn' };
  return {
    state,
    events: offer.state === 'draft' ? [] : [event(OfferWithdrawn, { offer: snapshotOf(state) })],
  };
}

/** @throws offers.slot-…, offers.withdrawn */
export function addSlots(id: string, offer: Offer, slots: readonly SlotBody[], now: number): Made {
  if (offer.state === 'withdrawn') throw refuse('offers.withdrawn');
  const minutes = offer.durationMinutes * offer.lessonsPerVisit;
  const state: Offer = { ...offer, slots: newSlots(id, slots, offer.slots, minutes, now) };
  return told(withinLimits(id, state), OfferChanged);
}

/** @throws offers.slot-missing */
export function removeSlot(id: string, offer: Offer, slotId: string): Made {
  if (!slotsOfOffer(id, offer).some((slot) => slot.id === slotId)) throw refuse('offers.slot-missing');
  const own = offer.slots.some((slot) => slot.id === slotId);
  const blocked = offer.blocked.filter((each) => each.slotId !== slotId);
  const state: Offer = own
    ? { ...offer, blocked, slots: offer.slots.filter((slot) => slot.id !== slotId) }
    : { ...offer, blocked, removedSlots: [...offer.removedSlots, slotId] };
  return told(state, OfferChanged);
}

/** So many places of a slot were given away elsewhere; 0 is none. @throws offers.slot-missing, offers.withdrawn */
export function blockSlot(id: string, offer: Offer, slotId: string, groups: number): Made {
  if (offer.state === 'withdrawn') throw refuse('offers.withdrawn');
  if (!slotsOfOffer(id, offer).some((slot) => slot.id === slotId)) throw refuse('offers.slot-missing');
  const known = offer.blocked.find((each) => each.slotId === slotId)?.groups ?? 0;
  if (known === groups) return { state: offer, events: [] };
  const others = offer.blocked.filter((each) => each.slotId !== slotId);
  return told({ ...offer, blocked: groups > 0 ? [...others, { slotId, groups }] : others }, OfferChanged);
}

export function snapshotOf(offer: Offer): OfferSnapshot {
  const {
    contactId: _contact,
    summary: _summary,
    goals: _goals,
    bookUrl,
    visit: _visit,
    regionIds: _regions,
    madeBy: _maker,
    ...snapshot
  } = offer;
  return { ...snapshot, ...(bookUrl === null ? {} : { bookUrl }) };
}

function told(state: Offer, of: typeof OfferChanged): Made {
  return { state, events: state.state === 'published' ? [event(of, { offer: snapshotOf(state) })] : [] };
}

function withinLimits(id: string, offer: Offer): Offer {
  if (slotsOfOffer(id, offer).length > mostSlots)
    throw refuse('offers.too-many-slots', {
      errors: [{ path: 'pattern', code: 'max', message: 'makes too many slots' }],
    });
  return offer;
}

function newSlots(
  offerId: string,
  bodies: readonly SlotBody[],
  known: readonly StoredSlot[],
  minutes: number,
  now: number,
): StoredSlot[] {
  const slots = new Map(known.map((slot) => [slot.id, slot]));
  bodies.forEach((body, i) => {
    const start = parseOffsetIso(body.start);
    const end = parseOffsetIso(body.end);
    const wrong = (
      code: 'slot-backwards' | 'slot-in-past' | 'slot-too-short' | 'slot-too-long' | 'slot-twice',
      field: string,
      message: string,
    ) =>
      refuse(`offers.${code}`, {
        detail: `slots[${i}].${field}: ${message}`,
        errors: [{ path: `slots[${i}].${field}`, code, message }],
      });
    if (start === null || end === null) throw wrong('slot-backwards', 'start', 'is not a moment that exists');
    if (end <= start) throw wrong('slot-backwards', 'end', 'lies before the start');
    if (start <= now) throw wrong('slot-in-past', 'start', 'lies in the past');
    if (end - start < minutes * 60_000)
      throw wrong('slot-too-short', 'end', `the activity takes ${minutes} minutes`);
    if (end - start > longestSlot) throw wrong('slot-too-long', 'end', 'is more than a day after the start');
    const id = `${offerId}.${utcOf(start)}`;
    if (slots.has(id)) throw wrong('slot-twice', 'start', 'another slot starts at this moment');
    slots.set(id, { id, start: toOffsetIso(start), end: toOffsetIso(end), groups: body.groups ?? 1 });
  });
  return [...slots.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
