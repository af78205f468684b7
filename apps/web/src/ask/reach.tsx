import { Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api/catalogue.js';
import type { SchoolLocation } from '../api/schools.js';
import { sayDistance } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { dotsAround, named } from './reach-map.js';
import { anyDistance } from './wish.js';
import styles from './ask.module.css';

interface ReachProps {
  readonly school: SchoolLocation;
  readonly themes: readonly string[];
  readonly km: number;
  readonly onChange: (km: number) => void;
}

const [smallest, step] = [5, 5];

/** How far one wants to travel: a slider, and the circle it means around the school. */
export function Reach({ school, themes, km, onChange }: ReachProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const say = (value: number) => (value >= anyDistance ? t('reach.any') : sayDistance(value, language));
  return (
    <div className={styles.reach}>
      <div className={styles.slider}>
        <p className={styles.km}>{say(km)}</p>
        <Slider
          thumbLabel={t('ask.reach')}
          thumbProps={{ 'aria-valuetext': say(km) }}
          min={smallest}
          max={anyDistance}
          step={step}
          label={null}
          size="lg"
          thumbSize={28}
          value={km}
          onChange={onChange}
        />
        <p className={styles.hint}>{t('reach.hint')}</p>
      </div>
      {school.location && <ReachMap at={school.location} name={school.name} theme={themes[0]} km={km} />}
    </div>
  );
}

interface ReachMapProps {
  readonly at: { readonly lat: number; readonly lon: number };
  readonly name: string;
  readonly theme: string | undefined;
  readonly km: number;
}

function ReachMap({ at, name, theme, km }: ReachMapProps) {
  const { t } = useTranslation('teacher');
  const { data } = useQuery(catalogueQuery(theme ? { theme } : {}));
  const most = Math.min(Math.max(20, km * 1.35), anyDistance);
  const places = (data?.items ?? []).flatMap(({ town, point, place }) =>
    town && point && place === 'at-partner' ? [{ name: town, point }] : [],
  );
  const dots = dotsAround(at, places, most);
  const within = dots.filter((dot) => dot.km <= km);
  const unit = most / 100;
  const shown = named(dots, 7 * unit);
  return (
    <svg
      viewBox={`${-most} ${-most * 0.72} ${2 * most} ${1.44 * most}`}
      role="img"
      aria-label={t('reach.map', { count: within.reduce((sum, { count }) => sum + count, 0), km })}
      className={styles.map}
    >
      {km < anyDistance && <circle r={km} className={styles.circle} strokeWidth={unit} />}
      {dots.map((dot) => (
        <g key={dot.name} data-within={dot.km <= km}>
          <circle cx={dot.x} cy={dot.y} r={(1.6 + Math.sqrt(dot.count)) * unit} />
          {shown.has(dot.name) && (
            <text x={dot.x} y={dot.y - 5 * unit} fontSize={6 * unit} strokeWidth={1.5 * unit}>
              {dot.name}
            </text>
          )}
        </g>
      ))}
      <path className={styles.school} transform={`scale(${unit})`} d="M-5 5V-1L0-5.5 5-1V5H1.5V1h-3v4Z">
        <title>{name}</title>
      </path>
    </svg>
  );
}
