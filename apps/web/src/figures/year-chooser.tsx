import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { schoolYearsAround } from '../say/school-year.js';

interface YearChooserProps {
  readonly year: string;
  readonly onChoose: (year: string) => void;
}

export function YearChooser({ year, onChoose }: YearChooserProps) {
  const { t } = useTranslation('reader');
  const years = schoolYearsAround(useToday()).map(({ id }) => id);
  return (
    <NativeSelect
      label={t('year')}
      className="not-printed"
      value={year}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[...new Set([...years, year])].map((id) => ({ value: id, label: id.replace('-', '–') }))}
    />
  );
}
