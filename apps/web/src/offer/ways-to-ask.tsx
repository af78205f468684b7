import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../parts/link-button.js';
import { useTranslation } from 'react-i18next';
import type { CatalogueOffer } from '../api/catalogue.js';
import { meQuery } from '../api/me.js';
import styles from './offer.module.css';

/** How one gets this: at the partner's own site, after signing in, or (a school) by asking or booking here. */
export function WaysToAsk({ offer }: { readonly offer: CatalogueOffer }) {
  const { t } = useTranslation('catalogue');
  const { data: me } = useQuery(meQuery);
  if (offer.bookVia === 'own-site' && offer.bookUrl)
    return (
      <div className={styles.ways}>
        <Button component="a" href={offer.bookUrl} rel="noreferrer">
          {t('book-at-own-site')}
        </Button>
      </div>
    );
  if (me && me.schoolLocations.length === 0) return null;
  if (me)
    return (
      <div className={styles.ways}>
        {offer.promise === 'firm' && (offer.nextSlots.length > 0 || offer.fullSlots.length > 0) && (
          <LinkButton to="/aanbod/$offerId/boek" params={{ offerId: offer.offerId }} fullWidth mb={12}>
            {t(offer.nextSlots.length > 0 ? 'book' : 'join-waiting-list')}
          </LinkButton>
        )}
        <LinkButton
          to="/aanvragen/nieuw"
          search={{ aanbod: offer.offerId }}
          variant={offer.promise === 'firm' ? 'default' : 'filled'}
          fullWidth
        >
          {t('ask-this')}
        </LinkButton>
        <p>{t(`ask-this.${offer.nextSlots.length === 0 ? 'none' : offer.promise}`)}</p>
      </div>
    );
  return (
    <div className={styles.ways}>
      <LinkButton to="/inloggen" search={{ terug: `/aanbod/${offer.offerId}` }} fullWidth>
        {t('sign-in-to-ask')}
      </LinkButton>
      <p>{t('sign-in-to-ask.why')}</p>
    </div>
  );
}
