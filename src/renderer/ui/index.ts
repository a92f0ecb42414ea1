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
export {
  type Mend,
  RefusalAlert,
  type RefusalAlertProps,
  type ShownRefusal,
  useRefusalText,
} from './feedback/refusal-alert'
export { StateTag, type StateTagProps } from './feedback/state-tag'
export { Waiting } from './feedback/waiting'
export { DataList, type DataListProps, type ListLayout } from './list/data-list'
export { type ExportFormat } from './list/list-toolbar'
export { type ColumnKind, type ColumnValue, type ListColumn } from './list/list-columns'
export { type ListLoader, type ListPage, type ListRequest, type ListSort } from './list/rows/page-store'
export {
  readScan,
  type Scan,
  type ScanHandler,
  scanRouter,
  startScanRouter,
  type TappedKey,
  usualWedge,
  type WedgeSettings,
} from './scan/scan-router'
export { characterOf, isModifier } from './scan/wedge-keys'
export { createWedgeRecogniser } from './scan/wedge-recogniser'
export { useScanner } from './scan/use-scanner'
export { useActivePage } from './shell/active-page'
export { CommandPalette, type PaletteItem, type PaletteSection } from './shell/command-palette'
export { Dialog } from './shell/dialog'
export { PageHeader, type PageHeaderProps } from './shell/page-header'
export { ShortcutKeys } from './shell/shortcut-keys'
export { type Shortcut } from './shell/shortcuts'
export { ShortcutsHelp } from './shell/shortcuts-help'
export { type OpenPage, TabsBar, type TabsBarProps } from './shell/tabs-bar'
export { ModalFrame } from './shell/modal-frame'
export { startShortcuts, useShortcuts } from './shell/use-shortcuts'
export { type Appearance, type Density, type Tone } from './theme/tokens'
export { CurrencyScope, UiProvider, useLanguage } from './theme/ui-provider'
export { Fact } from './values/fact'
export { DateText, DateTimeText, MoneyText, PriceText, QuantityText } from './values/value-texts'
export { type ChainDocument } from './document/document-chain'
export {
  type DocumentAction,
  type DocumentFact,
  DocumentFrame,
  type DocumentFrameProps,
} from './document/document-frame'
export { type SidePart } from './document/document-side'
export { Field, type FieldControl, type FieldProps } from './document/field'
export { type StationDevice } from './station/station-devices'
export { type StationScan } from './station/station-scans'
export {
  type StationAction,
  type StationOutcome,
  StationScreen,
  type StationScreenProps,
} from './station/station-screen'
export { FigureCard, type FigureCardProps, type FigureComparison } from './figures/figure-card'
export { type ChartSeries, TrendChart, type TrendChartProps } from './figures/trend-chart'
export { ScaledInput, type ScaledInputProps } from './values/scaled-input'
