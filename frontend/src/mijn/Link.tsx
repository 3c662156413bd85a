import { Link as RouterLink, type LinkComponentProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { MijnRouter } from './router'

/**
 * A link between these pages. The router's own one knows the addresses of residents' pages, which
 * from here are another document: `<a href>`.
 */
export const Link = RouterLink as <const To extends string | undefined>(
  props: LinkComponentProps<'a', MijnRouter, string, To>,
) => ReactElement
