import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api/catalogue.js';
import type { Preferred } from './wish.js';
import styles from './ask.module.css';

interface PreferredChoiceProps {
  readonly themes: readonly string[];
  readonly preferred: readonly Preferred[];
  readonly onChange: (preferred: Preferred[]) => void;
}

const most = 3;

/** Up to three activities or partners that one would like best: of the theme that is chosen. */
export function PreferredChoice({ themes, preferred, onChange }: PreferredChoiceProps) {
  const { t } = useTranslation('teacher');
  const [theme] = themes;
  const { data } = useQuery(catalogueQuery(theme ? { theme } : {}));
  const items = data?.items ?? [];
  const partners = [...new Map(items.map(({ organisation }) => [organisation.id, organisation.name]))];
  const known = new Set(preferred.map(({ offerId, organisationId }) => offerId ?? organisationId));
  const add = (value: string) => {
    const [what, id = ''] = value.split(/ (.*)/);
    if (what === 'offer')
      onChange([
        ...preferred,
        { offerId: id, title: items.find((item) => item.offerId === id)?.title ?? '' },
      ]);
    if (what === 'partner')
      onChange([...preferred, { organisationId: id, title: new Map(partners).get(id) ?? '' }]);
  };
  return (
    <div>
      {preferred.length > 0 && (
        <>
          <p className={styles.label}>{t('more.preferred')}</p>
          <ul className={styles.preferred}>
            {preferred.map((one) => (
              <li key={one.offerId ?? one.organisationId}>
                <span>{one.title || t('more.preferred.unknown')}</span>
                <Button
                  variant="subtle"
                  aria-label={t('more.preferred.without', { title: one.title })}
                  onClick={() => onChange(preferred.filter((each) => each !== one))}
                >
                  {t('take-away')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {preferred.length < most && (
        <NativeSelect
          label={t('more.preferred.add')}
          value=""
          onChange={({ currentTarget }) => add(currentTarget.value)}
          data={[
            { value: '', label: t('more.preferred.none') },
            {
              group: t('more.preferred.partners'),
              items: partners
                .filter(([id]) => !known.has(id))
                .map(([id, name]) => ({ value: `partner ${id}`, label: name })),
            },
            {
              group: t('more.preferred.offers'),
              items: items
                .filter(({ offerId }) => !known.has(offerId))
                .map(({ offerId, title, organisation }) => ({
                  value: `offer ${offerId}`,
                  label: `${title} (${organisation.name})`,
                })),
            },
          ]}
        />
      )}
    </div>
  );
}
