import {
  OfferChanged,
  OfferPublished,
  event,
  type AudienceBody,
  type CallAnswered,
  type RequestSnapshot,
  type ResolvedLocation,
} from '#libs/contracts';
import { placeAmong, slotsOfOffer, toOffsetIso, utcOf } from '#libs/facts';
import { addOffer, snapshotOf, type Made, type Offer } from './offer.js';

/** What a call asked for. */
export type CalledFor = Pick<RequestSnapshot, 'kind' | 'themes' | 'groups' | 'places'>;

export interface Caller {
  readonly contactId: string;
  readonly regionIds: readonly string[];
  readonly location?: ResolvedLocation;
  /** Epoch ms. */
  readonly now: number;
}

function slotOf({ offerId, start, end }: CallAnswered, groups: number) {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return { id: `${offerId}.${utcOf(from)}`, start: toOffsetIso(from), end: toOffsetIso(to), groups };
}

/** The partner's offer gets the time it said it can, with room for the groups; one that starts then already is left as it is. */
export function addCalledSlot(
  offer: Offer,
  answered: CallAnswered,
  groups: CalledFor['groups'],
): Made | null {
  const most = offer.pupils?.max ?? 32;
  const places = groups.map(({ pupils }) => Math.ceil(Math.min(pupils, most) / offer.pupilsPerGroup));
  const slot = slotOf(
    answered,
    places.reduce((sum, each) => sum + each, 0),
  );
  const known = slotsOfOffer(answered.offerId, offer).some(({ id }) => id === slot.id);
  if (known || offer.state === 'withdrawn') return null;
  const slots = [...offer.slots, slot].sort((a, b) => (a.id < b.id ? -1 : 1));
  const state: Offer = {
    ...offer,
    slots,
    removedSlots: offer.removedSlots.filter((id) => id !== slot.id),
  };
  return {
    state,
    events: state.state === 'published' ? [event(OfferChanged, { offer: snapshotOf(state) })] : [],
  };
}

/** A published offer made for one request: its kind, themes and groups, where it can be, at the time the partner can. */
export function calledOffer(answered: CallAnswered, request: CalledFor, caller: Caller): Made {
  const { kind, themes, groups, places } = request;
  const most = Math.max(...groups.map(({ pupils }) => pupils));
  const minutes = Math.floor((Date.parse(answered.end) - Date.parse(answered.start)) / 60_000);
  const { state: draft } = addOffer(
    {
      organisationId: answered.organisationId,
      kind,
      title: answered.title,
      themes: [...themes],
      audience: audienceOf(groups),
      pupils: { min: 1, max: most },
      pupilsPerGroup: most,
      promise: 'by-appointment',
      durationMinutes: minutes,
      place: placeAmong(kind, places),
      leadTimeDays: 0,
      ...(answered.vog ? { vog: answered.vog } : {}),
    },
    { ...caller, id: answered.offerId, madeBy: caller.contactId },
  );
  const state: Offer = { ...draft, state: 'published', slots: [slotOf(answered, groups.length)] };
  return { state, events: [event(OfferPublished, { offer: snapshotOf(state) })] };
}

function audienceOf(groups: CalledFor['groups']): AudienceBody[] {
  const sectors = [...new Set(groups.map(({ sector }) => sector))];
  return sectors.map((sector) => {
    const of = groups.filter((group) => group.sector === sector);
    const grades = [...new Set(of.flatMap((group) => group.grades))];
    const levels = [...new Set(of.flatMap((group) => group.levels as NonNullable<AudienceBody['levels']>))];
    return { sector, ...(grades.length > 0 ? { grades } : {}), ...(levels.length > 0 ? { levels } : {}) };
  });
}
