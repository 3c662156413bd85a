/** For words that come to stand at the beginning of a line. */
export function capitalised(text: string, language = 'nl'): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
