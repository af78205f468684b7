import { LinkButton } from '../parts/link-button.js';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('not-found.title')}>
      <Empty title={t('not-found.what')} next={<LinkButton to="/">{t('to-catalogue')}</LinkButton>}>
        {t('not-found.now')}
      </Empty>
    </Page>
  );
}
