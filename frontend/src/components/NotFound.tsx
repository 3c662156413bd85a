import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Paragraph } from './ams'
import { PageHeading } from './PageHeading'
import './NotFound.css'

/** A page that is not there: what may have happened, and where to go instead. */
export function NotFound({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="sk-container sk-not-found">
      <PageHeading title={title}>{title}</PageHeading>
      <Paragraph>{text}</Paragraph>
      <p className="sk-not-found__ways">
        <Link to="/zoeken" className="ams-button ams-button--primary">
          {t('nietGevonden.zoeken')}
        </Link>
        {children}
      </p>
    </div>
  )
}
