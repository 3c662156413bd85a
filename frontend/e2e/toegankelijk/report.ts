import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ATTACHMENT, type Look } from './audit'

const REPORT = new URL('../../src/features/toegankelijkheid/rapport.json', import.meta.url)
const versionOf = (name: string) => {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/**
 * Writes what the last whole run found, for the page /toegankelijkheid: npm run toegankelijk.
 * Counts everything that was looked at, also what was found wrong.
 */
export default class Report implements Reporter {
  private readonly looks: Look[] = []

  onTestEnd(_: TestCase, { attachments }: TestResult) {
    for (const { name, body } of attachments)
      if (name === ATTACHMENT && body) this.looks.push(JSON.parse(body.toString()) as Look)
  }

  onEnd() {
    const report = {
      datum: new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' }),
      schermen: new Set(this.looks.map(({ state }) => state)).size,
      breedtes: [...new Set(this.looks.map(({ width }) => width))].sort((a, b) => a - b),
      controles: this.looks.length,
      regels: new Set(this.looks.flatMap(({ rules }) => rules)).size,
      fouten: this.looks.reduce((sum, { faults }) => sum + faults.length, 0),
      programmas: [
        `axe-core ${versionOf('axe-core')}`,
        `HTML_CodeSniffer ${versionOf('html_codesniffer')}`,
      ],
    }
    writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`)
  }
}
