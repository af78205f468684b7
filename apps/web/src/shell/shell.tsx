import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../api/live.js';
import { meQuery, waysInQuery } from '../api/me.js';
import { useSessionEnded } from '../api/session-end.js';
import { useToastsWanted } from '../parts/toasts-wanted.js';
import { useAskedToConfirm } from '../sign-in/confirm-it-is-you.js';
import { Arrival } from './arrivals.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { Reachability } from './reachability.js';
import { SessionEnded } from './session-ended.js';
import styles from './shell.module.css';

const DemoBar = lazy(async () => ({ default: (await import('./demo-bar.js')).DemoBar }));
const Toasts = lazy(async () => ({ default: (await import('./toasts.js')).Toasts }));
const ConfirmDialog = lazy(async () => ({
  default: (await import('../sign-in/confirm-dialog.js')).ConfirmDialog,
}));

/** What is around every screen. */
export function Shell({ children = <Outlet /> }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const [cameByLink, setCameByLink] = useState(false);
  if (pathname !== first && !cameByLink) setCameByLink(true);
  const me = useQuery(meQuery);
  const ways = useQuery(waysInQuery);
  const asked = useAskedToConfirm();
  const toasts = useToastsWanted();
  const ended = useSessionEnded();
  useLive(me.data != null && !ended);
  return (
    <Arrival value={cameByLink}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      {ways.data?.demo && (
        <Suspense fallback={<div className={styles.demoSpace} />}>
          <DemoBar me={me.data ?? null} />
        </Suspense>
      )}
      <Header me={me.data ?? null} isKnown={!me.isPending} />
      <Reachability />
      {ended && <SessionEnded />}
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
      <Suspense>
        {toasts && <Toasts />}
        {asked && <ConfirmDialog {...asked} />}
      </Suspense>
    </Arrival>
  );
}
