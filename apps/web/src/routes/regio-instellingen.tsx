import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ToCome } from '../parts/to-come.js';

export const Route = createFileRoute('/regio-instellingen')({
  component: function Screen() {
    const { t } = useTranslation();
    return <ToCome title={t('nav.region')} />;
  },
});
