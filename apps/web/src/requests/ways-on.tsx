import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { previewQuery, type Request, type RequestBody } from '../api/requests.js';
import { Skeleton } from '@mantine/core';
import { useLanguage } from '../words/use-language.js';
import styles from './requests.module.css';

/** Why there is nothing yet, and what would help: a wider wish, the catalogue, the coordinator. */
export function WaysOn({ request }: { readonly request: Request }) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { data, isPending } = useQuery(previewQuery(bodyOf(request)));
  const [theme] = request.themes;
  return (
    <section className={styles.section}>
      <h2>{t(request.state === 'unmet' ? 'ways.unmet' : 'ways.open')}</h2>
      {isPending && <Skeleton height={48} />}
      {data && (
        <div className={styles.ways}>
          <p>{data.fitting > 0 ? t('ways.fit', { count: data.fitting }) : t('ways.none')}</p>
          {data.wishes.length > 0 && (
            <>
              <p>{t('ways.wider')}</p>
              <ul>
                {data.wishes.slice(0, 3).map(({ wish, sentence }) => (
                  <li key={wish}>{sentence[language]}</li>
                ))}
              </ul>
            </>
          )}
          <p>
            <Link to="/" search={theme ? { theme } : {}}>
              {t('ways.catalogue')}
            </Link>{' '}
            {t('ways.catalogue.why')}
          </p>
          <p>{t('ways.call')}</p>
        </div>
      )}
    </section>
  );
}

/** The same again, as if it were sent now. */
function bodyOf(request: Request): RequestBody {
  const { schoolLocationId, regionId, kind, themes, goals, windows, places, maxDistanceKm } = request;
  return {
    ...{ schoolLocationId, regionId, kind, themes: [...themes], goals: [...goals] },
    windows: [...windows],
    groups: request.groups.map(({ groupId }) => ({ groupId })),
    places: [...places],
    ...(maxDistanceKm === undefined ? {} : { maxDistanceKm }),
    ...(request.maxCostCents === undefined ? {} : { maxCostCents: request.maxCostCents }),
    preferred: [...request.preferred],
    suitability: [...request.suitability] as NonNullable<RequestBody['suitability']>,
  };
}
