import { IconMenu2, IconX } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { LinkButton } from '../parts/link-button.js';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me.js';
import { Bridge } from '../look/bridge.js';
import { placesFor } from './navigation.js';
import { Preferences } from './preferences.js';
import styles from './header.module.css';

const WhoAmI = lazy(async () => ({ default: (await import('./who-am-i.js')).WhoAmI }));

interface HeaderProps {
  readonly me: Me | null;
  /** False until it is known who this is. */
  readonly isKnown: boolean;
}

export function Header({ me, isKnown }: HeaderProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  const Icon = open ? IconX : IconMenu2;
  return (
    <header className={`${styles.header} not-printed`}>
      <div
        className={styles.bar}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setOpenAt(undefined);
        }}
      >
        <Link to="/" className={styles.logo} aria-label={t('home')}>
          <Bridge width={44} />
          <span aria-hidden>Leerbrug</span>
        </Link>
        <button
          type="button"
          className={styles.menuButton}
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpenAt(open ? undefined : pathname)}
        >
          <Icon aria-hidden size={24} stroke={1.75} />
          {t('menu')}
        </button>
        <div id="menu" className={styles.menu} data-open={open}>
          <nav aria-label={t('navigation')} className={styles.nav}>
            {placesFor(me).map(({ to, word }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {t(word)}
              </Link>
            ))}
          </nav>
          <div className={styles.own}>
            <Preferences />
            {me && (
              <Suspense fallback={<div className={styles.whoSpace} />}>
                <WhoAmI me={me} />
              </Suspense>
            )}
            {isKnown && !me && (
              <LinkButton to="/inloggen" variant="outline">
                {t('sign-in')}
              </LinkButton>
            )}
          </div>
        </div>
      </div>
    </header>
  );
}
