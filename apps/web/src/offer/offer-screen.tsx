import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogueOfferQuery, type CatalogueOffer } from '../api/catalogue.js';
import { useAudience } from '../catalogue/audience.js';
import { Availability } from '../catalogue/availability.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { Answered } from '../parts/answered.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { sayDuration } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { Facts, type Fact } from './facts.js';
import { NextSlots } from './next-slots.js';
import { minutesInAll, ownGroupsOf } from './own-groups.js';
import { usePrices } from './use-prices.js';
import { WaysToAsk } from './ways-to-ask.js';
import styles from './offer.module.css';

/** All that helps to choose one offer: what a visit looks like, the conditions, when there is room. */
export function OfferScreen({ offerId }: { readonly offerId: string }) {
  const { t } = useTranslation('catalogue');
  const offer = useQuery(catalogueOfferQuery(offerId));
  return (
    <Page title={offer.data?.title ?? t('offer')} intro={offer.data?.organisation.name} wide>
      <Answered query={offer} skeleton={<LinesSkeleton lines={8} />}>
        {(found) => <OfferSeen offer={found} />}
      </Answered>
    </Page>
  );
}

/** Also what a partner looks at before schools do. */
export function OfferSeen({ offer }: { readonly offer: CatalogueOffer }) {
  const { t } = useTranslation('catalogue');
  const facts = useFacts(offer);
  const visit = (['arrival', 'parking', 'safety'] as const).flatMap((part): Fact[] => {
    const text = offer.visit[part];
    return text ? [{ label: t(`visit.${part}`), text }] : [];
  });
  return (
    <div className={styles.offer}>
      <div>
        <div className={styles.kind}>
          <KindDrawing kind={offer.kind} size={72} />
          <div>
            <p>{t(`kind.${offer.kind}`)}</p>
            <Availability item={offer} />
          </div>
        </div>
        {offer.summary && <p className={styles.summary}>{offer.summary}</p>}
        <h2>{t('what-to-know')}</h2>
        <Facts facts={facts} />
        {visit.length > 0 && (
          <>
            <h2>{t('visit')}</h2>
            <Facts facts={visit} />
          </>
        )}
      </div>
      <aside className={styles.aside} aria-label={t('when')}>
        <h2>{t('when')}</h2>
        <NextSlots offer={offer} />
        <WaysToAsk offer={offer} />
      </aside>
    </div>
  );
}

function useFacts(offer: CatalogueOffer): Fact[] {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const audience = useAudience()(offer.audience);
  const where = offer.place === 'at-school' ? t('place.at-school') : (offer.town ?? t('place.online'));
  const costs = usePrices(offer);
  const own = ownGroupsOf(offer);
  const lesson = sayDuration(offer.durationMinutes, language);
  const length =
    offer.lessonsPerVisit > 1
      ? t('how-long.lessons', {
          count: offer.lessonsPerVisit,
          lesson,
          all: sayDuration(minutesInAll(offer), language),
        })
      : lesson;
  const suits = Object.entries(offer.suitability).filter(([, answer]) => answer === 'yes');
  return [
    { label: t('for-whom'), text: audience },
    { label: t('where'), text: where },
    { label: t('how-long'), text: length },
    ...(offer.pupils ? [{ label: t('pupils'), text: t('pupils.between', { ...offer.pupils }) }] : []),
    ...(own ? [{ label: t('own-groups'), text: t('own-groups.of', own) }] : []),
    { label: t('costs'), text: costs.length > 0 ? costs.join(', ') : t('costs.none') },
    { label: t('lead-time'), text: t('days', { count: offer.leadTimeDays }) },
    ...(offer.freeCancelDays === undefined
      ? []
      : [{ label: t('free-cancel'), text: t('days.before', { count: offer.freeCancelDays }) }]),
    ...(suits.length > 0
      ? [{ label: t('suits'), text: suits.map(([id]) => t(`suitability.${id as 'wheelchair'}`)).join(', ') }]
      : []),
    { label: t('vog'), text: t(`vog.${offer.vog}`) },
  ];
}
