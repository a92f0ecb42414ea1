/**
 * The one set of colours, sizes and type the whole program is drawn with. `theme.ts` hands them to Ant Design, and the
 * same values are custom properties (`--k-...`) for our own style sheets. Contrast is held by `tokens.test.ts`.
 */

export type Appearance = 'light' | 'dark' | 'station'
export type Density = 'comfortable' | 'dense'
/** What a status means; always shown with a shape or a word as well. */
export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad'

export interface Palette {
  /** Behind everything. */
  readonly ground: string
  /** Pages, tables, cards. */
  readonly paper: string
  /** Popups, headers of tables. */
  readonly raised: string
  readonly hover: string
  readonly selected: string
  readonly text: string
  readonly textSoft: string
  readonly textFaint: string
  /** Lines between things. */
  readonly line: string
  /** Edges of what can be operated: at least 3:1 against the paper. */
  readonly edge: string
  readonly accent: string
  readonly accentHover: string
  /** Filled buttons, and what is written on them. */
  readonly fill: string
  readonly fillHover: string
  readonly onFill: string
  readonly focus: string
  readonly good: string
  readonly warning: string
  readonly bad: string
  readonly info: string
  readonly goodSoft: string
  readonly warningSoft: string
  readonly badSoft: string
  readonly infoSoft: string
  /** Whole-screen answers of the station. */
  readonly floodGood: string
  readonly floodBad: string
  readonly onFlood: string
  readonly shadow: string
}

const light: Palette = {
  ground: '#f3f4f6',
  paper: '#ffffff',
  raised: '#f8f9fa',
  hover: '#eef1f5',
  selected: '#e3ecf8',
  text: '#1b2027',
  textSoft: '#4d5661',
  textFaint: '#5c6570',
  line: '#dde1e6',
  edge: '#87909b',
  accent: '#1d56a5',
  accentHover: '#17468a',
  fill: '#1d56a5',
  fillHover: '#17468a',
  onFill: '#ffffff',
  focus: '#1d56a5',
  good: '#17703f',
  warning: '#8a5700',
  bad: '#b8242a',
  info: '#1d56a5',
  goodSoft: '#e4f4ea',
  warningSoft: '#fcf1d9',
  badSoft: '#fce8e8',
  infoSoft: '#e3ecf8',
  floodGood: '#0f6b38',
  floodBad: '#ad1a20',
  onFlood: '#ffffff',
  shadow: 'rgb(16 24 32 / 14%)',
}

const dark: Palette = {
  ground: '#121518',
  paper: '#1a1e22',
  raised: '#22272d',
  hover: '#262c33',
  selected: '#213450',
  text: '#e7eaee',
  textSoft: '#b3bcc6',
  textFaint: '#949eaa',
  line: '#323941',
  edge: '#707b88',
  accent: '#8ab4f4',
  accentHover: '#a9c8f8',
  fill: '#3369ba',
  fillHover: '#3a70c2',
  onFill: '#ffffff',
  focus: '#8ab4f4',
  good: '#66cd92',
  warning: '#e5b454',
  bad: '#ff8f8f',
  info: '#8ab4f4',
  goodSoft: '#17321f',
  warningSoft: '#382a0d',
  badSoft: '#451d1f',
  infoSoft: '#1b2c47',
  floodGood: '#0f6b38',
  floodBad: '#ad1a20',
  onFlood: '#ffffff',
  shadow: 'rgb(0 0 0 / 50%)',
}

/** Black, white and strong signals: legible from 3 m under warehouse light. Text at 7:1 and more. */
const station: Palette = {
  ground: '#000000',
  paper: '#0b0d0f',
  raised: '#1a1e22',
  hover: '#242a30',
  selected: '#1f3f70',
  text: '#ffffff',
  textSoft: '#dde2e8',
  textFaint: '#c2c9d1',
  line: '#4c555f',
  edge: '#a3adb8',
  accent: '#a8caff',
  accentHover: '#c8deff',
  fill: '#ffffff',
  fillHover: '#dde8f8',
  onFill: '#000000',
  focus: '#ffe45c',
  good: '#6fe39f',
  warning: '#ffd166',
  bad: '#ffaaaa',
  info: '#a8caff',
  goodSoft: '#06351b',
  warningSoft: '#3a2b00',
  badSoft: '#4a0f12',
  infoSoft: '#10294d',
  floodGood: '#0b5c2f',
  floodBad: '#9c1319',
  onFlood: '#ffffff',
  shadow: 'rgb(0 0 0 / 70%)',
}

export const palettes: Readonly<Record<Appearance, Palette>> = { light, dark, station }

/** Fonts of the system only: nothing is fetched. Chinese faces first for the glyph shapes people expect there. */
export const fontFamily =
  '"Segoe UI", -apple-system, BlinkMacSystemFont, "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
export const codeFontFamily =
  '"Cascadia Mono", Consolas, "SF Mono", Menlo, "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace'

export const sizes = {
  grid: 4,
  text: 14,
  tableText: 13,
  controlHeight: 32,
  radius: 4,
  motionMs: 120,
} as const

/** Height of a row in lists and grids, in pixels. */
export const rowHeight: Readonly<Record<Density, number>> = { comfortable: 36, dense: 32 }

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Custom properties for an appearance and density, to be set on an element's style. */
export function customProperties(appearance: Appearance, density: Density): Record<`--k-${string}`, string> {
  const colours = Object.entries(palettes[appearance]).map(([name, value]) => [`--k-${kebab(name)}`, value as string])
  return {
    ...(Object.fromEntries(colours) as Record<`--k-${string}`, string>),
    '--k-font': fontFamily,
    '--k-font-code': codeFontFamily,
    '--k-row': `${String(rowHeight[density])}px`,
    '--k-pad': density === 'dense' ? '8px' : '12px',
    '--k-motion': `${String(sizes.motionMs)}ms`,
  }
}
