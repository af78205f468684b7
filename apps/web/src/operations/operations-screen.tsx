import { useTranslation } from 'react-i18next';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { Audit } from './audit.js';
import { Backups } from './backups.js';
import { HealthOfServices } from './health.js';
import { ParkedEvents } from './parked-events.js';
import { Tokens } from './tokens.js';

/** What keeps the whole thing going. */
export function OperationsScreen({ search }: { readonly search: { readonly object?: string } }) {
  const { t } = useTranslation('operator');
  return (
    <Page
      title={t('operations')}
      wide
      action={
        <LinkButton variant="default" to="/invoer">
          {t('imports')}
        </LinkButton>
      }
    >
      <HealthOfServices />
      <ParkedEvents />
      <Backups />
      <Tokens />
      <Audit object={search.object} />
    </Page>
  );
}
