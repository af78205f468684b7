import { Skeleton } from '@mantine/core';

const many = (count: number) => Array.from({ length: count }, (_, place) => place);

/** Lines of text. */
export function LinesSkeleton({ lines = 4 }: { readonly lines?: number }) {
  return many(lines).map((line) => (
    <Skeleton key={line} height={18} my={12} width={line === lines - 1 ? '60%' : '100%'} />
  ));
}

/** Cards in the grid that `cards.module.css` lays. */
export function CardsSkeleton({
  className,
  cards = 6,
}: {
  readonly className?: string;
  readonly cards?: number;
}) {
  return (
    <div className={className}>
      {many(cards).map((card) => (
        <Skeleton key={card} height={220} />
      ))}
    </div>
  );
}

/** Rows of a table or list. */
export function RowsSkeleton({ rows = 5 }: { readonly rows?: number }) {
  return many(rows).map((row) => <Skeleton key={row} height={44} my={8} />);
}
