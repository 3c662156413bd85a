// The Amsterdam components import their icons from a package that only the city of Amsterdam may
// use. package.json puts this one in its place, so that package is neither installed nor shipped.
export {
  ArrowRight as ArrowForwardIcon,
  ChevronLeft as ChevronBackwardIcon,
  ChevronsLeft as ChevronDoubleBackwardIcon,
  ChevronsRight as ChevronDoubleForwardIcon,
  ChevronDown as ChevronDownIcon,
  ChevronRight as ChevronForwardIcon,
  X as CloseIcon,
  FileText as DocumentIcon,
  CircleX as ErrorFillIcon,
  Info as InfoFillIcon,
  User as PersonFillIcon,
  Search as SearchIcon,
  CircleCheck as SuccessFillIcon,
  TriangleAlert as WarningFillIcon,
  TriangleAlert as WarningIcon,
} from 'lucide-react'
