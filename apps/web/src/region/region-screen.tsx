import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../parts/link-button.js';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api/catalogue.js';
import { regionQuery } from '../api/facts.js';
import { OfferCards } from '../catalogue/offer-cards.js';
import styles from '../catalogue/catalogue.module.css';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';
import { CardsSkeleton, LinesSkeleton } from '../parts/skeletons.js';

/** What anybody may know of a region, and what it offers. */
export function RegionScreen({ regionId }: { readonly regionId: string }) {
  const { t } = useTranslation('catalogue');
  const region = useQuery(regionQuery(regionId));
  const offers = useQuery(catalogueQuery({ region: regionId }));
  return (
    <Page title={region.data?.name ?? t('region')} wide>
      <Answered query={region} skeleton={<LinesSkeleton lines={2} />}>
        {({ municipalities }) => <p>{t('region.about', { count: municipalities })}</p>}
      </Answered>
      <p>
        <LinkButton to="/">{t('region.to-catalogue')}</LinkButton>
      </p>
      <h2>{t('region.offers')}</h2>
      <Answered query={offers} skeleton={<CardsSkeleton className={styles.cards ?? ''} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none-yet')}>{t('none-yet.now')}</Empty>
          ) : (
            <OfferCards items={items} />
          )
        }
      </Answered>
    </Page>
  );
}
