import type { ActivityRowView } from '#libs/contracts';
import { csvOf } from '#libs/runtime';

type Cell = string | number | null;

/** One row per activity: count, hours and costs are given once per activity, and would not add up over its sessions. */
const columns: Readonly<Record<string, (row: ActivityRowView) => Cell>> = {
  date: ({ date }) => date,
  start: ({ start }) => start.slice(11, 16),
  end: ({ end }) => end.slice(11, 16),
  lastDate: ({ end }) => end.slice(0, 10),
  sessions: ({ sessions }) => sessions,
  status: ({ status }) => status,
  location: ({ location }) => location,
  brin6: ({ brin6 }) => brin6,
  municipality: ({ municipality }) => municipality,
  sectors: ({ sectors }) => sectors.map(({ sector }) => sector).join(', '),
  groups: ({ groups }) => groups,
  pupils: ({ pupils }) => pupils,
  numbers: ({ numbers }) => numbers,
  adults: ({ adults }) => adults,
  partner: ({ partner }) => partner,
  partnerKind: ({ partnerKind }) => partnerKind,
  kind: ({ kind }) => kind,
  themes: ({ themes }) => themes.join(', '),
  programme: ({ programme }) => programme,
  origin: ({ origin }) => origin,
  people: ({ people }) => people,
  hours: ({ hours }) => hours,
  hoursPreparation: ({ hoursPreparation }) => hoursPreparation,
  hoursDelivery: ({ hoursDelivery }) => hoursDelivery,
  hoursTravel: ({ hoursTravel }) => hoursTravel,
  totalCents: ({ totalCents }) => totalCents,
  schoolCents: ({ schoolCents }) => schoolCents,
  regionCents: ({ regionCents }) => regionCents,
  partnerCents: ({ partnerCents }) => partnerCents,
  late: ({ late }) => (late ? 'yes' : 'no'),
  feeCents: ({ feeCents }) => feeCents,
  groupsPerSector: ({ sectors }) => sectors.map(({ sector, groups }) => `${sector} ${groups}`).join(', '),
  pupilsPerSector: ({ sectors }) => sectors.map(({ sector, pupils }) => `${sector} ${pupils}`).join(', '),
  groupIds: ({ groupIds }) => groupIds.join(', '),
  locationId: ({ locationId }) => locationId,
  partnerId: ({ partnerId }) => partnerId,
  matchId: ({ matchId }) => matchId,
  schoolFit: ({ schoolFit }) => schoolFit,
  schoolAgain: ({ schoolAgain }) => schoolAgain,
  partnerFit: ({ partnerFit }) => partnerFit,
  partnerAgain: ({ partnerAgain }) => partnerAgain,
  tallyPresent: ({ tallyPresent }) => tallyPresent,
  tallyFun: ({ tallyFun }) => tallyFun,
  tallyLearned: ({ tallyLearned }) => tallyLearned,
  tallyWantMore: ({ tallyWantMore }) => tallyWantMore,
};

export function activitiesCsv(rows: readonly ActivityRowView[]): string {
  const cellsOf = Object.values(columns);
  return csvOf(
    Object.keys(columns),
    rows.map((row) => cellsOf.map((cellOf) => cellOf(row))),
  );
}
