import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page.js';

const parts = ['standard', 'tested', 'known', 'tell'] as const;

export function AccessibilityScreen() {
  const { t } = useTranslation('catalogue');
  return (
    <Page title={t('access.title')} intro={t('access.intro')}>
      {parts.map((part) => (
        <section key={part}>
          <h2>{t(`access.${part}`)}</h2>
          <p>{t(`access.${part}.text`)}</p>
        </section>
      ))}
    </Page>
  );
}
