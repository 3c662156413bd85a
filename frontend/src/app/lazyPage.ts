import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * A page whose code is fetched when it is needed. The server writes into the document which files
 * that takes, and finds them by the name: a page's file is named after the page.
 */
export function lazyPage<M extends Record<string, unknown>, Name extends keyof M & string>(
  load: () => Promise<M>,
  name: Name,
) {
  return Object.assign(lazyRouteComponent(load, name), { pageName: name })
}
