import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewQuery, type RequestBody } from '../api/requests.js';
import { saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './ask.module.css';

interface FitsProps {
  /** Nothing before a theme and a group are chosen. */
  readonly asked: RequestBody | undefined;
}

const [settled, near] = [400, 10];

/** "12 passen, 3 binnen 10 km", and which wish costs most; comes when it comes and holds nothing up. */
export function Fits({ asked }: FitsProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const [body] = useDebouncedValue(asked, settled);
  const isWider = (body?.maxDistanceKm ?? Infinity) > near;
  const preview = useQuery(previewQuery(body));
  const close = useQuery(previewQuery(body && isWider ? { ...body, maxDistanceKm: near } : undefined));
  const { data } = preview;
  const [wish] = data?.wishes ?? [];
  return (
    <div className={styles.fits} aria-busy={undefined} data-stale={preview.isFetching}>
      <p role="status" className={styles.count}>
        {!asked && t('fits.choose')}
        {asked && !data && !preview.isError && t('fits.looking')}
        {asked && !data && preview.isError && t('fits.unknown')}
        {asked && data && t('fits.many', { count: data.fitting })}
        {asked && data && data.fitting > 0 && isWider && close.data && (
          <>
            {' '}
            {close.data.fitting === data.fitting
              ? t('fits.all-near', { km: near })
              : t('fits.near', { count: close.data.fitting, km: near })}
          </>
        )}
      </p>
      {asked && wish && <p className={styles.wish}>{wish.sentence[language]}</p>}
      {asked && data?.fitting === 0 && !wish && <p className={styles.wish}>{t('fits.none')}</p>}
      {asked && data?.best[0] && (
        <p className={styles.hint}>
          {t('fits.example', {
            title: data.best[0].title,
            when: saySpan(data.best[0].start, data.best[0].end, language),
          })}
        </p>
      )}
    </div>
  );
}
