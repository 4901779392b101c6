/** Rows of all pages read so far, from `api.useInfiniteQuery(…, { pageParamName: 'cursor', … })`. */
export interface PagedQuery<T> {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

/** What a list of the API needs to be read page after page. */
export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null as string | null, // null is not sent; the hook turns undefined into 0
  getNextPageParam: (page: { readonly nextCursor?: string | null }) => page.nextCursor ?? undefined,
};
