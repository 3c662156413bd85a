import { Notice } from '@/components/Notice'
import { Fault } from './QueueItem'

export interface NotDone {
  titel: string
  melding: string
}

interface Props {
  heading: string
  refused: NotDone[]
  error: Error | null
  onRefresh: () => void
}

/** Which of many could not be done, each with why. */
export function Refused({ heading, refused, error, onRefresh }: Props) {
  return (
    <div role="alert">
      {refused.length > 0 && (
        <Notice kind="attention">
          <p>{heading}</p>
          <ul>
            {refused.map(({ titel, melding }) => (
              <li key={titel}>
                <strong>{titel}</strong>: {melding}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {error && <Fault error={error} onRefresh={onRefresh} />}
    </div>
  )
}
