import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inspect, overflowing, sniff } from './inPage'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SNIFFER = readFileSync(
  createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'),
  'utf8',
)

/**
 * Errors of HTML_CodeSniffer that are none, each with why. It was written for WCAG 2.1 and for
 * what browsers did in 2020.
 */
const NOT_ERRORS: readonly (readonly [RegExp, string])[] = [
  [
    /H32\.2 .*class="sk-(filters|doen__choices)"/,
    'each choice works at once; without script there is a button',
  ],
  [/H32\.2 .*class="sk-melding__form"/, 'the button comes with the first choice'],
]

/** What one look at a page found, for the test and for the published report. */
export interface Look {
  state: string
  width: number
  rules: string[]
  faults: string[]
}

export const ATTACHMENT = 'toegankelijkheid'

/** axe, HTML_CodeSniffer and our own checks over the page as it is now. */
export async function look(page: Page, state: string, info: TestInfo): Promise<string[]> {
  const axe = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  // As an expression of the debugger, which the page's security policy does not stop.
  await page.evaluate(SNIFFER)
  const sniffed = await page.evaluate(sniff)
  const faults = [
    ...axe.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html}`)),
    ...sniffed.filter((fault) => !NOT_ERRORS.some(([known]) => known.test(fault))),
    ...(await page.evaluate(inspect)),
    ...(await page.evaluate(overflowing)),
  ]
  const rules = [...axe.passes, ...axe.violations, ...axe.incomplete].map(({ id }) => id)
  const found: Look = { state, width: page.viewportSize()?.width ?? 0, rules, faults }
  await info.attach(ATTACHMENT, { body: JSON.stringify(found), contentType: 'application/json' })
  return faults
}

/** Only the contrast, for the other colours of the same page. */
export async function contrast(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => `contrast: ${html}`))
}
