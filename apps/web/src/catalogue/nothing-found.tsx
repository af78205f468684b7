import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.js';
import type { CatalogueSearch } from './search.js';

interface NothingFoundProps {
  readonly search: CatalogueSearch;
  readonly onClear: () => void;
}

export function NothingFound({ search, onClear }: NothingFoundProps) {
  const { t } = useTranslation('catalogue');
  const { view: _view, ...chosen } = search;
  if (Object.keys(chosen).length === 0) return <Empty title={t('none-yet')}>{t('none-yet.now')}</Empty>;
  return (
    <Empty title={t('none-fit')} next={<Button onClick={onClear}>{t('show-all')}</Button>}>
      {t('none-fit.now')}
    </Empty>
  );
}
