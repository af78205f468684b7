import type { ActivityRowView, OrganisationKind, Sector } from '#libs/contracts';
import { sectors } from '#libs/facts';
import { statusOf, type Activity, type EndedMatch } from './activity.js';
import type { SchoolLocation } from './school-location.js';

export interface Partner {
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** What an activity is joined with; undefined what has not arrived. */
export interface Around {
  readonly location?: SchoolLocation;
  readonly partner?: Partner;
  readonly ended?: EndedMatch;
}

/** The activity as reports and exports show it; undefined when they do not. */
export function activityRow(
  matchId: string,
  activity: Activity,
  around: Around,
): ActivityRowView | undefined {
  const status = statusOf(activity, around.ended);
  if (!status) return undefined;
  const { location, partner, ended } = around;
  const count = status === 'counted' ? activity.count : undefined;
  const isHeld = status === 'counted' || status === 'to-be-counted';
  const groups = count?.groups ?? activity.groups.length;
  const pupils = count?.pupils ?? sum(activity.groups.map((group) => group.pupils));
  return {
    matchId,
    date: activity.date,
    start: activity.start,
    end: activity.end,
    sessions: activity.sessions,
    status,
    locationId: activity.schoolLocationId,
    location: location?.name ?? null,
    brin6: location?.brin6 ?? null,
    municipality: location?.municipality ?? null,
    sectors: sectorParts(activity.groups, { groups, pupils }),
    groups,
    pupils,
    numbers: count ? 'counted' : 'planned',
    adults: count?.adults ?? null,
    partnerId: activity.organisationId,
    partner: partner?.name ?? null,
    partnerKind: partner?.kind ?? null,
    kind: activity.kind,
    themes: [...activity.themes],
    programme: activity.programme,
    origin: activity.origin,
    ...hoursOf(isHeld ? activity.hours : undefined),
    ...activity.costs,
    late: status === 'cancelled' && (ended?.late ?? false),
    feeCents: status === 'cancelled' || status === 'no-show' ? (ended?.feeCents ?? 0) : 0,
    groupIds: activity.groups.map(({ groupId }) => groupId),
    ...opinionsOf(isHeld ? activity : {}),
  };
}

/** Hours to two decimals, so that sums over rows are exact. */
function hoursOf(hours: Activity['hours']) {
  const [preparation, delivery, travel] = hours
    ? [hours.preparation, hours.delivery, hours.travel].map(hundredths)
    : [];
  if (!hours || preparation === undefined || delivery === undefined || travel === undefined)
    return { people: null, hours: null, hoursPreparation: null, hoursDelivery: null, hoursTravel: null };
  return {
    people: hours.people,
    hours: (preparation + delivery + travel) / 100,
    hoursPreparation: preparation / 100,
    hoursDelivery: delivery / 100,
    hoursTravel: travel / 100,
  };
}

/** Of fewer than five pupils nothing is told. */
export const fewest = 5;

function opinionsOf({ evaluation, tally }: Pick<Activity, 'evaluation' | 'tally'>) {
  const { school, partner } = evaluation ?? {};
  const hands = tally && tally.present >= fewest ? tally : undefined;
  return {
    schoolFit: school?.fit ?? null,
    schoolAgain: school?.again ?? null,
    partnerFit: partner?.fit ?? null,
    partnerAgain: partner?.again ?? null,
    tallyPresent: hands?.present ?? null,
    tallyFun: hands?.fun ?? null,
    tallyLearned: hands?.learned ?? null,
    tallyWantMore: hands?.wantMore ?? null,
  };
}

export function hundredths(hours: number): number {
  return Math.round(hours * 100);
}

function sectorParts(
  planned: Activity['groups'],
  total: { readonly groups: number; readonly pupils: number },
): ActivityRowView['sectors'] {
  const present = sectors.filter((sector) => planned.some((group) => group.sector === sector));
  const of = (sector: Sector) => planned.filter((group) => group.sector === sector);
  const groups = divided(
    total.groups,
    present.map((sector) => of(sector).length),
  );
  const pupils = divided(
    total.pupils,
    present.map((sector) => sum(of(sector).map((group) => group.pupils))),
  );
  return present.map((sector, i) => ({ sector, groups: groups[i] ?? 0, pupils: pupils[i] ?? 0 }));
}

/** A whole number in whole parts, as these positive weights: by largest remainder, the first of equals first. */
export function divided(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  const exact = weights.map((weight) => (total * weight) / whole);
  const parts = exact.map(Math.floor);
  const byRemainder = exact
    .map((part, i) => ({ i, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, total - sum(parts))) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
