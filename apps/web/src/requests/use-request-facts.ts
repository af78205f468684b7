import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import type { Request } from '../api/requests.js';
import type { Fact } from '../offer/facts.js';
import { sayPeriod } from '../say/dates.js';
import { sayList } from '../say/language.js';
import { sayDistance, sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';

/** What was asked, as names and what they are. */
export function useRequestFacts(): (request: Request) => Fact[] {
  const { t } = useTranslation(['teacher', 'catalogue']);
  const language = useLanguage();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const themeOf = (id: string) => taxonomy?.themes.find((theme) => theme.id === id)?.label[language] ?? id;
  const whenOf = ({ from, to, weekdays = [], parts = [] }: Request['windows'][number]) =>
    [
      sayPeriod(from, to, language),
      ...(weekdays.length > 0
        ? [
            sayList(
              weekdays.map((day) => t(`weekday.${day}`)),
              language,
            ),
          ]
        : []),
      ...(parts.length > 0
        ? [
            sayList(
              parts.map((part) => t(`part.${part}`)),
              language,
            ),
          ]
        : []),
    ].join(', ');
  return (request) => [
    { label: t('ask.about'), text: sayList(request.themes.map(themeOf), language) },
    { label: t('more.kind'), text: t(`catalogue:kind.${request.kind}`) },
    {
      label: t('ask.for-whom'),
      text: sayList(
        request.groups.map(({ name, pupils }) => `${name} (${t('group.pupils', { count: pupils })})`),
        language,
      ),
    },
    { label: t('ask.when'), text: request.windows.map(whenOf).join('\n') },
    {
      label: t('ask.how-far'),
      text:
        request.maxDistanceKm === undefined ? t('reach.any') : sayDistance(request.maxDistanceKm, language),
    },
    ...(request.places.length < 3
      ? [
          {
            label: t('more.places'),
            text: sayList(
              request.places.map((place) => t(`catalogue:place.${place}`)),
              language,
            ),
          },
        ]
      : []),
    ...(request.suitability.length > 0
      ? [
          {
            label: t('more.suitability'),
            text: sayList(
              request.suitability.map((id) => t(`catalogue:suitability.${id as 'wheelchair'}`)),
              language,
            ),
          },
        ]
      : []),
    ...(request.maxCostCents === undefined
      ? []
      : [{ label: t('more.max-cost'), text: sayMoney(request.maxCostCents, language) }]),
    ...(request.note ? [{ label: t('more.note'), text: request.note }] : []),
  ];
}
