import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.js';
import { keepRegion, regionKept, regionOf } from './region-of.js';

/** The region that somebody with one or several works in now; empty until it is known. */
export function useChosenRegion() {
  const me = useQuery(meQuery);
  const [chosen, setChosen] = useState(regionKept);
  const region = regionOf(me.data, chosen);
  return {
    id: region?.id ?? '',
    name: region?.name ?? '',
    regions: me.data?.regions ?? [],
    choose: (id: string) => {
      keepRegion(id);
      setChosen(id);
    },
  };
}

/** Only for whom has several. */
export function RegionChooser({ of }: { readonly of: ReturnType<typeof useChosenRegion> }) {
  const { t } = useTranslation();
  if (of.regions.length < 2) return null;
  return (
    <NativeSelect
      label={t('nav.region')}
      className="not-printed"
      value={of.id}
      onChange={({ currentTarget }) => of.choose(currentTarget.value)}
      data={of.regions.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
