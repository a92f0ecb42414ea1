/** The design system: business-free parts that every page is made of. Pages import from here only. */
export {
  type EntryColumn,
  type EntryError,
  type EntryLookup,
  type EntryValue,
  type LookupItem,
} from './entry/entry-columns'
export { EntryGrid, type EntryGridProps } from './entry/entry-grid'
export { EmptyState, type EmptyStateProps } from './feedback/empty-state'
export { feedback } from './feedback/feedback'
export { ProgressPanel, type ProgressPanelProps } from './feedback/progress-panel'
export { type Mend, RefusalAlert, type RefusalAlertProps, useRefusalText } from './feedback/refusal-alert'
export { StateTag, type StateTagProps } from './feedback/state-tag'
export { DataList, type DataListProps, type ListLayout } from './list/data-list'
export { type ListColumn } from './list/list-columns'
export { type ListLoader, type ListPage, type ListRequest, type ListSort } from './list/page-store'
export { type Scan, type ScanHandler, scanRouter, startScanning } from './scan/scan-router'
export { useScanner } from './scan/use-scanner'
export { useActivePage } from './shell/active-page'
export { CommandPalette, type PaletteItem, type PaletteSection } from './shell/command-palette'
export { PageHeader, type PageHeaderProps } from './shell/page-header'
export { ShortcutKeys } from './shell/shortcut-keys'
export { type Shortcut } from './shell/shortcuts'
export { ShortcutsHelp } from './shell/shortcuts-help'
export { type OpenPage, TabsBar, type TabsBarProps } from './shell/tabs-bar'
export { startShortcuts, useShortcuts } from './shell/use-shortcuts'
export { type Appearance, type Density, type Tone } from './theme/tokens'
export { ThemeScope, UiProvider, useLanguage, useUi } from './theme/ui-provider'
export { DateText, DateTimeText, MoneyText, PercentText, PriceText, QuantityText } from './values/value-texts'
