import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';

/** What somebody sees here who is not of a partner: who can, and where to go. */
export function OnlyForPartners({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation(['partner', 'common']);
  const { href } = useLocation();
  return me ? (
    <Empty title={t('partners-only')} next={<LinkButton to="/">{t('common:to-catalogue')}</LinkButton>}>
      {t('partners-only.why')}
    </Empty>
  ) : (
    <Empty
      title={t('sign-in-first')}
      next={
        <LinkButton to="/inloggen" search={{ terug: href }}>
          {t('common:sign-in')}
        </LinkButton>
      }
    />
  );
}

export const isPartner = (me: Pick<Me, 'organisations'> | null): boolean =>
  (me?.organisations.length ?? 0) > 0;
