import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface LinkButtonProps
  extends ButtonProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | 'type'> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link that looks like a button, with the typed `to` and `search` of a route. */
export const LinkButton = createLink((props: LinkButtonProps) => <Button component="a" {...props} />);
