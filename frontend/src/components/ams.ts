/**
 * The Amsterdam components that we use, each from its own file: their index pulls in every
 * component, and the pages must stay light. None of these draws an icon of its own: the icon
 * package of Amsterdam is proprietary, so package.json puts lucide-react in its place.
 */
export { Button } from '@amsterdam/design-system-react/dist/Button/Button.js'
export { Checkbox } from '@amsterdam/design-system-react/dist/Checkbox/Checkbox.js'
export { Heading } from '@amsterdam/design-system-react/dist/Heading/Heading.js'
export { Label } from '@amsterdam/design-system-react/dist/Label/Label.js'
export { Paragraph } from '@amsterdam/design-system-react/dist/Paragraph/Paragraph.js'
export { Select } from '@amsterdam/design-system-react/dist/Select/Select.js'
export { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink/SkipLink.js'
export { UnorderedList } from '@amsterdam/design-system-react/dist/UnorderedList/UnorderedList.js'
