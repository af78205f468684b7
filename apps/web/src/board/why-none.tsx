import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhyNone as Why } from '../api/board.js';
import { offerSeenQuery, regionOrganisationsQuery } from '../api/region-names.js';
import { Notice } from '../parts/notice.js';
import { useChosenRegion } from '../region/chosen-region.js';
import { sayDay, sayTime } from '../say/dates.js';
import { sayList, sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import type { Asked } from './asked.js';
import { mayPass, slotNamed } from './reasons.js';
import styles from './board.module.css';

interface WhyNoneProps {
  readonly why: Why | undefined;
  readonly onAsk: (asked: Asked) => void;
}

/** What stands in the way, the most frequent first, and what came nearest. */
export function WhyNone({ why, onAsk }: WhyNoneProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const nearest = oneEachOffer(why?.nearest ?? []);
  return (
    <section>
      <Notice
        tone="sky"
        title={t('none', {
          count: why?.considered ?? 0,
          considered: sayNumber(why?.considered ?? 0, language),
        })}
      />
      {why && (
        <ul className={styles.failures}>
          {why.failures.slice(0, 4).map(({ condition, sentence }) => (
            <li key={condition}>{sentence[language]}</li>
          ))}
        </ul>
      )}
      {nearest.length > 0 && (
        <>
          <h3>{t('nearest')}</h3>
          <ul className={styles.nearest}>
            {nearest.map((miss) => (
              <li key={miss.slotId}>
                <NearMiss miss={miss} onAsk={onAsk} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Button onClick={() => onAsk({ what: 'call' })}>{t('call.open')}</Button>
      </p>
    </section>
  );
}

type Miss = Why['nearest'][number];

/** Three moments of one offer say the same thing three times. */
function oneEachOffer(misses: readonly Miss[]): readonly Miss[] {
  const seen = new Set<string>();
  return misses.filter(({ slotId }) => {
    const { offerId } = slotNamed(slotId);
    return !seen.has(offerId) && seen.add(offerId);
  });
}

function NearMiss({ miss, onAsk }: { readonly miss: Miss; readonly onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { offerId, start } = slotNamed(miss.slotId);
  const { id: regionId } = useChosenRegion();
  const offer = useQuery(offerSeenQuery(offerId)).data;
  const organisations = useQuery(regionOrganisationsQuery(regionId)).data ?? [];
  const partner = organisations.find(({ id }) => id === offer?.organisationId)?.name;
  return (
    <div className={styles.miss}>
      <div>
        <strong>{offer?.title ?? '…'}</strong>
        <span>
          {[partner, start && `${sayDay(start, language)}, ${sayTime(start, language)}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span>
          {t('nearest.but', {
            why: sayList(
              miss.failed.map((condition) => sayCondition(t, condition, miss.by)),
              language,
            ),
          })}
        </span>
      </div>
      {mayPass(miss.failed) && (
        <Button variant="default" onClick={() => onAsk({ what: 'despite', miss })}>
          {t('despite.open')}
        </Button>
      )}
    </div>
  );
}

type T = ReturnType<typeof useTranslation<'coordinator'>>['t'];

const conditions = [
  'place',
  'kind',
  'lead-time',
  'group-size',
  'cost',
  'time',
  'audience',
  'suitability',
  'theme',
  'distance',
  'capacity',
  'vog',
  'school-closed',
] as const;

/** "3 dagen ernaast", "8 km te ver": the condition in words, with how far it is off where that is told. */
export function sayCondition(t: T, condition: string, by: Miss['by']): string {
  if (condition === 'time' && by['days']) return t('miss.days', { count: by['days'] });
  if (condition === 'time' && by['minutes']) return t('miss.minutes', { count: by['minutes'] });
  if (condition === 'distance' && by['km']) return t('miss.km', { km: Math.ceil(by['km']) });
  const known = conditions.find((each) => each === condition);
  return known ? t(`miss.${known}`) : t('miss.other');
}
