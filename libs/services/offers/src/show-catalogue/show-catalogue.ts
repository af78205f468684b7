import { Injectable } from '@nestjs/common';
import type { OrganisationChanged } from '#libs/contracts';
import {
  distanceKm,
  localDateOf,
  rootOfTheme,
  sectorFacts,
  type DatedSlot,
  type Point,
  type Sector,
} from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Copies,
  InjectAggregates,
  InjectCopies,
  refuseChange,
  type Aggregate,
} from '#libs/runtime';
import { type Offer } from '../domain/offer.js';
import { offersAggregate, organisationCopies } from '../offers.collection.js';
import { MomentsAhead, type FreeSlot } from './moments-ahead.js';

export interface CatalogueQuestion {
  readonly theme?: string;
  readonly near?: Point;
  readonly km?: number;
  readonly sector?: Sector;
  readonly grade?: string;
  /** Local dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly region?: string;
  readonly words?: string;
}

/** What a visitor reads of a published offer. */
export interface CatalogueItem {
  readonly offerId: string;
  readonly title: string;
  readonly summary: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly kind: Offer['kind'];
  readonly themes: readonly string[];
  readonly audience: Offer['audience'];
  readonly place: Offer['place'];
  readonly town: string | null;
  readonly point: Point | null;
  readonly km: number | null;
  readonly costPerGroupCents: number;
  readonly costPerPupilCents: number;
  readonly promise: Offer['promise'];
  /** `own-site`: at `bookUrl`, not here. */
  readonly bookVia: Offer['bookVia'];
  readonly bookUrl: string | null;
  /** `free`: take one of `nextSlots`; `by-appointment`: ask; `waiting-list`: all is taken, wait; `none`: nothing to wait for. */
  readonly availability: 'free' | 'by-appointment' | 'waiting-list' | 'none';
  /** What whoever asks today can have. */
  readonly nextSlots: readonly FreeSlot[];
}

/** What a visitor reads of one published offer. */
export interface CatalogueOffer
  extends
    CatalogueItem,
    Pick<
      Offer,
      | 'pupils'
      | 'pupilsPerGroup'
      | 'durationMinutes'
      | 'lessonsPerVisit'
      | 'reachKm'
      | 'leadTimeDays'
      | 'changeNumbersUntilDays'
      | 'freeCancelDays'
      | 'suitability'
      | 'vog'
    > {
  readonly visit: { readonly arrival?: string; readonly parking?: string; readonly safety?: string };
  /** Of a firm offer: slots without room, for the waiting list. */
  readonly fullSlots: readonly Omit<FreeSlot, 'groups'>[];
  /** After `nextSlots` there are more. */
  readonly moreSlots: boolean;
  /** Free for an appointment that is made: its partner knows of it, so that the notice does not count. */
  readonly movableSlots: readonly FreeSlot[];
  /** Local date until which its partner takes nothing new. */
  readonly pausedUntil?: string;
}

const slotsShown = 3;
const slotsShownOfOne = 24;

@Injectable()
export class ShowCatalogue {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    @InjectCopies(organisationCopies) private readonly organisations: Copies<OrganisationChanged>,
    private readonly moments: MomentsAhead,
    private readonly clock: Clock,
  ) {}

  /** A page of what fits the question and still has days ahead, in the order of ids. */
  async execute(question: CatalogueQuestion, limit: number, after?: string) {
    const items: CatalogueItem[] = [];
    let cursor = after ?? null;
    for (;;) {
      const page = await this.offers.find('published', {
        equals: '*',
        limit: 100,
        ...(cursor ? { after: cursor } : {}),
      });
      for (const offer of page.items) {
        const item = fits(offer.state, question) ? await this.itemOf(offer, question) : undefined;
        if (item) items.push(item);
      }
      cursor = page.next;
      if (cursor === null || items.length >= limit) return { items, next: cursor };
    }
  }

