import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n'

interface Props {
  address: string
  /** What the address leads to. */
  titel: string
}

/** The address as a QR code, made in this browser: no other site gets to know of it. */
export function QrCode({ address, titel }: Props) {
  const { t } = useTranslation()
  const [code, setCode] = useState<{ size: number; path: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    // Without it the address itself still stands there.
    const load = async () => {
      const { qrPath } = await import('./qrPath')
      if (isCurrent) setCode(qrPath(address))
    }
    load().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [address])
  if (!code) return null
  return (
    <svg
      className="sk-qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={t('delen.qrNaam', { titel })}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${code.size}v${code.size}h-${code.size}z`} className="sk-qr__light" />
      <path d={code.path} className="sk-qr__dark" />
    </svg>
  )
}
