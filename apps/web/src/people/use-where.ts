import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/me.js';
import type { PersonRole } from '../api/people.js';
import { regionOrganisationsQuery, regionSchoolsQuery } from '../api/region-names.js';
import { useChosenRegion } from '../region/chosen-region.js';

/** The name of the school, partner or region that a role is at. */
export function useWhere() {
  const region = useChosenRegion();
  const me = useQuery(meQuery).data;
  const schools = useQuery(regionSchoolsQuery(region.id)).data ?? [];
  const organisations = useQuery(regionOrganisationsQuery(region.id)).data ?? [];
  const own = [...(me?.schoolLocations ?? []), ...(me?.organisations ?? []), ...(me?.regions ?? [])];
  const names = new Map([...schools, ...organisations, ...own].map(({ id, name }) => [id, name]));
  return ({ schoolLocationId, organisationId, regionIds = [] }: PersonRole): string =>
    [schoolLocationId, organisationId, ...regionIds]
      .map((id) => (id ? names.get(id) : undefined))
      .filter(Boolean)
      .join(', ');
}
