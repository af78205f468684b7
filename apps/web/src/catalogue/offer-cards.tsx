import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueRestQuery, type CatalogueItem, type CatalogueQuestion } from '../api/catalogue.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { sayDay, saySpan } from '../say/dates.js';
import { sayDistance } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { useAudience } from './audience.js';
import { inOrder } from './order.js';
import { Availability } from './availability.js';
import styles from './catalogue.module.css';

const atOnce = 24;

interface OfferCardsProps {
  readonly items: readonly CatalogueItem[];
  readonly question?: CatalogueQuestion;
  /** Of what comes after these; null when they are all. */
  readonly next?: string | null;
}

export function OfferCards({ items, question = {}, next = null }: OfferCardsProps) {
  const { t } = useTranslation('catalogue');
  const [shown, setShown] = useState(atOnce);
  const isAtEnd = shown >= items.length;
  const rest = useQuery({ ...catalogueRestQuery(question, next), enabled: next !== null && isAtEnd });
  const all = [...inOrder(items), ...inOrder(rest.data ?? [])];
  const more = all.length - shown;
  return (
    <>
      <ul className={styles.cards}>
        {all.slice(0, shown).map((item) => (
          <li key={item.offerId}>
            <OfferCard item={item} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={styles.more}>
          <Button variant="default" onClick={() => setShown(shown + atOnce)}>
            {t('show-more', { count: Math.min(more, atOnce) })}
          </Button>
        </div>
      )}
    </>
  );
}

function OfferCard({ item }: { readonly item: CatalogueItem }) {
  const { t } = useTranslation('catalogue');
  const language = useLanguage();
  const audience = useAudience(true)(item.audience);
  const [next] = item.nextSlots;
  const where = [
    item.place === 'at-school' ? t('place.at-school') : (item.town ?? t(`place.${item.place}`)),
    ...(item.km === null ? [] : [sayDistance(item.km, language)]),
  ];
  return (
    <article className={styles.card}>
      <div className={styles.cardTop}>
        <KindDrawing kind={item.kind} size={52} />
        <p className={styles.kind}>{t(`kind.${item.kind}`)}</p>
      </div>
      <h3 className={styles.cardTitle}>
        <Link to="/aanbod/$offerId" params={{ offerId: item.offerId }}>
          {item.title}
        </Link>
      </h3>
      <p className={styles.by}>{item.organisation.name}</p>
      <p className={styles.facts}>{[audience, ...where].filter(Boolean).join(' · ')}</p>
      <div className={styles.cardEnd}>
        <Availability item={item} />
        {next && item.availability === 'free' && <span>{saySpan(next.start, next.end, language)}</span>}
        {next && item.availability === 'by-appointment' && (
          <span>{t('from-day', { day: sayDay(next.start, language) })}</span>
        )}
      </div>
    </article>
  );
}
