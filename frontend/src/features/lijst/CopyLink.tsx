import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Label } from '@/components/ams'

/** The link to copy; it can be selected by hand too, as not every browser lets a page copy. */
export function CopyLink({ address }: { address: string }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<{ address: string; done: boolean } | null>(null)
  const told = copied?.address === address ? copied : null

  async function copy() {
    field.current?.select()
    // Not there on an address without https.
    const clipboard = navigator.clipboard as Clipboard | undefined
    const done = await clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    setCopied({ address, done: done ?? false })
  }

  return (
    <div className="sk-copy">
      <Label htmlFor="lijst-link">{t('lijst.deel.link')}</Label>
      <input
        ref={field}
        id="lijst-link"
        readOnly
        dir="ltr"
        value={address}
        onFocus={({ target }) => {
          target.select()
        }}
      />
      <Button onClick={() => void copy()}>
        <Copy className="sk-icon" />
        {t('lijst.deel.kopieer')}
      </Button>
      <p role="status" className="sk-small">
        {told && t(told.done ? 'lijst.deel.gekopieerd' : 'lijst.deel.nietGekopieerd')}
      </p>
    </div>
  )
}
