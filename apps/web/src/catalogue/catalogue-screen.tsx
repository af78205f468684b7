import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api/catalogue.js';
import { taxonomyQuery } from '../api/facts.js';
import { Answered } from '../parts/answered.js';
import { Page } from '../parts/page.js';
import { CardsSkeleton } from '../parts/skeletons.js';
import { Filters } from './filters.js';
import { Found } from './found.js';
import { NothingFound } from './nothing-found.js';
import { OfferCards } from './offer-cards.js';
import type { CatalogueSearch } from './search.js';
import { Worlds } from './worlds.js';
import styles from './catalogue.module.css';

const OfferMap = lazy(async () => ({ default: (await import('./offer-map.js')).OfferMap }));

/** What there is to choose from, for anyone. Everything chosen stands in the address. */
export function CatalogueScreen({ search }: { readonly search: CatalogueSearch }) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate({ from: '/' });
  const { view, ...question } = search;
  const found = useQuery(catalogueQuery(question));
  const taxonomy = useQuery(taxonomyQuery);
  const choose = (changes: Partial<CatalogueSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), resetScroll: false });
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      <Worlds taxonomy={taxonomy.data} chosen={search.theme} onChoose={(theme) => choose({ theme })} />
      <Filters
        key={JSON.stringify(question)}
        search={search}
        sectors={taxonomy.data?.sectors}
        onChoose={choose}
      />
      <Answered query={found} skeleton={<CardsSkeleton className={styles.cards ?? ''} />}>
        {({ items, next }) => (
          <div data-stale={found.isPlaceholderData} className={styles.results}>
            <Found
              count={items.length}
              isAll={next === null}
              view={view}
              onView={(next) => choose({ view: next })}
            />
            {items.length === 0 ? (
              <NothingFound search={search} onClear={() => void navigate({ search: {} })} />
            ) : view === 'map' ? (
              <Suspense fallback={<div className={styles.mapSpace} />}>
                <OfferMap items={items} near={search.near} />
              </Suspense>
            ) : (
              <OfferCards key={JSON.stringify(question)} items={items} question={question} next={next} />
            )}
          </div>
        )}
      </Answered>
    </Page>
  );
}
