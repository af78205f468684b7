import { useTranslation } from 'react-i18next';
import type { Language } from '../say/language.js';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'nl';
}
