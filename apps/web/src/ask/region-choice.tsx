import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { regionQuery } from '../api/facts.js';

interface RegionChoiceProps extends Omit<NativeSelectProps, 'data' | 'label' | 'description'> {
  readonly regionIds: readonly string[];
}

/** In which region it is, of a school that takes part in several. */
export function RegionChoice({ regionIds, ...field }: RegionChoiceProps) {
  const { t } = useTranslation('teacher');
  const regions = useQueries({ queries: regionIds.map((id) => regionQuery(id)) });
  if (regionIds.length < 2) return null;
  return (
    <NativeSelect
      label={t('ask.region')}
      description={t('ask.region.hint')}
      data={regionIds.map((id, i) => ({ value: id, label: regions[i]?.data?.name ?? id }))}
      {...field}
    />
  );
}
