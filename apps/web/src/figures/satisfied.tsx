import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-views.js';
import { sayNumber } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { FigureLink } from './figure.js';
import { saidFigure } from './shown.js';
import styles from './figures.module.css';

/** What schools, partners and classes thought of it; what counts fewer than five is not told. */
export function Satisfied({ report, year }: { readonly report: Report; readonly year: string }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { school, partner } = report.opinions;
  const said = (value: number | null) => (value === null ? t('too-few') : sayNumber(value, language));
  return (
    <section id="ervaringen">
      <h2>{t('opinions')}</h2>
      <p className={styles.sentence}>{t('opinions.what')}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('opinions.who')}</th>
              <th scope="col">{t('opinions.many')}</th>
              <th scope="col">{t('opinions.fit')}</th>
              <th scope="col">{t('opinions.again')}</th>
            </tr>
          </thead>
          <tbody>
            {(
              [
                ['school', school],
                ['partner', partner],
              ] as const
            ).map(([side, { fit, again }]) => (
              <tr key={side}>
                <th scope="row">{t(`opinions.${side}`)}</th>
                <td>
                  <FigureLink figure={saidFigure(side, report)} year={year} />
                </td>
                <td>{said(fit)}</td>
                <td>{said(again)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
