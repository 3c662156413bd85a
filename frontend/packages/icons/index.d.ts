import type { LucideIcon } from 'lucide-react'

export const ArrowForwardIcon: LucideIcon
export const ChevronBackwardIcon: LucideIcon
export const ChevronDoubleBackwardIcon: LucideIcon
export const ChevronDoubleForwardIcon: LucideIcon
export const ChevronDownIcon: LucideIcon
export const ChevronForwardIcon: LucideIcon
export const CloseIcon: LucideIcon
export const DocumentIcon: LucideIcon
export const ErrorFillIcon: LucideIcon
export const InfoFillIcon: LucideIcon
export const PersonFillIcon: LucideIcon
export const SearchIcon: LucideIcon
export const SuccessFillIcon: LucideIcon
export const WarningFillIcon: LucideIcon
export const WarningIcon: LucideIcon
