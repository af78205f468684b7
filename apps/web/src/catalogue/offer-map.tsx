import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueItem } from '../api/catalogue.js';
import { labelsOf, radiusOf } from './map-labels.js';
import { mapOf } from './map-points.js';
import { inOrder } from './order.js';
import styles from './map.module.css';

interface OfferMapProps {
  readonly items: readonly CatalogueItem[];
  readonly near: string | undefined;
}

const [width, height, margin] = [800, 560, 70];

/** Where it is given or comes from: a dot per town, as large as its offers are many; beside it the same as a list. */
export function OfferMap({ items, near }: OfferMapProps) {
  const { t } = useTranslation('catalogue');
  const { towns, perKm } = mapOf(items, width, height, margin);
  const [chosen, setChosen] = useState(towns[0]?.name);
  const labels = labelsOf(towns);
  const scale = perKm > 12 ? 5 : 10;
  const shown = towns.find(({ name }) => name === chosen) ?? towns[0];
  return (
    <div className={styles.map}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.picture}
        role="img"
        aria-label={t('map', { count: items.length, towns: towns.length })}
      >
        {towns.map((town) => (
          <g key={town.name} data-chosen={town === shown} onClick={() => setChosen(town.name)}>
            <circle cx={town.x} cy={town.y} r={radiusOf(town)} />
            <text x={town.x} y={town.y + 6} className={styles.count}>
              {town.offers.length}
            </text>
          </g>
        ))}
        {towns.map(({ name }) => {
          const { x, y, anchor } = labels.get(name) ?? { x: 0, y: 0, anchor: 'middle' };
          return (
            <text key={name} x={x} y={y} textAnchor={anchor}>
              {name}
            </text>
          );
        })}
        <g className={styles.scale}>
          <path d={`M24 ${height - 24}h${scale * perKm}`} />
          <text className={styles.middle} x={24 + (scale * perKm) / 2} y={height - 34}>
            {scale} km
          </text>
        </g>
      </svg>
      <div>
        <label className={styles.town}>
          {t('map.town')}
          <select value={shown?.name ?? ''} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {towns
              .toSorted((a, b) => a.name.localeCompare(b.name))
              .map(({ name, offers }) => (
                <option key={name} value={name}>
                  {name} ({offers.length})
                </option>
              ))}
          </select>
        </label>
        <ul className={styles.offers} aria-live="polite">
          {inOrder(shown?.offers ?? []).map(({ offerId, title, organisation }) => (
            <li key={offerId}>
              <Link to="/aanbod/$offerId" params={{ offerId }}>
                {title}
              </Link>
              <span>{organisation.name}</span>
            </li>
          ))}
        </ul>
        {near && <p className={styles.note}>{t('map.near', { near })}</p>}
      </div>
    </div>
  );
}
