import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery, type Me } from '../api/me.js';
import { useNow } from '../api/now.js';
import { ownOffersQuery, type Offer } from '../api/offers.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { OnlyForPartners, isPartner } from './only-for-partners.js';
import { OrganisationPause } from './organisation-pause.js';
import styles from './offers.module.css';

/** What the own organisation offers, and when it wants nothing for a while. */
export function MyOffersScreen() {
  const { t } = useTranslation(['partner', 'common']);
  const me = useQuery(meQuery);
  const offers = useQuery({ ...ownOffersQuery, enabled: me.data != null });
  const mayAdd = isPartner(me.data ?? null);
  return (
    <Page
      title={t('common:nav.offers')}
      wide
      action={mayAdd && <LinkButton to="/mijn-aanbod/nieuw">{t('new')}</LinkButton>}
    >
      {me.data !== undefined && !mayAdd ? (
        <OnlyForPartners me={me.data} />
      ) : (
        <Answered query={offers} skeleton={<RowsSkeleton rows={4} />}>
          {(found) => <Offers offers={found} me={me.data ?? null} />}
        </Answered>
      )}
    </Page>
  );
}

function Offers({ offers, me }: { readonly offers: readonly Offer[]; readonly me: Me | null }) {
  const { t } = useTranslation('partner');
  const inState = (state: Offer['state']) => offers.filter((offer) => offer.state === state);
  const withdrawn = inState('withdrawn');
  return (
    <>
      {offers.length === 0 && (
        <Empty title={t('none')} next={<LinkButton to="/mijn-aanbod/nieuw">{t('new')}</LinkButton>}>
          {t('none.now')}
        </Empty>
      )}
      <Lines title={t('state.draft')} offers={inState('draft')} />
      <Lines title={t('state.published')} offers={inState('published')} />
      {withdrawn.length > 0 && (
        <details className={styles.rare}>
          <summary>{t('withdrawn', { count: withdrawn.length })}</summary>
          <Lines offers={withdrawn} />
        </details>
      )}
      {me?.organisations.map(({ id, name }) => (
        <OrganisationPause key={id} id={id} name={name} me={me} />
      ))}
    </>
  );
}

function Lines({ title, offers }: { readonly title?: string; readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <section className={styles.section}>
      {title && <h2>{title}</h2>}
      <ul className={styles.lines}>
        {offers.map((offer) => (
          <Line key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Line({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const now = useNow();
  const { id, title, kind, promise, state, slots } = offer;
  const open = slots.filter(({ start, free }) => free > 0 && Date.parse(start) > Date.parse(now));
  const [next] = open;
  return (
    <li className={styles.line}>
      <KindDrawing kind={kind} size={44} />
      <div>
        <h3>
          <Link to="/mijn-aanbod/$offerId" params={{ offerId: id }}>
            {title}
          </Link>
        </h3>
        <p className={styles.quiet}>{t(`promise.${promise}.short`)}</p>
      </div>
      <p className={styles.next}>
        {state !== 'withdrawn' && next && (
          <>
            {t('moments.count', { count: open.length })}
            <br />
            {t('moments.first', { when: saySpan(next.start, next.end, language) })}
          </>
        )}
        {state !== 'withdrawn' && !next && <strong className={styles.sun}>{t('moments.none.short')}</strong>}
        {state === 'withdrawn' && t('state.withdrawn')}
      </p>
    </li>
  );
}
