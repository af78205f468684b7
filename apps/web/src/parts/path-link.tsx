import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface PathLinkProps {
  /** An address of ours that the server or a deep link gives: `/afspraken/m1`. */
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link whose address is only known when it is drawn. */
export function PathLink({ href, children, className }: PathLinkProps) {
  const router = useRouter();
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}
