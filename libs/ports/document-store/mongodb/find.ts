import type { Place, Query } from '#libs/ports/document-store/port';

type Filter = Record<string, unknown>;

/** What the database is asked for a query; the operators in it are ours, the values are only ever compared with. */
export function filterOf(index: string, query: Omit<Query, 'limit' | 'after'>, after?: Place): Filter {
  const sort = `ix.${index}.sort`;
  const { equals, oneOf, from, to, order } = query;
  const filter: Filter = {};
  if (equals !== undefined) filter[`ix.${index}.by`] = { $eq: equals };
  if (oneOf) filter[`ix.${index}.by`] = { $in: [...oneOf] };

  const descending = order === 'descending';
  const bounds: Filter = { $exists: true };
  if (from !== undefined) bounds['$gte'] = from;
  if (to !== undefined) bounds['$lt'] = to;
  filter[sort] = bounds;
  if (!after) return filter;

  const beyond = descending ? '$lt' : '$gt';
  // The first bound alone lets the index begin at the place; the choice beneath parts those of one `sort`.
  filter['$and'] = [
    { [sort]: { [`${beyond}e`]: after.sort } },
    {
      $or: [
        { [sort]: { [beyond]: after.sort } },
        { [sort]: { $eq: after.sort }, _id: { [beyond]: after.id } },
      ],
    },
  ];
  return filter;
}

export function orderOf(index: string, order: Query['order']): Record<string, 1 | -1> {
  const direction = order === 'descending' ? -1 : 1;
  return { [`ix.${index}.sort`]: direction, _id: direction };
}
