import {
  organisationKinds,
  requestStates,
  sectors,
  type OrganisationKind,
  type RequestState,
  type Sector,
} from '../words.js';
import { NamedView, date, many, nullable, number, one, oneOf, someOf, text, texts, whole } from './shown.js';

export class NumbersView {
  @whole activities: number;
  @whole groups: number;
  @whole pupils: number;
}

/** Never to be added up unsaid: `counted` is what was counted, the others are what was planned. */
export class ReachView {
  @one(() => NumbersView) counted: NumbersView;
  /** Held, but the school has not counted. */
  @one(() => NumbersView) toBeCounted: NumbersView;
  /** Agreed, not held yet. */
  @one(() => NumbersView) planned: NumbersView;
}

export class TotalReachView extends ReachView {
  /** Of what is counted. */
  @whole adults: number;
}

/** An activity under several keys (themes; sectors, with the part of each) stands under each. */
export class ReachLineView extends ReachView {
  /** `unknown` where the activities do not say. */
  @text key: string;
}

export class HoursView {
  /** Held, with hours entered. */
  @whole activities: number;
  @whole people: number;
  @number preparation: number;
  @number delivery: number;
  @number travel: number;
  @number total: number;
  /** Held, without hours. */
  @whole missing: number;
}

export class PartnerHoursView extends HoursView {
  @text organisationId: string;
  @nullable @text name: string | null;
  @nullable @oneOf(organisationKinds) kind: OrganisationKind | null;
}

export class TotalHoursView extends HoursView {
  @many(() => PartnerHoursView) perPartner: PartnerHoursView[];
}

export class NotReachedView extends NamedView {
  @text brin6: string;
  @nullable @text municipality: string | null;
  @someOf(sectors) sectors: Sector[];
  /** Activities in the period that are agreed and not held yet. */
  @whole planned: number;
}

/** Where a location that takes part lies, and what it had. */
export class LocationReachView extends NamedView {
  @nullable @text municipality: string | null;
  /** Null while it is not known. */
  @nullable @number lat: number | null;
  @nullable @number lon: number | null;
  /** Held in the period. */
  @whole activities: number;
  @whole planned: number;
}

export class LocationsView {
  /** Taking part in the region on a day of the period. */
  @whole participating: number;
  /** Of those, with an activity that was held. */
  @whole reached: number;
  /** Reached, though they do not take part. */
  @whole reachedOutside: number;
  @many(() => NotReachedView) notReached: NotReachedView[];
  /** All that take part. */
  @many(() => LocationReachView) all: LocationReachView[];
}

/** Groups that took part in one, in two, in more activities held within that school year and the period. */
export class ExposureView {
  @text schoolYear: string;
  @whole once: number;
  @whole twice: number;
  @whole more: number;
}

/** `cancelled`: after both had said yes; `cancelledLate`: of those, later than the offer allows. */
export class EndingsView {
  @one(() => NumbersView) noShows: NumbersView;
  @one(() => NumbersView) cancelled: NumbersView;
  @whole cancelledLate: number;
  @whole feeCents: number;
}

/** What one side thought of what was held; a figure that counts fewer than five is null. */
export class OpinionsView {
  @whole evaluations: number;
  /** The mean of 1 to 5, to two decimals. */
  @nullable @number fit: number | null;
  /** How many would do it again, perhaps, or not. */
  @nullable @whole again: number | null;
  @nullable @whole maybe: number | null;
  @nullable @whole notAgain: number | null;
}

/** Hands of the classes that were counted; a figure that counts fewer than five is null. */
export class TallyView {
  @whole activities: number;
  @nullable @whole present: number | null;
  @nullable @whole fun: number | null;
  @nullable @whole learned: number | null;
  @nullable @whole wantMore: number | null;
}

export class SidesOpinionsView {
  @one(() => OpinionsView) school: OpinionsView;
  @one(() => OpinionsView) partner: OpinionsView;
  @one(() => TallyView) tally: TallyView;
}

