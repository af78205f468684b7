import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, type Role } from '../api/me.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';

interface OnlyForProps {
  readonly roles: readonly Role[];
  /** Of the place in the navigation. */
  readonly place:
    | 'nav.board'
    | 'nav.inbox'
    | 'nav.rounds'
    | 'nav.unmet'
    | 'nav.people'
    | 'nav.region'
    | 'nav.figures'
    | 'nav.operations';
  readonly children: ReactNode;
}

/** The screen for whoever has one of these roles; for others who can, and where to go. */
export function OnlyFor({ roles, place, children }: OnlyForProps) {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  if (me.data?.roles.some(({ role }) => roles.some((each) => each === role))) return children;
  return (
    <Page title={t(place)}>
      <Answered query={me} skeleton={<RowsSkeleton />}>
        {(who) => (
          <Suspense fallback={<RowsSkeleton />}>
            <Nobody isKnown={who !== null} />
          </Suspense>
        )}
      </Answered>
    </Page>
  );
}

function Nobody({ isKnown }: { readonly isKnown: boolean }) {
  const { t } = useTranslation(['sign-in', 'common']);
  const { href } = useLocation();
  return isKnown ? (
    <Empty title={t('only.others')} next={<LinkButton to="/">{t('common:to-catalogue')}</LinkButton>}>
      {t('only.others.why')}
    </Empty>
  ) : (
    <Empty
      title={t('only.first')}
      next={
        <LinkButton to="/inloggen" search={{ terug: href }}>
          {t('common:sign-in')}
        </LinkButton>
      }
    >
      {t('only.first.why')}
    </Empty>
  );
}
