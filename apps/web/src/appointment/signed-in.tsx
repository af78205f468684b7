import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery } from '../api/me.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { OnlySignedIn } from './only-signed-in.js';

interface SignedInProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A screen for who is signed in; others are asked to, and come back to it. Nothing is asked of the server before. */
export function SignedIn({ title, children }: SignedInProps) {
  const me = useQuery(meQuery);
  if (me.data) return children;
  return (
    <Page title={title}>
      {me.data === null ? (
        <OnlySignedIn />
      ) : (
        <div aria-busy>
          <LinesSkeleton lines={8} />
        </div>
      )}
    </Page>
  );
}
