import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A route whose page is loaded when it is opened. */
export const page = (path: string, load: () => Promise<{ Component: ComponentType }>): RouteObject => ({
  path,
  lazy: load,
});
