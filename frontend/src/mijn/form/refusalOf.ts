import { isRefusal } from '@/lib/api/queryClient'

/** What the server says of a refusal, first of the field that it is about; null when it gave none. */
export function refusalOf(error: Error): string | null {
  return isRefusal(error) ? (error.fouten[0]?.melding ?? error.message) : null
}
