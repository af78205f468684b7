import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';

export function OnlySignedIn() {
  const { t } = useTranslation(['appointments', 'common']);
  const { href } = useLocation();
  return (
    <Empty
      title={t('sign-in.first')}
      next={
        <LinkButton to="/inloggen" search={{ terug: href }}>
          {t('common:sign-in')}
        </LinkButton>
      }
    />
  );
}
