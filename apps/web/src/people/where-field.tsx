import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, type Role } from '../api/me.js';
import { regionOrganisationsQuery, regionSchoolsQuery } from '../api/region-names.js';
import { useChosenRegion } from '../region/chosen-region.js';
import { whereOf } from './roles.js';

interface WhereFieldProps {
  readonly role: Role;
  readonly field: object;
}

/** The school, partner or region of a role, from those that one looks after. */
export function WhereField({ role, field }: WhereFieldProps) {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const me = useQuery(meQuery).data;
  const isOfRegion = region.id !== '' && (me?.roles.some((own) => own.role === 'coordinator') ?? false);
  const schools = useQuery({ ...regionSchoolsQuery(region.id), enabled: isOfRegion }).data;
  const organisations = useQuery({ ...regionOrganisationsQuery(region.id), enabled: isOfRegion }).data;
  const where = whereOf[role];
  if (where === undefined) return null;
  const places = {
    school: schools ?? me?.schoolLocations ?? [],
    organisation: (organisations ?? me?.organisations ?? []).filter(
      (each) => !('kind' in each) || each.kind !== 'school',
    ),
    region: me?.regions ?? [],
  }[where];
  return (
    <Select
      label={t(`invite.where.${where}`)}
      required
      searchable
      size="md"
      nothingFoundMessage={t('invite.where.none')}
      data={places.map(({ id, name }) => ({ value: id, label: name }))}
      {...field}
    />
  );
}