export class DemandNumbersView {
  @whole requests: number;
  @whole groups: number;
  @whole pupils: number;
}

export class ReasonView {
  /** A hard condition that kept offers out, `offers-fit` or `not-considered`. */
  @text reason: string;
  @whole requests: number;
}

/**
 * `open`: still looked for, also of what is served in part; `unmet`: nothing was found by the answer date, or its days are
 * over. A request has as many reasons as there are.
 */
export class DemandView {
  @one(() => DemandNumbersView) open: DemandNumbersView;
  @one(() => DemandNumbersView) unmet: DemandNumbersView;
  @many(() => ReasonView) reasons: ReasonView[];
}

export class DemandLineView extends DemandView {
  @text key: string;
}

/** Requests that want this theme, there, on that weekday, with groups that have no appointment. */
export class DemandCellView {
  @text rootTheme: string;
  @text municipality: string;
  /** `all`: whatever the weekday; `any`: none was wished. */
  @text weekday: string;
  @whole open: number;
  @whole unmet: number;
}

/** A request that the demand of a period counts: no person, no text of the school. */
export class DemandRowView {
  @text requestId: string;
  @nullable @text location: string | null;
  @nullable @text municipality: string | null;
  @oneOf(requestStates) state: RequestState;
  @texts rootThemes: string[];
  /** On which weekdays it is wished; `any`: on no day in particular. */
  @texts weekdays: string[];
  @whole groups: number;
  @whole pupils: number;
}

/** GET /api/exports/demand: the requests that a report's unmet demand counts. */
export class DemandRowsView {
  @one(() => NamedView) region: NamedView;
  @date from: string;
  @date to: string;
  @many(() => DemandRowView) items: DemandRowView[];
}

/** Of requests with a wish within the period; one with several themes or weekdays stands under each. */
export class TotalDemandView extends DemandView {
  /** The three together, those alone that have any. */
  @many(() => DemandCellView) cells: DemandCellView[];
  @many(() => DemandLineView) perRootTheme: DemandLineView[];
  @many(() => DemandLineView) perTheme: DemandLineView[];
  @many(() => DemandLineView) perMunicipality: DemandLineView[];
  /** `any` where no weekday was wished. */
  @many(() => DemandLineView) perWeekday: DemandLineView[];
}

/** Euro cents by who pays. */
export class PayersView {
  @whole totalCents: number;
  @whole schoolCents: number;
  @whole regionCents: number;
  @whole partnerCents: number;
}

export class CostsView {
  @one(() => PayersView) held: PayersView;
  @one(() => PayersView) planned: PayersView;
}

/** GET /api/reports/region */
export class RegionReportView {
  @one(() => NamedView) region: NamedView;
  @date from: string;
  /** Inclusive. */
  @date to: string;
  @one(() => TotalReachView) reach: TotalReachView;
  @one(() => TotalHoursView) hours: TotalHoursView;
  @one(() => LocationsView) locations: LocationsView;
  @many(() => ReachLineView) perSector: ReachLineView[];
  @many(() => ReachLineView) perMunicipality: ReachLineView[];
  @many(() => ReachLineView) perProgramme: ReachLineView[];
  @many(() => ReachLineView) perOrigin: ReachLineView[];
  @many(() => ReachLineView) perKind: ReachLineView[];
  @many(() => ReachLineView) perRootTheme: ReachLineView[];
  @many(() => ReachLineView) perTheme: ReachLineView[];
  /** `2027-01` */
  @many(() => ReachLineView) perMonth: ReachLineView[];
  @many(() => ExposureView) exposure: ExposureView[];
  @one(() => EndingsView) endings: EndingsView;
  @one(() => SidesOpinionsView) opinions: SidesOpinionsView;
  @one(() => TotalDemandView) unmetDemand: TotalDemandView;
  @one(() => CostsView) costs: CostsView;
}
