import {
  activityKinds,
  againAnswers,
  organisationKinds,
  origins,
  programmes,
  sectors,
  type ActivityKind,
  type AgainAnswer,
  type OrganisationKind,
  type Origin,
  type Programme,
  type Sector,
} from '../words.js';
import {
  NamedView,
  date,
  many,
  moment,
  nullable,
  number,
  one,
  oneOf,
  text,
  texts,
  whole,
  yesNo,
} from './shown.js';

const activityStatuses = ['counted', 'to-be-counted', 'planned', 'no-show', 'cancelled'] as const;
/**
 * `counted`: held, with the school's count. `to-be-counted`: held, not counted. `planned`: both said yes. `cancelled`:
 * after both had said yes.
 */
export type ActivityStatus = (typeof activityStatuses)[number];

/** What one sector has of an activity: a count is divided over the sectors as the plan was. */
export class SectorPartView {
  @oneOf(sectors) sector: Sector;
  @whole groups: number;
  @whole pupils: number;
}

/** One activity, on the day of its first session. Every figure of a report is a sum over these. */
export class ActivityRowView {
  @text matchId: string;
  @date date: string;
  /** Of the first session. */
  @moment start: string;
  /** Of the last session. */
  @moment end: string;
  @whole sessions: number;
  @oneOf(activityStatuses) status: ActivityStatus;
  @text locationId: string;
  /** Null while the location is not known here yet; so are its other names. */
  @nullable @text location: string | null;
  @nullable @text brin6: string | null;
  @nullable @text municipality: string | null;
  @many(() => SectorPartView) sectors: SectorPartView[];
  @whole groups: number;
  @whole pupils: number;
  /** What `groups`, `pupils` and `sectors` are. */
  @oneOf(['counted', 'planned']) numbers: 'counted' | 'planned';
  /** Null until it is counted. */
  @nullable @whole adults: number | null;
  @text partnerId: string;
  @nullable @text partner: string | null;
  @nullable @oneOf(organisationKinds) partnerKind: OrganisationKind | null;
  @oneOf(activityKinds) kind: ActivityKind;
  @texts themes: string[];
  @oneOf(programmes) programme: Programme;
  @oneOf(origins) origin: Origin;
  /** Null until the partner has entered hours; so are the hours. */
  @nullable @whole people: number | null;
  @nullable @number hours: number | null;
  @nullable @number hoursPreparation: number | null;
  @nullable @number hoursDelivery: number | null;
  @nullable @number hoursTravel: number | null;
  @whole totalCents: number;
  @whole schoolCents: number;
  @whole regionCents: number;
  @whole partnerCents: number;
  /** Cancelled later than the offer allows. */
  @yesNo late: boolean;
  /** What the school owes for cancelling late. */
  @whole feeCents: number;
  @texts groupIds: string[];
  /** 1 to 5; null until that side has evaluated it. */
  @nullable @whole schoolFit: number | null;
  @nullable @oneOf(againAnswers) schoolAgain: AgainAnswer | null;
  @nullable @whole partnerFit: number | null;
  @nullable @oneOf(againAnswers) partnerAgain: AgainAnswer | null;
  /** Hands of the class; null without a count, and of fewer than five pupils. */
  @nullable @whole tallyPresent: number | null;
  @nullable @whole tallyFun: number | null;
  @nullable @whole tallyLearned: number | null;
  @nullable @whole tallyWantMore: number | null;
}

/** GET /api/exports/activities?format=json */
export class ActivitiesView {
  @one(() => NamedView) region: NamedView;
  @date from: string;
  @date to: string;
  @many(() => ActivityRowView) items: ActivityRowView[];
}
