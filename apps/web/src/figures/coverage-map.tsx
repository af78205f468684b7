import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-views.js';
import { schoolPoints } from './coverage-points.js';
import styles from './figures.module.css';

const [width, height, margin] = [640, 560, 56];

/** Every school where it lies: filled when it had something, open when it had nothing. The list beside it says the same. */
export function CoverageMap({ locations }: { readonly locations: Report['locations']['all'] }) {
  const { t } = useTranslation('reader');
  const { points, towns } = schoolPoints(locations, width, height, margin);
  const count = (had: string) => points.filter((point) => point.had === had).length;
  if (points.length === 0) return <p>{t('map.unknown')}</p>;
  return (
    <figure className={styles.map}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('map', { something: count('something'), nothing: count('nothing') + count('planned') })}
      >
        {points.map(({ id, name, x, y, had }) => (
          <g key={id} data-had={had}>
            <title>{`${name}: ${t(`had.${had}`)}`}</title>
            {had === 'nothing' ? (
              <rect x={x - 7} y={y - 7} width={14} height={14} />
            ) : (
              <circle cx={x} cy={y} r={7} />
            )}
          </g>
        ))}
        {towns.map(({ name, x, y }) => (
          <text key={name} x={x} y={y} textAnchor="middle">
            {name}
          </text>
        ))}
      </svg>
      <figcaption>
        {(['something', 'planned', 'nothing'] as const).map((had) => (
          <span key={had} data-had={had}>
            <svg width={20} height={20} aria-hidden>
              {had === 'nothing' ? (
                <rect x={3} y={3} width={14} height={14} />
              ) : (
                <circle cx={10} cy={10} r={7} />
              )}
            </svg>
            {t(`had.${had}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
