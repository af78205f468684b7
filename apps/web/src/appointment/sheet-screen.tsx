import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sheetQuery, type VisitSheet } from '../api/matches.js';
import { Facts, type Fact } from '../offer/facts.js';
import { SignedIn } from './signed-in.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { sayDistance } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { QrCode } from './qr-code.js';
import styles from './sheet.module.css';

/** The draaiboek: what everyone needs on the day, on one printed page. */
export function SheetScreen(props: { readonly id: string }) {
  const { t } = useTranslation('appointments');
  return (
    <SignedIn title={t('sheet')}>
      <SheetShown {...props} />
    </SignedIn>
  );
}

function SheetShown({ id }: { readonly id: string }) {
  const { t } = useTranslation('appointments');
  const sheet = useQuery(sheetQuery(id));
  return (
    <Page
      title={t('sheet')}
      intro={sheet.data?.title}
      action={
        <div className={`${styles.buttons} not-printed`}>
          <LinkButton to="/afspraken/$matchId" params={{ matchId: id }} variant="subtle">
            {t('back-to-appointment')}
          </LinkButton>
          <Button leftSection={<IconPrinter aria-hidden size={20} />} onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        </div>
      }
    >
      <Answered query={sheet} skeleton={<LinesSkeleton lines={12} />}>
        {(found) => <Sheet sheet={found} />}
      </Answered>
    </Page>
  );
}

function Sheet({ sheet }: { readonly sheet: VisitSheet }) {
  const { t } = useTranslation('appointments');
  const language = useLanguage();
  const { place, school, partner, sessions, groups } = sheet;
  const person = ({ contact, name }: VisitSheet['school']) =>
    contact ? `${name}\n${contact.name}${contact.phone ? `, ${contact.phone}` : ''}\n${contact.email}` : name;
  const groupOf = ({ name, pupils }: VisitSheet['groups'][number]) =>
    `${name} (${t('pupils', { count: pupils })})`;
  const facts: Fact[] = [
    {
      label: t('when'),
      text:
        sessions.length > 1
          ? sessions.map((one) => `${one.said[language]}: ${one.groups.map(groupOf).join(', ')}`).join('\n')
          : sheet.when.said[language],
    },
    {
      label: t('where'),
      text: [
        place.said[language],
        ...(place.travel ? [t('travel', { km: sayDistance(place.travel.km, language) })] : []),
      ].join('\n'),
    },
    { label: t('groups'), text: groups.map(groupOf).join(', ') },
    { label: t('side.school'), text: person(school) },
    { label: t('side.partner'), text: person(partner) },
    ...(sheet.adultsNeeded > 0
      ? [{ label: t('adults'), text: t('adults.needed', { count: sheet.adultsNeeded }) }]
      : []),
    ...(['arrival', 'parking', 'host', 'safety'] as const).flatMap((part) => {
      const text = sheet[part];
      return text ? [{ label: t(`sheet.${part}`), text }] : [];
    }),
    { label: t('costs'), text: sheet.costs.said[language] },
  ];
  return (
    <div className={styles.sheet}>
      {!sheet.exact && <Notice tone="sky" title={t('sheet.not-agreed')} />}
      <Facts facts={facts} />
      {[...sheet.expectations, ...sheet.warnings].length > 0 && (
        <>
          <h2>{t('sheet.agree')}</h2>
          <ul className={styles.list}>
            {[...sheet.expectations, ...sheet.warnings].map(({ nl, en }) => (
              <li key={nl}>{language === 'nl' ? nl : en}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.hands}>
        <QrCode
          text={`${window.location.origin}/afspraken/${sheet.matchId}/handen`}
          label={t('sheet.code')}
        />
        <div>
          <h2>{t('hands.title')}</h2>
          <p>{t('sheet.hands')}</p>
        </div>
      </div>
    </div>
  );
}