  /** A published offer, also when it has no days ahead. @throws Refusal `aggregate.missing` */
  async one(id: string, near?: Point): Promise<CatalogueOffer> {
    const offer = await this.offers.get(id);
    if (offer?.state.state !== 'published') throw refuseChange('aggregate.missing');
    const { state } = offer;
    const organisation = await this.organisations.get(state.organisationId);
    const question = near ? { near } : {};
    const given = { offer, organisation };
    const ahead = this.moments.ahead(given);
    const { arrival, parking, safety } = state.visit;
    const toTake = this.moments.toTake(ahead, given);
    const { item, moreSlots, fullSlots } = await this.shown(offer, question, {
      ...{ toTake, most: slotsShownOfOne, organisation },
    });
    const pausedUntil = organisation?.pausedUntil ?? '';
    const isPaused = pausedUntil > localDateOf(this.clock.now());
    const [movableSlots] = await this.moments.free(isPaused ? [] : ahead, slotsShownOfOne, given);
    return {
      ...item,
      ...(state.pupils ? { pupils: state.pupils } : {}),
      pupilsPerGroup: state.pupilsPerGroup,
      durationMinutes: state.durationMinutes,
      lessonsPerVisit: state.lessonsPerVisit,
      ...(state.reachKm == null ? {} : { reachKm: state.reachKm }),
      leadTimeDays: state.leadTimeDays,
      changeNumbersUntilDays: state.changeNumbersUntilDays,
      ...(state.freeCancelDays == null ? {} : { freeCancelDays: state.freeCancelDays }),
      suitability: state.suitability,
      vog: state.vog,
      visit: {
        ...(arrival ? { arrival } : {}),
        ...(parking ? { parking } : {}),
        ...(safety ? { safety } : {}),
      },
      fullSlots,
      moreSlots,
      movableSlots,
      ...(isPaused ? { pausedUntil } : {}),
    };
  }

  private async itemOf(
    offer: Aggregate<Offer>,
    question: CatalogueQuestion,
  ): Promise<CatalogueItem | undefined> {
    const organisation = await this.organisations.get(offer.state.organisationId);
    if (!hasWords(offer.state, organisation?.name, question.words)) return undefined;
    const given = { offer, organisation };
    const toTake = this.moments.toTake(this.moments.ahead(given, question), given);
    if (toTake.length === 0) return undefined;
    return (await this.shown(offer, question, { toTake, most: slotsShown, organisation })).item;
  }

  private async shown(
    offer: Aggregate<Offer>,
    question: CatalogueQuestion,
    {
      toTake,
      most,
      organisation,
    }: { toTake: readonly DatedSlot[]; most: number; organisation: OrganisationChanged | undefined },
  ) {
    const { id, state } = offer;
    const [nextSlots, moreSlots] = await this.moments.free(toTake, most, { offer, organisation });
    const fullSlots =
      state.promise === 'firm' && state.bookVia === 'leerbrug' ? await this.moments.full(toTake, most) : [];
    const item: CatalogueItem = {
      offerId: id,
      title: state.title,
      summary: state.summary,
      organisation: { id: state.organisationId, name: organisation?.name ?? '' },
      kind: state.kind,
      themes: state.themes,
      audience: state.audience,
      place: state.place,
      town: state.location?.place ?? null,
      point: state.location ? { lat: state.location.lat, lon: state.location.lon } : null,
      km: question.near && state.location ? Math.round(distanceKm(question.near, state.location)) : null,
      costPerGroupCents: state.costPerGroupCents,
      costPerPupilCents: state.costPerPupilCents,
      promise: state.promise,
      bookVia: state.bookVia,
      bookUrl: state.bookUrl,
      availability: availabilityOf(state, nextSlots.length, fullSlots.length),
      nextSlots,
    };
    return { item, moreSlots, fullSlots };
  }
}

function availabilityOf({ promise }: Offer, free: number, full: number): CatalogueItem['availability'] {
  if (free > 0) return promise === 'firm' ? 'free' : 'by-appointment';
  return full > 0 ? 'waiting-list' : 'none';
}

function fits(offer: Offer, { theme, near, km, sector, grade, region }: CatalogueQuestion): boolean {
  if (region && !offer.regionIds.includes(region)) return false;
  if (theme && !offer.themes.some((own) => own === theme || rootOfTheme(own) === theme)) return false;
  if (sector && !offer.audience.some((audience) => isFor(audience, sector, grade))) return false;
  if (!near || offer.place === 'online') return true;
  if (!offer.location) return false;
  const limit = Math.min(
    km ?? Infinity,
    offer.place === 'at-school' ? (offer.reachKm ?? Infinity) : Infinity,
  );
  return distanceKm(near, offer.location) <= limit;
}

/** Each of the words stands somewhere in it, whatever its accents and capitals. */
function hasWords({ title, summary }: Offer, partner = '', words = ''): boolean {
  const text = plain(`${title} ${summary} ${partner}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function isFor(audience: Offer['audience'][number], sector: Sector, grade: string | undefined): boolean {
  const sameSector = audience.sector === sector || audience.sector === sectorFacts[sector].countsAs;
  return sameSector && (!grade || !audience.grades?.length || audience.grades.includes(grade));
}
