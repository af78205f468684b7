import { useTranslation } from 'react-i18next';
import { Empty } from './empty.js';
import { Page } from './page.js';

/** A place in the navigation whose screen is not there yet. */
export function ToCome({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <Empty title={t('to-come')} />
    </Page>
  );
}
