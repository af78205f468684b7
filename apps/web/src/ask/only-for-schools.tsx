import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';

/** What somebody sees here who is not of a school: who can, and where to go. */
export function OnlyForSchools({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation('teacher');
  const { href } = useLocation();
  return me ? (
    <Empty title={t('schools-only')} next={<LinkButton to="/">{t('to-catalogue')}</LinkButton>}>
      {t('schools-only.why')}
    </Empty>
  ) : (
    <Empty
      title={t('sign-in-first')}
      next={
        <LinkButton to="/inloggen" search={{ terug: href }}>
          {t('sign-in')}
        </LinkButton>
      }
    >
      {t('sign-in-first.why')}
    </Empty>
  );
}
