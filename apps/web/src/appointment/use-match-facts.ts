import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import type { Match, VisitSheet } from '../api/matches.js';
import type { Fact } from '../offer/facts.js';
import { sayDay, saySpan } from '../say/dates.js';
import { sayList } from '../say/language.js';
import { sayDistance, sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import { lastsUntilStart } from './story.js';

/** Says the facts of an appointment. */
export function useMatchFacts() {
  const { t } = useTranslation(['appointments', 'catalogue']);
  const language = useLanguage();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const times = (sessions: Match['sessions']) =>
    sessions.map(({ start, end }) => saySpan(start, end, language)).join('\n');
  const costs = ({ totalCents, schoolCents, regionCents, partnerCents }: Match['costs']) => {
    if (totalCents === 0) return t('costs.none');
    const shares = [
      t('costs.school', { money: sayMoney(schoolCents, language) }),
      ...(regionCents > 0 ? [t('costs.region', { money: sayMoney(regionCents, language) })] : []),
      ...(partnerCents > 0 ? [t('costs.partner', { money: sayMoney(partnerCents, language) })] : []),
    ];
    return `${t('costs.total', { money: sayMoney(totalCents, language) })}: ${sayList(shares, language)}. ${t('costs.pupils')}`;
  };
  const planned = ({ groups }: Match, sessions: Match['sessions']) =>
    groups
      .map(({ groupId, name, pupils }) =>
        t('change.group', { name, count: pupilsIn(sessions, groupId) ?? pupils }),
      )
      .join('\n');
  /** From what it is to what it would be; nothing while no change waits. */
  const change = (match: Match): Fact[] => {
    const { change: wanted, sessions } = match;
    if (!wanted) return [];
    const say = (some: Match['sessions']) => (wanted.what === 'time' ? times(some) : planned(match, some));
    return [
      { label: t('change.now'), text: say(sessions) },
      { label: t('change.becomes'), text: say(wanted.sessions) },
      ...(wanted.costs ? [{ label: t('costs'), text: costs(wanted.costs) }] : []),
      ...(wanted.reason ? [{ label: t('change.why'), text: wanted.reason }] : []),
    ];
  };
  const until = (limit: string, match: Match): string =>
    lastsUntilStart(limit, match) ? t('until.start') : t('until', { day: sayDay(limit, language, true) });
  const facts = (match: Match, sheet: VisitSheet | undefined): Fact[] => {
    const { sessions, exact, groups, kind, themes, terms, state } = match;
    const themeOf = (id: string) => taxonomy?.themes.find((theme) => theme.id === id)?.label[language] ?? id;
    return [
      {
        label: t('when'),
        text: exact ? times(sessions) : `${times(sessions)}\n${t('when.not-exact')}`,
      },
      ...(sheet
        ? [
            {
              label: t('side.school'),
              text: [sheet.school.name, sheet.school.place].filter(Boolean).join(', '),
            },
            {
              label: t('side.partner'),
              text: [sheet.partner.name, sheet.partner.place].filter(Boolean).join(', '),
            },
            {
              label: t('where'),
              text: [
                sheet.place.said[language],
                ...(sheet.place.travel
                  ? [t('travel', { km: sayDistance(sheet.place.travel.km, language) })]
                  : []),
              ].join('\n'),
            },
          ]
        : []),
      {
        label: t('groups'),
        text: sayList(
          groups.map(({ name, pupils }) => `${name} (${t('pupils', { count: pupils })})`),
          language,
        ),
      },
      {
        label: t('about'),
        text: `${t(`catalogue:kind.${kind}`)}, ${sayList(themes.map(themeOf), language)}`,
      },
      { label: t('costs'), text: costs(match.costs) },
      ...(sheet && sheet.adultsNeeded > 0
        ? [{ label: t('adults'), text: t('adults.needed', { count: sheet.adultsNeeded }) }]
        : []),
      ...(['asked', 'option', 'confirmed'].includes(state)
        ? [
            {
              label: t('free-cancel'),
              text: until(terms.freeCancelUntil, match),
            },
            {
              label: t('change-numbers'),
              text: until(terms.changeNumbersUntil, match),
            },
          ]
        : []),
      ...afterwards(match),
    ];
  };
  const afterwards = ({ count, hours, evaluation, tally }: Match): Fact[] => [
    ...(count ? [{ label: t('counted'), text: t('counted.text', { ...count }) }] : []),
    ...(hours
      ? [
          {
            label: t('hours'),
            text: t('hours.text', {
              count: hours.people,
              hours: hours.preparation + hours.delivery + hours.travel,
            }),
          },
        ]
      : []),
    ...(tally ? [{ label: t('tally'), text: t('tally.text', { ...tally }) }] : []),
    ...(['school', 'partner'] as const).flatMap((side) => {
      const said = evaluation?.[side];
      return said
        ? [
            {
              label: t(`evaluated.${side}`),
              text: [
                t('evaluated.text', {
                  fit: said.fit,
                  again: t(`evaluate.again.${said.again}`).toLowerCase(),
                }),
                ...(said.words ? [`“${said.words}”`] : []),
              ].join('\n'),
            },
          ]
        : [];
    }),
  ];
  return { facts, costs, change };
}

const pupilsIn = (sessions: Match['sessions'], groupId: string): number | undefined =>
  sessions.flatMap(({ groups }) => groups).find((group) => group.groupId === groupId)?.pupils;
